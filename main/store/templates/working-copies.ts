import { z } from 'zod'
import { type Timestamp, timestampSchema } from '../../../shared/case/dates.ts'
import { readJson } from '../../../shared/file/json-text.ts'
import { MAX_TEMPLATE_CHARS } from '../../../shared/template/load.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import {
  templateReviewSchema,
  type WorkingCopy,
  type WorkingCopyId,
  type Written,
  workingCopyIdSchema,
  workingStateSchema,
} from '../../../shared/template/working-copy.ts'
import { isSamePerson, userSchema } from '../../../shared/user/user.ts'
import { all, type Db, execute, first, jsonColumn, query } from '../db.ts'
import type { Stamp } from '../log.ts'
import { refusal } from '../refusal.ts'

/** What a text says: the JSON in it, or where there is none, or one of too many levels, the text itself. */
function writtenIn(text: string): Written {
  const read = readJson(text, MAX_TEMPLATE_CHARS)
  const json = read.ok ? z.json().safeParse(read.value) : undefined
  return json?.success ? { template: json.data } : { text }
}

/** The text that is kept of what is written. TOO_LARGE. */
function textOf(written: Written): string {
  const text = 'text' in written ? written.text : JSON.stringify(written.template, undefined, 2)
  if (text.length > MAX_TEMPLATE_CHARS)
    throw refusal('TOO_LARGE', { field: 'template', characters: text.length, limit: MAX_TEMPLATE_CHARS })
  return text
}

const copyRow = z
  .object({
    id: workingCopyIdSchema,
    revision: z.int(),
    state: workingStateSchema,
    text: z.string(),
    from_id: templateIdSchema.nullable(),
    from_version: z.int().nullable(),
    writers: jsonColumn(z.array(userSchema).min(1)),
    review: jsonColumn(templateReviewSchema).nullable(),
    begun_at: timestampSchema,
    updated_at: timestampSchema,
  })
  .transform(
    ({ text, from_id, from_version, review, begun_at, updated_at, ...copy }): WorkingCopy => ({
      ...copy,
      ...(from_id === null || from_version === null ? {} : { from: { id: from_id, version: from_version } }),
      ...(review === null ? {} : { review }),
      begunAt: begun_at,
      updatedAt: updated_at,
      ...writtenIn(text),
    }),
  )

const copies = query.selectFrom('working_copies').selectAll()

/** Every working copy, the one that was written in last first. */
export function readWorkingCopies(db: Db): WorkingCopy[] {
  return all(db, copies.orderBy('updated_at', 'desc').orderBy('id'), copyRow)
}

/** A working copy. NOT_FOUND. */
export function readWorkingCopy(db: Db, id: WorkingCopyId): WorkingCopy {
  const found = first(db, copies.where('id', '=', id), copyRow)
  if (found === undefined) throw refusal('NOT_FOUND', { what: 'working-copy', id })
  return found
}

type Beginning = Pick<WorkingCopy, 'id' | 'from'> & { readonly written: Written }

/** Begins a working copy. TOO_LARGE. Part of a transaction. */
export function insertWorkingCopy(db: Db, { id, from, written }: Beginning, { by, at }: Stamp): WorkingCopy {
  const values = {
    id,
    revision: 1,
    state: 'utkast',
    text: textOf(written),
    from_id: from?.id ?? null,
    from_version: from?.version ?? null,
    writers: JSON.stringify([by]),
    review: null,
    begun_at: at,
    updated_at: at,
  }
  execute(db, query.insertInto('working_copies').values(values))
  return readWorkingCopy(db, id)
}

type Save = { readonly id: WorkingCopyId; readonly baseRevision: number; readonly written: Written }

/**
 * Saves what is written as the next revision; what says the same as before makes none. NOT_FOUND, TEMPLATE_CHANGED where somebody
 * else saved first, TEMPLATE_FROZEN where it is in review, TOO_LARGE. Part of a transaction.
 */
export function saveWorkingCopy(
  db: Db,
  { id, baseRevision, written }: Save,
  { by, at }: Stamp,
): { revision: number; savedAt: Timestamp } {
  const current = workingCopyAt(db, id, baseRevision)
  const text = textOf(written)
  if (text === textOf(current)) return { revision: current.revision, savedAt: current.updatedAt }
  const { writers } = current
  const known = writers.some((writer) => isSamePerson(writer, by))
  const next = {
    revision: current.revision + 1,
    text,
    writers: JSON.stringify(known ? writers : [...writers, by]),
    updated_at: at,
  }
  execute(db, query.updateTable('working_copies').set(next).where('id', '=', id))
  return { revision: next.revision, savedAt: at }
}

/** A working copy that is open to be written in, as it was at a revision. NOT_FOUND, TEMPLATE_CHANGED, TEMPLATE_FROZEN. */
function workingCopyAt(db: Db, id: WorkingCopyId, revision: number): WorkingCopy {
  const current = readWorkingCopy(db, id)
  if (current.revision !== revision) throw refusal('TEMPLATE_CHANGED', { current })
  if (current.state !== 'utkast') throw refusal('TEMPLATE_FROZEN', { state: current.state })
  return current
}

/** Throws a working copy away. NOT_FOUND, TEMPLATE_FROZEN. Part of a transaction. */
export function discardWorkingCopy(db: Db, id: WorkingCopyId): void {
  workingCopyAt(db, id, readWorkingCopy(db, id).revision)
  execute(db, query.deleteFrom('working_copies').where('id', '=', id))
}
