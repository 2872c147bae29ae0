// Every signed note against its record, its seal and its chain. The columns are compared with the record as the JSON that they
// are: a note whose canonical form is, to the byte, the text that was digested and sealed needs no reading through besides.
import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { type Timestamp, timestampSchema, zonedTime } from '../../shared/case/dates.ts'
import { noteIdSchema } from '../../shared/case/ids.ts'
import { canonicalRecord } from '../../shared/note/canonical.ts'
import { type publicKeySchema, sealSchema, takenOverSchema } from '../../shared/note/note.ts'
import { type ArchiveFinding, archiveFinding } from './archive-finding.ts'
import { type Db, jsonColumn } from './db.ts'
import type { LogAction } from './log.ts'
import { refusal, refusing } from './refusal.ts'
import { holderOf } from './signing-keys.ts'

/** What the records are held against. */
export interface Witnesses {
  /** By the digest of a record, what the log says was done with it. */
  readonly logged: ReadonlyMap<string, LogAction>
  /** By public key, whose it is. */
  readonly keys: ReadonlyMap<string, string>
}

/** What is left to find out of a record: whether its seal was made of its text. */
export interface SealToCheck {
  readonly text: string
  readonly publicKey: z.infer<typeof publicKeySchema>
  readonly value: string
}

/** What was found of one record without its seal, and the seal. */
export interface CheckedRecord {
  readonly id: z.infer<typeof noteIdSchema>
  readonly found: ArchiveFinding[]
  readonly seal: SealToCheck | undefined
}

// What is `unknown` stands whole in the canonical form, and is compared there.
const signatureColumn = jsonColumn(
  z.strictObject({
    by: z.looseObject({ id: z.string().optional(), name: z.string() }),
    at: timestampSchema,
    sequence: z.unknown(),
    previous: z.unknown(),
    digest: z.unknown(),
    case: z.unknown(),
    seal: sealSchema.extend({ time: z.string() }).optional(),
  }),
)
const takenOverColumn = jsonColumn(z.array(takenOverSchema).min(1).max(1000)).nullable()
const json = jsonColumn(z.unknown())

const recordedRow = z.object({
  place: z.int(),
  note_id: noteIdSchema,
  case_id: z.string(),
  sequence: z.int(),
  previous: z.string().nullable(),
  digest: z.string(),
  canonical: z.string(),
  signature: signatureColumn,
  note_case: z.string().nullable(),
  status: z.string().nullable(),
  template_id: z.string().nullable(),
  template_version: z.int().nullable(),
  kind: z.string().nullable(),
  owner: z.string().nullable(),
  author: json.nullable(),
  created_at: z.string().nullable(),
  updated_at: z.string().nullable(),
  answers: json.nullable(),
  objections: json.nullable(),
  set_aside: json.nullable(),
  taken_over: takenOverColumn,
  amends_verb: z.string().nullable(),
  amends_note: z.string().nullable(),
})
type RecordedRow = z.infer<typeof recordedRow>

const rowsAfter = `
  SELECT r.rowid AS place, r.note_id, r.case_id, r.sequence, r.previous, r.digest, r.canonical, r.signature,
    n.case_id AS note_case, n.status, n.template_id, n.template_version, n.kind, n.owner, n.author, n.created_at,
    n.updated_at, n.answers, n.objections, n.set_aside, n.taken_over, n.amends_verb, n.amends_note
  FROM records r LEFT JOIN notes n ON n.id = r.note_id
  WHERE (r.case_id, r.sequence) > (?, ?) AND r.rowid <= ?
  ORDER BY r.case_id, r.sequence LIMIT ?`

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Whether the note as it stands, in the case that its record is of, has the canonical form that was signed. */
function isAsSigned(row: RecordedRow): boolean {
  if (row.status !== 'journalford' || row.note_case !== row.case_id) return false
  const { amends_verb: verb, amends_note: note } = row
  const stands = {
    id: row.note_id,
    template: { id: row.template_id, version: row.template_version },
    kind: row.kind,
    owner: row.owner,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    answers: row.answers,
    ...(row.objections === null ? {} : { objections: row.objections }),
    ...(row.set_aside === null ? {} : { setAside: row.set_aside }),
    ...(note === null ? {} : { amends: { verb, note } }),
  }
  try {
    return canonicalRecord(stands, row.signature) === row.canonical
  } catch {
    // Text without a canonical form was never signed by us.
    return false
  }
}

/** Whether a record follows on the one before it in its case, or is the first of it. */
function follows(row: RecordedRow, before: RecordedRow | undefined): boolean {
  const first = before?.case_id !== row.case_id
  return (
    row.sequence === (first ? 1 : before.sequence + 1) &&
    row.previous === (first ? null : before.digest) &&
    row.signature.sequence === row.sequence &&
    row.signature.previous === row.previous
  )
}

/** Swedish time is asked of the system once for each moment; a sitting's records share few. */
function createZonedTimes(): (at: Timestamp) => string {
  let last: { at: Timestamp; text: string } | undefined
  return (at) => {
    if (last?.at !== at) last = { at, text: zonedTime(at) }
    return last.text
  }
}

function checked(
  row: RecordedRow,
  before: RecordedRow | undefined,
  { logged, keys }: Witnesses,
  timeOf: (at: Timestamp) => string,
): CheckedRecord {
  const { note_id: id, signature, canonical } = row
  const { seal } = signature
  const found: ArchiveFinding[] = []
  const find = (kind: ArchiveFinding['kind']) => found.push(archiveFinding(kind, { id }, id))
  if (sha256(canonical) !== row.digest || signature.digest !== row.digest) find('digest')
  if (seal !== undefined && seal.time !== timeOf(signature.at)) find('seal')
  const action = logged.get(row.digest)
  if (action === undefined) find('record-unlogged')
  // What is signed here is sealed with the key of whoever signs; what was imported, with a key of somebody elsewhere.
  const isOwn = seal !== undefined && keys.get(seal.publicKey) === holderOf(signature.by)
  if (action === 'note-signed' && !isOwn) find('signing-key')
  if (!isAsSigned(row)) find('note-differs')
  if (!follows(row, before)) find('chain')
  const isToCheck = seal !== undefined && !found.some(({ kind }) => kind === 'seal')
  const toCheck = isToCheck ? { text: canonical, publicKey: seal.publicKey, value: seal.value } : undefined
  return { id, found, seal: toCheck }
}

/** So many records are read at a time. */
const PAGE = 200

function readPage(db: Db, statement: Database.Statement, after: readonly [string, number, number]) {
  return refusing(db.path, () =>
    statement.all(...after, PAGE).map((row) => {
      const parsed = recordedRow.safeParse(row)
      if (parsed.success) return parsed.data
      const where = parsed.error.issues[0]?.path.join('.') ?? ''
      throw refusal('ARCHIVE_CORRUPT', { path: db.path, detail: `row: ${where}` })
    }),
  )
}

/**
 * Checks every record that is there now, case by case in the order they were signed, a page of them at a time: in between others
 * may write, since what is added later is left to another time.
 */
export function* recordsInPages(db: Db, witnesses: Witnesses): Generator<CheckedRecord[]> {
  const statement = db.raw.prepare(rowsAfter)
  const last = z.int().parse(db.raw.prepare('SELECT coalesce(max(rowid), 0) FROM records').pluck().get())
  const timeOf = createZonedTimes()
  let before: RecordedRow | undefined
  for (;;) {
    const rows = readPage(db, statement, [before?.case_id ?? '', before?.sequence ?? 0, last])
    if (rows.length === 0) return
    yield rows.map((row) => {
      const outcome = checked(row, before, witnesses, timeOf)
      before = row
      return outcome
    })
  }
}
