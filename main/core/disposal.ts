import type { DisposableCase } from '../../shared/api/disposal.ts'
import type { StoredCase } from '../../shared/case/case.ts'
import { dateAt, type IsoDate } from '../../shared/case/dates.ts'
import { disposableFrom } from '../../shared/case/disposal.ts'
import { disposalEntry } from '../../shared/journal/disposal-entry.ts'
import { cleanText } from '../../shared/note/answers.ts'
import { endedCases, readStoredCase } from '../store/cases.ts'
import type { Db } from '../store/db.ts'
import { countsOf, disposeOf, readReceipts } from '../store/disposal.ts'
import { keptGoingWith } from '../store/kept-naming.ts'
import { packagesOf } from '../store/packages.ts'
import { refusal } from '../store/refusal.ts'
import { type CoreState, calls, dbOf, stampFor, todayIn } from './calls.ts'
import { ArchiveClosed } from './refusals.ts'

/** A case that may be disposed of: from which day, and since when it has been at its end. */
interface Due {
  readonly from: IsoDate
  readonly ended: IsoDate
  readonly received: boolean
}

/** Whether the day has come. A case received for review is a copy that nobody closes here, and counts from when it last came. */
function dueOf(state: CoreState, db: Db, { case: of }: StoredCase): Due | undefined {
  const came = packagesOf(db, of.id).findLast(({ direction }) => direction === 'received')
  const ended = came === undefined ? of.closed?.on : dateAt(came.at)
  const from = disposableFrom(ended, state.policies.policies.disposeAfterMonths)
  if (ended === undefined || from === undefined || from > todayIn(state)) return undefined
  return { from, ended, received: came !== undefined }
}

function dueCases(state: CoreState, db: Db): DisposableCase[] {
  return endedCases(db, todayIn(state)).flatMap((stored): DisposableCase[] => {
    const { id, number, insured } = stored.case
    const due = dueOf(state, db, stored)
    if (due === undefined) return []
    const { from, ended: closedOn, received } = due
    const { lists, searches } = keptGoingWith(db, stored.case)
    const kept = [...lists, ...searches].map(({ name }) => name)
    const counts = countsOf(db, id)
    return [{ caseId: id, number, insured: insured.name, closedOn, received, from, counts, kept }]
  })
}

/** Gallring of closed cases of the open archive. */
export const disposalCalls = {
  due: calls.disposal.due.handler(({ context: { state } }) => {
    stampFor(state, 'dispose')
    return dueCases(state, dbOf(state))
  }),

  dispose: calls.disposal.dispose.handler(async ({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'dispose')
    const db = dbOf(state)
    const stored = readStoredCase(db, input.caseId)
    const { number } = stored.case
    const due = dueOf(state, db, stored)
    if (due === undefined || input.number.trim() !== number) throw refusal('CASE_NOT_DUE', { number })
    try {
      return await disposeOf(db, stored, due.ended, cleanText(input.reason), stamp, (progress) =>
        state.changes.publish({ type: 'sweeping', ...progress }, line),
      )
    } catch (error) {
      throw db.raw.open ? error : new ArchiveClosed()
    } finally {
      state.changes.publish({ type: 'case', id: input.caseId }, line)
    }
  }),

  receipts: calls.disposal.receipts.handler(({ context: { state } }) => {
    stampFor(state, 'dispose')
    return readReceipts(dbOf(state))
  }),

  exportReceipt: calls.disposal.exportReceipt.handler(async ({ input, context: { state } }) => {
    stampFor(state, 'dispose')
    const receipt = readReceipts(dbOf(state)).find(({ caseId }) => caseId === input.caseId)
    if (!receipt) throw refusal('NOT_FOUND', { what: 'case', id: input.caseId })
    const { exportEntry } = await import('../export/index.ts')
    const entry = disposalEntry(receipt, state.policies.policies.language ?? input.language)
    const { fileName, mimeType, bytes } = await exportEntry(
      { entry, at: new Date(receipt.at), author: receipt.by.name, before: 'gallring' },
      input.format,
    )
    return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
  }),
}
