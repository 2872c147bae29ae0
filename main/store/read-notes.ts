import { sql } from 'kysely'
import { z } from 'zod'
import { timestampSchema } from '../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import { type Answers, answersSchema } from '../../shared/note/answers.ts'
import {
  type NoteSummary,
  noteSummarySchema,
  type StoredNote,
  storedNoteSchema,
} from '../../shared/note/note.ts'
import { type TemplateRef, templateRefSchema } from '../../shared/template/template.ts'
import { userSchema } from '../../shared/user/user.ts'
import { all, type Db, first, jsonColumn, query } from './db.ts'
import { refusal } from './refusal.ts'

const summaryColumns = [
  'id',
  'case_id',
  'template_id',
  'template_version',
  'kind',
  'owner',
  'author',
  'status',
  'created_at',
  'updated_at',
  'revision',
] as const

const json = jsonColumn(z.unknown())

const summaryRow = z
  .looseObject({ author: json })
  .transform((row): unknown => ({
    id: row.id,
    caseId: row.case_id,
    template: { id: row.template_id, version: row.template_version },
    kind: row.kind,
    owner: row.owner,
    author: row.author,
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  }))
  .pipe(noteSummarySchema)

const order = sql`notes.rowid`

const noteRow = z
  .looseObject({
    author: json,
    answers: json,
    objections: json.nullable(),
    taken_over: json.nullable(),
    set_aside: json.nullable(),
    signature: json.nullable(),
  })
  .transform((row): unknown => ({
    id: row.id,
    caseId: row.case_id,
    template: { id: row.template_id, version: row.template_version },
    kind: row.kind,
    owner: row.owner,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
    status: row.status,
    answers: row.answers,
    ...(row.objections === null ? {} : { objections: row.objections }),
    ...(row.taken_over === null ? {} : { takenOver: row.taken_over }),
    ...(row.set_aside === null ? {} : { setAside: row.set_aside }),
    ...(row.status === 'journalford' ? { signature: row.signature } : {}),
  }))
  .pipe(storedNoteSchema)

const notesWithSignature = query
  .selectFrom('notes')
  .leftJoin('records', 'records.note_id', 'notes.id')
  .selectAll('notes')
  .select('records.signature')

/** What the tree shows of every note, without answers, oldest first. */
export function readSummaries(db: Db, caseId?: CaseId): NoteSummary[] {
  const every = query.selectFrom('notes').select(summaryColumns).orderBy('created_at').orderBy(order)
  return all(db, caseId === undefined ? every : every.where('case_id', '=', caseId), summaryRow)
}

/** One note. NOT_FOUND. */
export function readStoredNote(db: Db, id: NoteId): StoredNote {
  const note = first(db, notesWithSignature.where('notes.id', '=', id), noteRow)
  if (!note) throw refusal('NOT_FOUND', { what: 'note', id })
  return note
}

const templateRow = z
  .object({ template_id: z.string(), template_version: z.int() })
  .transform((row): unknown => ({ id: row.template_id, version: row.template_version }))
  .pipe(templateRefSchema)

/** The template versions that notes pin, without duplicates. */
export function readPinnedTemplates(db: Db): TemplateRef[] {
  const pinned = query.selectFrom('notes').select(['template_id', 'template_version']).distinct()
  return all(db, pinned, templateRow)
}

/** Whether there is a note with this id. */
export function noteExists(db: Db, id: NoteId): boolean {
  return first(db, query.selectFrom('notes').select('id').where('id', '=', id), z.unknown()) !== undefined
}

/** All notes of a case with their answers, oldest first. */
export function readNotesOf(db: Db, caseId: CaseId): StoredNote[] {
  const notes = notesWithSignature
    .where('notes.case_id', '=', caseId)
    .orderBy('notes.created_at')
    .orderBy(order)
  return all(db, notes, noteRow)
}

const revisionRow = z.object({ revision: z.int(), at: timestampSchema, by: jsonColumn(userSchema) })

/** Every save of a note, oldest first. NOT_FOUND. */
export function readRevisions(db: Db, id: NoteId): z.infer<typeof revisionRow>[] {
  const revisions = query
    .selectFrom('revisions')
    .select(['revision', 'at', 'by'])
    .where('note_id', '=', id)
    .orderBy('revision')
  const found = all(db, revisions, revisionRow)
  if (found.length === 0) throw refusal('NOT_FOUND', { what: 'note', id })
  return found
}

const revisionAnswers = z.object({ answers: jsonColumn(answersSchema) })

/** The answers as one save left them. NOT_FOUND. */
export function readRevision(db: Db, id: NoteId, revision: number): Answers {
  const row = first(
    db,
    query
      .selectFrom('revisions')
      .select('answers')
      .where('note_id', '=', id)
      .where('revision', '=', revision),
    revisionAnswers,
  )
  if (!row) throw refusal('NOT_FOUND', { what: 'note', id })
  return row.answers
}
