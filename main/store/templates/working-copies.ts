import { z } from 'zod'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { readJson } from '../../../shared/file/json-text.ts'
import type { CopyVerb } from '../../../shared/template/life.ts'
import { MAX_TEMPLATE_CHARS } from '../../../shared/template/load.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import {
  copyHead,
  copyWith,
  templateReviewSchema,
  type WorkingCopy,
  type WorkingCopyHead,
  type WorkingCopyId,
  type WorkingState,
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

/** The text of what is written. TOO_LARGE where it is more than is kept. */
export function writtenText(written: Written): string {
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
    text: writtenText(written),
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
 * Saves what is written as the next revision; what says the same as before makes none. Gives it without what is written. NOT_FOUND,
 * TEMPLATE_CHANGED where somebody else saved first, TEMPLATE_FROZEN where it is in review, TOO_LARGE. Part of a transaction.
 */
export function saveWorkingCopy(
  db: Db,
  { id, baseRevision, written }: Save,
  { by, at }: Stamp,
): WorkingCopyHead {
  const current = openCopy(copyAt(db, id, baseRevision))
  const text = writtenText(written)
  if (text === writtenText(current)) return copyHead(current)
  const { writers } = current
  const known = writers.some((writer) => isSamePerson(writer, by))
  const next = {
    revision: current.revision + 1,
    writers: known ? writers : [...writers, by],
    updatedAt: at,
  }
  const set = { revision: next.revision, text, writers: JSON.stringify(next.writers), updated_at: at }
  execute(db, query.updateTable('working_copies').set(set).where('id', '=', id))
  return copyHead(copyWith({ ...copyHead(current), ...next }, written))
}

/** A working copy as it was at a revision. NOT_FOUND, TEMPLATE_CHANGED. */
export function copyAt(db: Db, id: WorkingCopyId, revision: number): WorkingCopy {
  const current = readWorkingCopy(db, id)
  if (current.revision !== revision) throw refusal('TEMPLATE_CHANGED', { current })
  return current
}

/** A working copy that may be written in. TEMPLATE_FROZEN. */
function openCopy(copy: WorkingCopy): WorkingCopy {
  if (copy.state !== 'utkast') throw refusal('TEMPLATE_FROZEN', { state: copy.state })
  return copy
}

interface CopyStep {
  readonly verb: CopyVerb
  readonly to: WorkingState
  readonly reason?: string | undefined
}

function reviewOf({ verb, reason }: CopyStep, { by, at }: Stamp): string | null {
  if (verb === 'godkann') return JSON.stringify({ verdict: 'godkand', by, at })
  if (verb === 'aterlamna') return JSON.stringify({ verdict: 'aterlamnad', by, at, reason })
  return null
}

/** Takes a working copy one step of its life, with what its review says. Part of a transaction. */
export function stepWorkingCopy(db: Db, { id }: WorkingCopy, step: CopyStep, stamp: Stamp): WorkingCopy {
  const set = { state: step.to, review: reviewOf(step, stamp) }
  execute(db, query.updateTable('working_copies').set(set).where('id', '=', id))
  return readWorkingCopy(db, id)
}

/** Takes away a working copy that has become a published version. Part of a transaction. */
export function removeWorkingCopy(db: Db, id: WorkingCopyId): void {
  execute(db, query.deleteFrom('working_copies').where('id', '=', id))
}

/** Throws a working copy away. NOT_FOUND, TEMPLATE_FROZEN. Part of a transaction. */
export function discardWorkingCopy(db: Db, id: WorkingCopyId): void {
  removeWorkingCopy(db, openCopy(readWorkingCopy(db, id)).id)
}
