import { dequal } from 'dequal/lite'
import type { Timestamp } from '../../shared/case/dates.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { MAX_FIELD_CHARS, MAX_NOTE_CHARS } from '../../shared/case/limits.ts'
import type { RevisionCause, SaveCause } from '../../shared/history/cause.ts'
import { type Answers, cleanAnswers, textLength } from '../../shared/note/answers.ts'
import type { Note, ReadSentence, StoredNote } from '../../shared/note/note.ts'
import { objectionsMember, stampedObjections } from '../../shared/note/objections.ts'
import type { FieldPlaces } from '../../shared/note/places.ts'
import { followThreads } from './comments.ts'
import { type Db, execute, query, transaction } from './db.ts'
import type { RevisionContent } from './history/pack-revisions.ts'
import { addRevision, keepDisputed } from './history/revisions.ts'
import { addToLog, type LogAction, type Stamp } from './log.ts'
import { readStoredNote } from './read-notes.ts'
import { refusal } from './refusal.ts'
import { refuseFrozen } from './review.ts'

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

const jsonOrNull = (value: readonly unknown[] | undefined) =>
  value === undefined ? null : JSON.stringify(value)

function contentOf(
  answers: string,
  { objections, setAside }: Pick<Note, 'objections' | 'setAside'>,
): RevisionContent {
  return { answers, objections: jsonOrNull(objections), set_aside: jsonOrNull(setAside) }
}

/** Adds a note as a draft, with its first revision. */
export function insertDraft(
  db: Db,
  note: Omit<StoredNote, 'status'>,
  json: string,
  cause: 'skapad' | 'importerad',
): void {
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
  addRevision(db, note, content, { by: note.author, at: note.updatedAt }, cause)
}

/** Adds a new draft written by the one who stamps it. */
export function createNote(db: Db, note: StoredNote, stamp: Stamp): void {
  const { answers, json } = prepareAnswers(note.answers)
  transaction(db, () => {
    insertDraft(db, { ...note, answers }, json, 'skapad')
    addToLog(db, stamp, 'note-created', { caseId: note.caseId, noteId: note.id })
  })
}

/** What a note is and holds after it has been moved or an earlier revision of it restored. */
export type RewrittenNote = Pick<
  Note,
  'template' | 'kind' | 'owner' | 'answers' | 'objections' | 'takenOver' | 'setAside'
>

/** The result of a save; `note` is the note as it now is. */
export interface Saved {
  note: StoredNote
  savedAt: Timestamp
  /** False where all of it was stored already. */
  changed: boolean
  /** Whether words that are commented have gone, or come back. */
  commentsTurned: boolean
}

/**
 * Saves answers and objections as a new revision, on disk when it returns. `baseRevision` is the one the edit began
 * from; where the note has moved on since: CONFLICT with the note as it is, whose revision is then kept for good. What is stored
 * already makes no revision, whatever its base: a save sent again after a lost reply is no conflict. An objection
 * that is new is by the one who saves; the others keep who made them and when. `cause` is why, where it is not just written.
 * NOT_FOUND, NOTE_SIGNED, NOTE_FROZEN, TOO_LARGE, DISK_FULL.
 */
export function saveNote(
  db: Db,
  save: {
    id: NoteId
    baseRevision: number
    answers: Answers
    objections?: readonly ReadSentence[] | undefined
    cause?: SaveCause | undefined
  },
  stamp: Stamp,
): Saved {
  const { answers, json } = prepareAnswers(save.answers)
  const outcome = transaction(db, (): Saved | { current: StoredNote } => {
    const current = readStoredNote(db, save.id)
    if (current.status === 'journalford') throw refusal('NOTE_SIGNED', { id: save.id })
    const objections = stampedObjections(current.objections, save.objections ?? [], stamp)
    // By text too: dequal takes a member named `constructor` for the class.
    const sameAnswers = JSON.stringify(current.answers) === json || dequal(current.answers, answers)
    const sameObjections = dequal(current.objections ?? [], objections)
    if (sameAnswers && sameObjections)
      return { note: current, savedAt: current.updatedAt, changed: false, commentsTurned: false }
    refuseFrozen(current)
    if (current.revision !== save.baseRevision) {
      keepDisputed(db, current)
      return { current }
    }
    const { objections: _before, ...unchanged } = current
    const note: StoredNote = {
      ...unchanged,
      ...objectionsMember(objections),
      answers,
      revision: current.revision + 1,
      updatedAt: stamp.at,
    }
    const content = contentOf(json, note)
    execute(
      db,
      query
        .updateTable('notes')
        .set({ ...content, revision: note.revision, updated_at: stamp.at })
        .where('id', '=', save.id),
    )
    const { cause = 'skriven' } = save
    addRevision(db, note, content, stamp, cause === 'skriven' && !sameObjections ? 'invandning' : cause)
    const commentsTurned = followThreads(db, note.id, current.answers, answers)
    return { note, savedAt: stamp.at, changed: true, commentsTurned }
  })
  if ('current' in outcome) throw refusal('CONFLICT', outcome)
  return outcome
}

const rewritings = {
  flyttad: 'note-moved',
  'foljde-mallen': 'note-followed',
  aterstalld: 'note-restored',
  // Told of its case, once for all its notes.
  importerad: undefined,
} as const satisfies Partial<Record<RevisionCause, LogAction | undefined>>

/**
 * Writes a draft that may have another template than before (`importerad`: a later text of it that was received), as a new
 * revision, and logs why; `places` says where what stood in a field stands now, where it is another. Part of a transaction.
 * TOO_LARGE, DISK_FULL.
 */
export function writeRewritten(
  db: Db,
  before: StoredNote,
  rewritten: RewrittenNote,
  stamp: Stamp,
  cause: keyof typeof rewritings,
  places?: FieldPlaces,
): StoredNote {
  const { answers, json } = prepareAnswers(rewritten.answers)
  const { objections: _objections, takenOver: _taken, setAside: _aside, ...unchanged } = before
  const note: StoredNote = {
    ...unchanged,
    ...rewritten,
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
  addRevision(db, note, content, stamp, cause)
  followThreads(db, note.id, before.answers, answers, places)
  const action = rewritings[cause]
  if (action !== undefined) addToLog(db, stamp, action, { caseId: note.caseId, noteId: note.id })
  return note
}
