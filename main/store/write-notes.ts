import { dequal } from 'dequal/lite'
import type { Timestamp } from '../../shared/case/dates.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { MAX_FIELD_CHARS, MAX_NOTE_CHARS } from '../../shared/case/limits.ts'
import { type Answers, cleanAnswers, textLength } from '../../shared/note/answers.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { type Db, query, run, transaction } from './db.ts'
import { addToLog, type Stamp } from './log.ts'
import { readNote } from './read-notes.ts'
import { refusal } from './refusal.ts'

/** The field whose text is longest, and how long that is. */
function longestField(answers: Answers): { field: string; characters: number } {
  return Object.entries(answers)
    .map(([field, value]) => ({ field, characters: textLength(value) }))
    .reduce((longest, one) => (one.characters > longest.characters ? one : longest), {
      field: '',
      characters: 0,
    })
}

/** Answers as they are stored: texts cleaned, within the limits. TOO_LARGE names the field; nothing is cut. */
export function prepareAnswers(answers: Answers): { answers: Answers; json: string } {
  const longest = longestField(answers)
  if (longest.characters > MAX_FIELD_CHARS) throw refusal('TOO_LARGE', { ...longest, limit: MAX_FIELD_CHARS })
  const cleaned = cleanAnswers(answers)
  const text = JSON.stringify(cleaned)
  if (text.length > MAX_NOTE_CHARS)
    throw refusal('TOO_LARGE', { field: longest.field, characters: text.length, limit: MAX_NOTE_CHARS })
  return { answers: cleaned, json: text }
}

/** Adds a note as a draft, with its first revision. */
export function insertDraft(db: Db, note: Omit<StoredNote, 'status'>, json: string): void {
  run(
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
      answers: json,
    }),
  )
  addRevision(db, note.id, note.revision, json, { by: note.author, at: note.updatedAt })
}

function addRevision(db: Db, noteId: NoteId, revision: number, answers: string, { by, at }: Stamp): void {
  run(
    db,
    query.insertInto('revisions').values({ note_id: noteId, revision, at, by: JSON.stringify(by), answers }),
  )
}

/** Adds a new draft written by the one who stamps it. */
export function createNote(db: Db, note: StoredNote, stamp: Stamp): void {
  transaction(db, () => {
    insertDraft(db, note, JSON.stringify(note.answers))
    addToLog(db, stamp, 'note-created', { caseId: note.caseId, noteId: note.id })
  })
}

/** What a save leads to; `note` is the note as it then stands. */
export interface Saved {
  note: StoredNote
  savedAt: Timestamp
  /** False where the answers were the stored ones already. */
  changed: boolean
}

/**
 * Saves answers as a new revision, on disk when it returns. `baseRevision` is the one the edit began from; where the
 * note has moved on since: CONFLICT with the note as it is, and nothing is written. Answers that are the stored
 * ones already make no revision, whatever their base: a save sent again after a lost reply is no conflict.
 * NOT_FOUND, NOTE_SIGNED, TOO_LARGE, DISK_FULL.
 */
export function saveNote(
  db: Db,
  save: { id: NoteId; baseRevision: number; answers: Answers },
  stamp: Stamp,
): Saved {
  const { answers, json } = prepareAnswers(save.answers)
  return transaction(db, () => {
    const current = readNote(db, save.id)
    if (current.status === 'journalford') throw refusal('NOTE_SIGNED', { id: save.id })
    // By text too: dequal takes a member named `constructor` for the class.
    if (JSON.stringify(current.answers) === json || dequal(current.answers, answers))
      return { note: current, savedAt: current.updatedAt, changed: false }
    if (current.revision !== save.baseRevision) throw refusal('CONFLICT', { current })
    const revision = current.revision + 1
    run(
      db,
      query
        .updateTable('notes')
        .set({ answers: json, revision, updated_at: stamp.at })
        .where('id', '=', save.id),
    )
    addRevision(db, save.id, revision, json, stamp)
    return {
      note: { ...current, answers, revision, updatedAt: stamp.at },
      savedAt: stamp.at,
      changed: true,
    }
  })
}
