import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { renewCase, staleKeys } from '../../../renderer/api/changes.ts'
import { type CaseSummary, caseSummarySchema } from '../../../shared/api/cases.ts'
import { changeEventSchema } from '../../../shared/api/contract.ts'
import { caseIdSchema } from '../../../shared/case/ids.ts'
import { context } from '../check/sample.ts'

const CASE = '00000000-0000-4000-8000-000000000001'
const NOTE = '00000000-0000-4000-8000-000000000002'

test.each([
  [{ type: 'archive' }, [[]]],
  [{ type: 'settings' }, [['settings']]],
  [{ type: 'case', id: CASE }, [['cases'], ['case', CASE]]],
  [
    { type: 'note', id: NOTE, caseId: CASE, revision: 3 },
    [
      ['note', NOTE],
      ['notes', CASE],
    ],
  ],
])('after %o, whoever shows %o reads again', (event, keys) => {
  expect(staleKeys(changeEventSchema.parse(event))).toEqual(keys)
})

describe('when a note is saved, its case is read again', () => {
  const saved = caseIdSchema.parse(CASE)
  const summary = (id: string, extent: number): CaseSummary =>
    caseSummarySchema.parse({ case: { ...context.case, id, extent }, notes: [] })
  const before = summary(CASE, 50)
  const after = summary(CASE, 100)
  const other = summary('00000000-0000-4000-8000-000000000003', 100)

  function listing(...list: CaseSummary[]): QueryClient {
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
    queries.setQueryData(['cases'], list)
    return queries
  }
  const isStale = (queries: QueryClient) => queries.getQueryState(['cases'])?.isInvalidated

  test('and alone is new in the list', async () => {
    const queries = listing(other, before)
    await renewCase(queries, saved, () => Promise.resolve(after))
    expect(queries.getQueryData(['cases'])).toEqual([other, after])
    expect(queries.getQueryData(['case', CASE])).toEqual(after)
    expect(isStale(queries)).toBe(false)
  })

  test('and the list with it, where the case is not in it', async () => {
    const queries = listing(other)
    await renewCase(queries, saved, () => Promise.resolve(after))
    expect(isStale(queries)).toBe(true)
  })

  test('and the list with it, where the case cannot be read', async () => {
    const queries = listing(other, before)
    await renewCase(queries, saved, () => Promise.reject(new Error('The line broke.')))
    expect(queries.getQueryData(['cases'])).toEqual([other, before])
    expect(isStale(queries)).toBe(true)
  })
})
