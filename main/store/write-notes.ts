import { dequal } from 'dequal/lite'
import type { Timestamp } from '../../shared/case/dates.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { MAX_FIELD_CHARS, MAX_NOTE_CHARS } from '../../shared/case/limits.ts'
import { type Answers, cleanAnswers, textLength } from '../../shared/note/answers.ts'
import type { Note, ReadSentence, StoredNote } from '../../shared/note/note.ts'
import { objectionsMember, stampedObjections } from '../../shared/note/objections.ts'
import { followThreads } from './comments.ts'
import { type Db, execute, query, transaction } from './db.ts'
import { addToLog, type Stamp } from './log.ts'
import { readStoredNote } from './read-notes.ts'
import { refusal } from './refusal.ts'

/** The field with the longest text, and its length. */
function longestField(answers: Answers): { field: string; characters: number } {
  return Object.entries(answers)
    .map(([field, value]) => ({ field, characters: textLength(value) }))
    .reduce((longest, one) => (one.characters > longest.characters ? one : longest), {
      field: '',
      characters: 0,
    })
}

/** Answers as they are stored: text cleaned and within limits. TOO_LARGE names the field; nothing is truncated. */
export function prepareAnswers(answers: Answers): { answers: Answers; json: string } {
  const longest = longestField(answers)
  if (longest.characters > MAX_FIELD_CHARS) throw refusal('TOO_LARGE', { ...longest, limit: MAX_FIELD_CHARS })
  const cleaned = cleanAnswers(answers)
  const text = JSON.stringify(cleaned)
  if (text.length > MAX_NOTE_CHARS)
    throw refusal('TOO_LARGE', { field: longest.field, characters: text.length, limit: MAX_NOTE_CHARS })
  return { answers: cleaned, json: text }
}

/** What a note says, as its row and its revision hold it. */
interface Content {
  answers: string
  objections: string | null
  set_aside: string | null
}

const jsonOrNull = (value: readonly unknown[] | undefined) =>
  value === undefined ? null : JSON.stringify(value)

function contentOf(
  answers: string,
  { objections, setAside }: Pick<Note, 'objections' | 'setAside'>,
): Content {
  return { answers, objections: jsonOrNull(objections), set_aside: jsonOrNull(setAside) }
}

/** Adds a note as a draft, with its first revision. */
export function insertDraft(db: Db, note: Omit<StoredNote, 'status'>, json: string): void {
  const content = contentOf(json, note)
  execute(
    db,
    query.insertInto('notes').values({
      id: note.id,
      case_id: note.caseId,
      template_id: note.template.id,
      template_version: note.template.version,
      kind: note.kind,
      owner: note.owner,
      author: JSON.stringify(note.author),
      status: 'utkast',
      created_at: note.createdAt,
      updated_at: note.updatedAt,
      revision: note.revision,
      taken_over: jsonOrNull(note.takenOver),
      amends_verb: note.amends?.verb ?? null,
      amends_note: note.amends?.note ?? null,
      ...content,
    }),
  )
  addRevision(db, note, content, { by: note.author, at: note.updatedAt })
}

type Revised = Pick<StoredNote, 'id' | 'revision' | 'template'>

function addRevision(db: Db, { id, revision, template }: Revised, content: Content, { by, at }: Stamp): void {
  execute(
    db,
    query.insertInto('revisions').values({
      note_id: id,
      revision,
      at,
      by: JSON.stringify(by),
      template_id: template.id,
      template_version: template.version,
      ...content,
    }),
  )
}

/** Adds a new draft written by the one who stamps it. */
export function createNote(db: Db, note: StoredNote, stamp: Stamp): void {
  const { answers, json } = prepareAnswers(note.answers)
  transaction(db, () => {
    insertDraft(db, { ...note, answers }, json)
    addToLog(db, stamp, 'note-created', { caseId: note.caseId, noteId: note.id })
  })
}

/** What a note is and holds after it has been moved. */
export type MovedNote = Pick<
  Note,
  'template' | 'kind' | 'owner' | 'answers' | 'objections' | 'takenOver' | 'setAside'
>

/** The result of a save; `note` is the note as it now is. */
export interface Saved {
  note: StoredNote
  savedAt: Timestamp
  /** False where all of it was stored already. */
  changed: boolean
}

/**
 * Saves answers and objections as a new revision, on disk when it returns. `baseRevision` is the one the edit began
 * from; where the note has moved on since: CONFLICT with the note as it is, and nothing is written. What is stored
 * already makes no revision, whatever its base: a save sent again after a lost reply is no conflict. An objection
 * that is new is by the one who saves; the others keep who made them and when.
 * NOT_FOUND, NOTE_SIGNED, TOO_LARGE, DISK_FULL.
 */
export function saveNote(
  db: Db,
  save: {
    id: NoteId
    baseRevision: number
    answers: Answers
    objections?: readonly ReadSentence[] | undefined
  },
  stamp: Stamp,
): Saved {
  const { answers, json } = prepareAnswers(save.answers)
  return transaction(db, () => {
    const current = readStoredNote(db, save.id)
    if (current.status === 'journalford') throw refusal('NOTE_SIGNED', { id: save.id })
    const objections = stampedObjections(current.objections, save.objections ?? [], stamp)
    // By text too: dequal takes a member named `constructor` for the class.
    const sameAnswers = JSON.stringify(current.answers) === json || dequal(current.answers, answers)
    if (sameAnswers && dequal(current.objections ?? [], objections))
      return { note: current, savedAt: current.updatedAt, changed: false }
    if (current.revision !== save.baseRevision) throw refusal('CONFLICT', { current })
    const revision = current.revision + 1
    const { objections: _before, ...unchanged } = current
    const note: StoredNote = {
      ...unchanged,
      ...objectionsMember(objections),
      answers,
      revision,
      updatedAt: stamp.at,
    }
    const content = contentOf(json, note)
    execute(
      db,
      query
        .updateTable('notes')
        .set({ ...content, revision, updated_at: stamp.at })
        .where('id', '=', save.id),
    )
    addRevision(db, note, content, stamp)
    followThreads(db, note.id, current.answers, answers)
    return { note, savedAt: stamp.at, changed: true }
  })
}

/** Writes a draft that has been moved to another template, as a new revision. Part of a transaction. TOO_LARGE, DISK_FULL. */
export function writeMoved(db: Db, before: StoredNote, moved: MovedNote, stamp: Stamp): StoredNote {
  const { answers, json } = prepareAnswers(moved.answers)
  const { objections: _objections, takenOver: _taken, setAside: _aside, ...unchanged } = before
  const note: StoredNote = {
    ...unchanged,
    ...moved,
    answers,
    revision: before.revision + 1,
    updatedAt: stamp.at,
  }
  const content = contentOf(json, note)
  const { template, kind, owner, revision } = note
  execute(
    db,
    query
      .updateTable('notes')
      .set({
        ...content,
        taken_over: jsonOrNull(note.takenOver),
        template_id: template.id,
        template_version: template.version,
        kind,
        owner,
        revision,
        updated_at: stamp.at,
      })
      .where('id', '=', note.id),
  )
  addRevision(db, note, content, stamp)
  followThreads(db, note.id, before.answers, answers)
  addToLog(db, stamp, 'note-moved', { caseId: note.caseId, noteId: note.id })
  return note
}
