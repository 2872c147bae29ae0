import { describe, expect, test } from 'vitest'
import { attentionOf } from '../../../shared/projection/attention.ts'
import { caseOn } from './support.ts'

const need = { template: 'behovsklarlaggande', on: '2026-03-10', answers: {} }
const attention = (...of: Parameters<typeof caseOn>) => attentionOf(caseOn(...of))

describe('What in a case needs somebody', () => {
  test('nothing, where nothing is wrong and nothing late', () => {
    expect(attention('2026-03-10', [])).toEqual({
      caseId: '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a01',
      problems: { error: 0, warning: 0, info: 0 },
      late: [],
      rules: {},
    })
  })

  test('the problems of the case itself: nothing is said of the plan after day 30', () => {
    expect(attention('2026-03-31', []).problems).toEqual({ error: 0, warning: 0, info: 0 })
    expect(attention('2026-04-01', []).problems).toEqual({ error: 0, warning: 1, info: 0 })
  })

  test('how often each rule speaks: that of the plan after day 30, once', () => {
    expect(attention('2026-04-01', []).rules).toEqual({ R6: 1 })
  })

  test('the problems of its drafts together', () => {
    const [one, two] = [[need], [need, { ...need, on: '2026-03-11' }]].map(
      (notes) => attention('2026-03-12', notes).problems.error,
    )
    expect(one).toBeGreaterThan(0)
    expect(two).toBe(2 * (one ?? 0))
  })

  test('no problem of what is signed: it stands', () => {
    expect(attention('2026-03-12', [{ ...need, signed: true }]).problems.error).toBe(0)
  })
})
