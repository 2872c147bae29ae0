import { z } from 'zod'
import { swedishDate, timestampSchema } from '../../../shared/case/dates.ts'
import { type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import type { RevisionCause } from '../../../shared/history/cause.ts'
import { type Revision, type RevisionHead, revisionHeadSchema } from '../../../shared/history/revision.ts'
import { sittingOf } from '../../../shared/history/thin.ts'
import { answersSchema } from '../../../shared/note/answers.ts'
import { objectionSchema, type StoredNote, setAsideSchema } from '../../../shared/note/note.ts'
import { all, type Db, execute, first, jsonColumn, query } from '../db.ts'
import type { Stamp } from '../log.ts'
import { refusal } from '../refusal.ts'
import { unpack, type WholeText } from './pack.ts'
import { createRevisionPacker, type RevisionContent, revisionText } from './pack-revisions.ts'
import { thinAfterSave } from './thin-revisions.ts'

const packedRow = z.object({ revision: z.int(), base: z.int().nullable(), content: z.instanceof(Buffer) })
type PackedRow = z.infer<typeof packedRow>

const packedOf = (id: NoteId) =>
  query.selectFrom('revisions').select(['revision', 'base', 'content']).where('note_id', '=', id)

/** The text of a revision whose base is given. ARCHIVE_CORRUPT. */
function textOf(db: Db, { content }: PackedRow, base: string | undefined): string {
  try {
    return unpack(content, base)
  } catch {
    throw refusal('ARCHIVE_CORRUPT', { path: db.path, detail: 'revision' })
  }
}

/** The text of one revision, or undefined where there is none. ARCHIVE_CORRUPT. */
function readText(db: Db, id: NoteId, revision: number): string | undefined {
  const row = first(db, packedOf(id).where('revision', '=', revision), packedRow)
  if (row === undefined) return undefined
  // A base is stored whole, so this goes one step deep; of damaged ones, none is its own.
  const base = row.base === null ? undefined : readText(db, id, row.base)
  return textOf(db, row, base)
}

const contentSchema = jsonColumn(
  z.tuple([answersSchema, z.array(objectionSchema).nullable(), z.array(setAsideSchema).nullable()]),
)

const headRow = z
  .looseObject({ by: jsonColumn(z.unknown()) })
  .transform(({ template_id, template_version, ...row }): unknown => ({
    ...row,
    template: { id: template_id, version: template_version },
  }))
  .pipe(revisionHeadSchema)

const headsOf = (id: NoteId) =>
  query
    .selectFrom('revisions')
    .select(['revision', 'at', 'by', 'cause', 'sitting', 'template_id', 'template_version'])
    .where('note_id', '=', id)
    .orderBy('revision')

/** The revisions of a note that are kept, oldest first. NOT_FOUND. */
export function readRevisions(db: Db, id: NoteId): RevisionHead[] {
  const found = all(db, headsOf(id), headRow)
  if (found.length === 0) throw refusal('NOT_FOUND', { what: 'note', id })
  return found
}

/** A revision with all that it says. NOT_FOUND where it never was, or has been thinned out. */
export function readRevision(db: Db, id: NoteId, revision: number): Revision {
  const head = first(db, headsOf(id).where('revision', '=', revision), headRow)
  const text = readText(db, id, revision)
  if (head === undefined || text === undefined)
    throw refusal('NOT_FOUND', { what: 'revision', id: String(revision) })
  const content = contentSchema.safeParse(text)
  if (!content.success) throw refusal('ARCHIVE_CORRUPT', { path: db.path, detail: 'revision' })
  const [answers, objections, setAside] = content.data
  return {
    ...head,
    answers,
    ...(objections === null ? {} : { objections }),
    ...(setAside === null ? {} : { setAside }),
  }
}

const lastRow = z.object({
  revision: z.int(),
  at: timestampSchema,
  by: z.string(),
  sitting: z.int(),
  base: z.int().nullable(),
})

/** The text that the next revision can be stored as a change of. */
function frameOf(db: Db, id: NoteId, last: z.infer<typeof lastRow> | undefined): WholeText | undefined {
  if (last === undefined) return undefined
  const revision = last.base ?? last.revision
  const text = readText(db, id, revision)
  return text === undefined ? undefined : { revision, text }
}

/**
 * Adds a revision to a note, and takes away those that need not be kept once it is there. Part of the transaction of whatever
 * made it.
 */
export function addRevision(
  db: Db,
  { id, revision, template }: Pick<StoredNote, 'id' | 'revision' | 'template'>,
  content: RevisionContent,
  { by: user, at }: Stamp,
  cause: RevisionCause,
): void {
  const newest = query
    .selectFrom('revisions')
    .select(['revision', 'at', 'by', 'sitting', 'base'])
    .where('note_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(1)
  const last = first(db, newest, lastRow)
  const by = JSON.stringify(user)
  const packed = createRevisionPacker(frameOf(db, id, last)).next(revision, revisionText(content))
  execute(
    db,
    query.insertInto('revisions').values({
      note_id: id,
      revision,
      at,
      by,
      cause,
      sitting: sittingOf(last, { revision, at, by }),
      template_id: template.id,
      template_version: template.version,
      ...packed,
    }),
  )
  if (last) thinAfterSave(db, id, last, swedishDate(new Date(at)))
}

/** Keeps the revision that a save from elsewhere met and was refused, whatever is thinned. Part of a transaction. */
export function keepDisputed(db: Db, { id, revision }: Pick<StoredNote, 'id' | 'revision'>): void {
  execute(
    db,
    query
      .insertInto('disputed_revisions')
      .values({ note_id: id, revision })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

const noteRow = z.object({
  id: noteIdSchema,
  revision: z.int(),
  answers: z.string(),
  objections: z.string().nullable(),
  set_aside: z.string().nullable(),
})
type NoteRow = z.infer<typeof noteRow>

const chainRow = packedRow.extend({ note_id: z.string(), sitting: z.int() })
type ChainRow = z.infer<typeof chainRow>

/** Whether the revisions of a note can all be read, begin and end as they should, and the last is what the note holds. */
function holds(note: NoteRow, rows: readonly ChainRow[]): boolean {
  const texts = new Map<number, string>()
  const there = new Set(rows.map(({ revision }) => revision))
  for (const row of rows) {
    const base = row.base === null ? undefined : texts.get(row.base)
    if (row.base !== null && base === undefined) return false
    try {
      const text = unpack(row.content, base)
      JSON.parse(text)
      texts.set(row.revision, text)
    } catch {
      return false
    }
  }
  const sittingsBegin = rows.every(({ sitting }) => there.has(sitting))
  const last = rows.at(-1)
  return (
    sittingsBegin &&
    there.has(1) &&
    last?.revision === note.revision &&
    texts.get(note.revision) === revisionText(note)
  )
}

/** So many notes are read at a time: all of an archive's are too many to hold at once. */
const NOTES_A_PAGE = 500

function* notesInPages(db: Db): Generator<[NoteRow, ...NoteRow[]]> {
  let after = ''
  for (;;) {
    const page = query
      .selectFrom('notes')
      .select(['id', 'revision', 'answers', 'objections', 'set_aside'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(NOTES_A_PAGE)
    const [first, ...rest] = all(db, page, noteRow)
    if (first === undefined) return
    yield [first, ...rest]
    after = rest.at(-1)?.id ?? first.id
  }
}

/** Notes whose revisions do not hold: one cannot be read, a first is missing, or the last is not what the note holds. */
export function notesWithBrokenRevisions(db: Db): NoteId[] {
  const broken: NoteId[] = []
  for (const notes of notesInPages(db)) {
    const revisions = query
      .selectFrom('revisions')
      .select(['note_id', 'revision', 'base', 'content', 'sitting'])
      .where('note_id', '>=', notes[0].id)
      .where('note_id', '<=', notes.at(-1)?.id ?? notes[0].id)
      .orderBy('note_id')
      .orderBy('revision')
    const byNote = Map.groupBy(all(db, revisions, chainRow), ({ note_id }) => note_id)
    broken.push(...notes.filter((note) => !holds(note, byNote.get(note.id) ?? [])).map(({ id }) => id))
  }
  return broken
}
