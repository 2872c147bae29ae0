import { sql } from 'kysely'
import { z } from 'zod'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import { reviewVerbs } from '../../shared/note/lifecycle.ts'
import {
  type NoteSummary,
  noteSummarySchema,
  type StoredNote,
  storedNoteSchema,
} from '../../shared/note/note.ts'
import { stateAfter } from '../../shared/note/review.ts'
import { type TemplateRef, templateRefSchema } from '../../shared/template/template.ts'
import { all, allRemembered, type Db, first, jsonColumn, query, type Remembered } from './db.ts'
import { refusal } from './refusal.ts'

const summaryColumns = [
  'notes.id',
  'notes.case_id',
  'notes.template_id',
  'notes.template_version',
  'notes.kind',
  'notes.owner',
  'notes.author',
  'notes.status',
  'notes.created_at',
  'notes.updated_at',
  'notes.revision',
  'notes.amends_verb',
  'notes.amends_note',
] as const

/** The newest event of a note's review, beside the note. */
const reviewColumns = [
  'review.at as review_at',
  'review.by as review_by',
  'review.verb as review_verb',
  'review.revision as review_revision',
  'review.to as review_to',
  'review.reason as review_reason',
] as const

const withReview = query
  .selectFrom('notes')
  .leftJoin('review_events as review', (join) =>
    join
      .onRef('review.note_id', '=', 'notes.id')
      .on(
        'review.seq',
        '=',
        sql<number>`(SELECT max(seq) FROM review_events WHERE review_events.note_id = notes.id)`,
      ),
  )
  .select(reviewColumns)

const json = jsonColumn(z.unknown())

const amendingColumns = {
  amends_verb: z.string().nullable(),
  amends_note: z.string().nullable(),
  annulled_at: z.string().nullable(),
  annulled_by: json.nullable(),
  annulled_reason: z.string().nullable(),
}
const amendingRow = z.looseObject(amendingColumns)

/** What a note amends and whether it is annulled, as its members. */
function amendingMembers(row: z.infer<typeof amendingRow>): object {
  const { amends_verb: verb, amends_note: note, annulled_at: at, annulled_by: by, annulled_reason } = row
  return {
    ...(note === null ? {} : { amends: { verb, note } }),
    ...(at === null ? {} : { annulled: { at, by, reason: annulled_reason } }),
  }
}

const reviewed = {
  review_verb: z.enum(reviewVerbs).nullable(),
  review_by: json.nullable(),
  review_to: json.nullable(),
}

/** How a draft stands in review, of a row with the newest event; nothing where it is plainly a draft. */
function reviewMember(row: z.infer<z.ZodObject<typeof reviewed, z.core.$loose>>): { review?: unknown } {
  if (row.review_verb === null || row.status !== 'utkast') return {}
  const state = stateAfter(row.review_verb)
  if (state === 'utkast') return {}
  return {
    review: {
      state,
      at: row.review_at,
      by: row.review_by,
      revision: row.review_revision,
      ...(row.review_to === null ? {} : { to: row.review_to }),
      ...(row.review_reason === null ? {} : { reason: row.review_reason }),
    },
  }
}

const summaryRow = z
  .looseObject({
    author: json,
    sequence: z.int().nullable(),
    signed_at: z.string().nullable(),
    ...amendingColumns,
    ...reviewed,
  })
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
    ...(row.sequence === null ? {} : { sequence: row.sequence }),
    ...(row.signed_at === null ? {} : { signedAt: row.signed_at }),
    ...amendingMembers(row),
    ...reviewMember(row),
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
    ...amendingColumns,
    ...reviewed,
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
    ...amendingMembers(row),
    ...reviewMember(row),
  }))
  .pipe(storedNoteSchema)

const notesWithRecord = withReview
  .leftJoin('records', 'records.note_id', 'notes.id')
  .leftJoin('annulments', 'annulments.note_id', 'notes.id')
  .select([
    'annulments.at as annulled_at',
    'annulments.by as annulled_by',
    'annulments.reason as annulled_reason',
  ])
const notesWithSignature = notesWithRecord.selectAll('notes').select('records.signature')

/** What the tree shows of every note, without answers, oldest first. */
export function readSummaries(db: Db, caseId?: CaseId): NoteSummary[] {
  const every = notesWithRecord
    .select(summaryColumns)
    .select(['records.sequence', sql<string>`json_extract(records.signature, '$.at')`.as('signed_at')])
    .orderBy('notes.created_at')
    .orderBy(order)
  return all(db, caseId === undefined ? every : every.where('notes.case_id', '=', caseId), summaryRow)
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

/**
 * The template versions that notes pin, without duplicates. Each is looked up after the one before: DISTINCT would go through the
 * whole index, which has a row for every note.
 */
export function readPinnedTemplates(db: Db): TemplateRef[] {
  const next = query
    .selectFrom('notes')
    .select(['template_id', 'template_version'])
    .orderBy('template_id')
    .orderBy('template_version')
    .limit(1)
  const found: TemplateRef[] = []
  for (let last = first(db, next, templateRow); last !== undefined; ) {
    found.push(last)
    const after = sql<boolean>`(template_id, template_version) > (${last.id}, ${last.version})`
    last = first(db, next.where(after), templateRow)
  }
  return found
}

/** Whether there is a note with this id. */
export function noteExists(db: Db, id: NoteId): boolean {
  return first(db, query.selectFrom('notes').select('id').where('id', '=', id), z.unknown()) !== undefined
}

// Each check of a note reads all notes of its case, of which most are as they were.
const remembered = new WeakMap<Db, Remembered<StoredNote>>()

function rememberedOf(db: Db): Remembered<StoredNote> {
  const known = remembered.get(db) ?? new Map()
  remembered.set(db, known)
  return known
}

/** Notes by their ids; one that is not there is left out. */
export function readNotesById(db: Db, ids: readonly string[]): Map<string, StoredNote> {
  const among = sql<boolean>`notes.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const notes = allRemembered(db, notesWithSignature.where(among), noteRow, rememberedOf(db))
  return new Map(notes.map((note) => [note.id, note]))
}

/** All notes of a case with their answers, oldest first. */
export function readNotesOf(db: Db, caseId: CaseId): StoredNote[] {
  const notes = notesWithSignature
    .where('notes.case_id', '=', caseId)
    .orderBy('notes.created_at')
    .orderBy(order)
  return allRemembered(db, notes, noteRow, rememberedOf(db))
}
