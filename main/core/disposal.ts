import type { DisposableCase } from '../../shared/api/disposal.ts'
import type { StoredCase } from '../../shared/case/case.ts'
import { type IsoDate, swedishDate } from '../../shared/case/dates.ts'
import { disposableFrom } from '../../shared/case/disposal.ts'
import { disposalEntry } from '../../shared/journal/disposal-entry.ts'
import { cleanText } from '../../shared/note/answers.ts'
import { readCases, readStoredCase } from '../store/cases.ts'
import type { Db } from '../store/db.ts'
import { countsOf, disposeOf, readReceipts } from '../store/disposal.ts'
import { refusal } from '../store/refusal.ts'
import { type CoreState, calls, dbOf, stampFor } from './calls.ts'

/** From which day a case may be disposed of, where that day has come. */
function dueFrom({ policies, now }: CoreState, { case: of }: StoredCase): IsoDate | undefined {
  const from = disposableFrom(of, policies.policies.disposeAfterMonths)
  return from !== undefined && from <= swedishDate(now()) ? from : undefined
}

function dueCases(state: CoreState, db: Db): DisposableCase[] {
  return readCases(db).flatMap((stored): DisposableCase[] => {
    const { id, number, insured, closed } = stored.case
    const from = dueFrom(state, stored)
    if (from === undefined || closed === undefined) return []
    return [
      { caseId: id, number, insured: insured.name, closedOn: closed.on, from, counts: countsOf(db, id) },
    ]
  })
}

/** Gallring of closed cases of the open archive. */
export const disposalCalls = {
  due: calls.disposal.due.handler(({ context: { state } }) => {
    stampFor(state, 'dispose')
    return dueCases(state, dbOf(state))
  }),

  dispose: calls.disposal.dispose.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'dispose')
    const db = dbOf(state)
    const stored = readStoredCase(db, input.caseId)
    const { closed, number } = stored.case
    if (closed === undefined || dueFrom(state, stored) === undefined || input.number.trim() !== number)
      throw refusal('CASE_NOT_DUE', { number })
    const receipt = disposeOf(db, stored, closed.on, cleanText(input.reason), stamp)
    state.changes.publish({ type: 'case', id: input.caseId }, line)
    return receipt
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
