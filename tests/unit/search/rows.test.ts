import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FoundGroup, FoundHit } from '../../../renderer/features/search/found.ts'
import {
  foundAction,
  foundRows,
  hitAt,
  sentenceParts,
  stepHit,
  withMore,
} from '../../../renderer/features/search/rows.ts'
import { timestamp } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'

const id = (n: number) => `6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a0${n}`
const hit = (n: number): FoundHit => ({
  kind: 'anteckning',
  noteId: noteIdSchema.parse(id(n)),
  changedAt: timestamp(new Date('2026-05-01T10:00:00Z')),
  sentence: { text: 'Plan', marks: [[0, 4]] },
})
const group = (n: number, hits: FoundHit[], more = 0): FoundGroup => ({
  caseId: caseIdSchema.parse(id(n)),
  number: `26-${n}`,
  name: 'Lisa Berg',
  closed: false,
  hits,
  more,
})
const [lisa, nils] = [id(1), id(2)]
const groups = [group(1, [hit(3), hit(4)], 2), group(2, [hit(5)])]
const unfolded = foundRows(groups, new Set())
const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

test('Each case stands above its hits, and says how many more it has', () => {
  expect(ids(unfolded)).toEqual([
    lisa,
    `${lisa}/${id(3)}`,
    `${lisa}/${id(4)}`,
    `${lisa}/more`,
    nils,
    `${nils}/${id(5)}`,
  ])
  expect(ids(foundRows(groups, new Set([lisa])))).toEqual([lisa, nils, `${nils}/${id(5)}`])
})

test('A case that comes again on a later page has rows of its own', () => {
  const again = foundRows([...groups, group(1, [hit(3)])], new Set())
  expect(new Set(ids(again)).size).toBe(again.length)
})

describe('More of the hits of a case', () => {
  const begun = { ...group(1, [hit(3)], 3), next: { id: 90 } }
  const page = { caseId: begun.caseId, cursor: { id: 90 } }

  test('stand behind its own, page after page, until there are none', () => {
    const first = { hits: [hit(4), hit(5)], more: 1, next: { id: 70 } }
    const [one] = withMore([begun], [{ ...page, found: first }])
    expect(one).toEqual({ ...begun, hits: [hit(3), hit(4), hit(5)], more: 1, next: { id: 70 } })
    const second = { ...page, cursor: { id: 70 }, found: { hits: [hit(6)], more: 0 } }
    const rows = foundRows(withMore([begun], [{ ...page, found: first }, second]), new Set())
    expect(ids(rows)).toEqual([lisa, ...[3, 4, 5, 6].map((n) => `${lisa}/${id(n)}`)])
    expect(hitAt(rows, { head: lisa, position: 2 })?.id).toBe(`${lisa}/${id(4)}`)
  })

  test('are left out while they have not come, of another case, and where its own end elsewhere since', () => {
    const found = { hits: [hit(4)], more: 2, next: { id: 80 } }
    expect(withMore([begun], [{ ...page, found: undefined }])).toEqual([begun])
    expect(withMore([group(2, [hit(5)])], [{ ...page, found }])).toEqual([group(2, [hit(5)])])
    const since = { ...begun, next: { id: 95 } }
    expect(withMore([since], [{ ...page, found }])).toEqual([since])
  })
})

test.each([
  ['the first, where none has been gone to', undefined, 1, `${lisa}/${id(3)}`],
  ['the next in the case', `${lisa}/${id(3)}`, 1, `${lisa}/${id(4)}`],
  ['past a case to its first hit', `${lisa}/${id(4)}`, 1, `${nils}/${id(5)}`],
  ['round to the first', `${nils}/${id(5)}`, 1, `${lisa}/${id(3)}`],
  ['back', `${nils}/${id(5)}`, -1, `${lisa}/${id(4)}`],
  ['back round to the last', `${lisa}/${id(3)}`, -1, `${nils}/${id(5)}`],
  ['back from nowhere, the last', undefined, -1, `${nils}/${id(5)}`],
  ['back from a case', nils, -1, `${lisa}/${id(4)}`],
] as const)('Stepping goes to %s', (_what, active, by, to) => {
  expect(stepHit(unfolded, active, by)?.id).toBe(to)
})

test('Where nothing is found there is nothing to step to', () => {
  expect(stepHit([], undefined, 1)).toBeUndefined()
})

test.each([
  ['down', lisa, 'ArrowDown', { type: 'move', to: `${lisa}/${id(3)}` }],
  ['up at the top', lisa, 'ArrowUp', undefined],
  ['to the end', lisa, 'End', { type: 'move', to: `${nils}/${id(5)}` }],
  ['left from a hit to its case', `${lisa}/${id(4)}`, 'ArrowLeft', { type: 'move', to: lisa }],
  ['left folds a case', lisa, 'ArrowLeft', { type: 'fold', id: lisa, isFolded: true }],
  ['right goes in', lisa, 'ArrowRight', { type: 'move', to: `${lisa}/${id(3)}` }],
  ['space folds a case', nils, ' ', { type: 'fold', id: nils, isFolded: true }],
  ['a letter means nothing', lisa, 'x', undefined],
])('A key in the tree: %s', (_what, active, key, action) => {
  expect(foundAction(unfolded, active, key)).toEqual(action)
})

test('Enter opens the row, and right unfolds a folded case', () => {
  expect(foundAction(unfolded, nils, 'Enter')).toMatchObject({ type: 'open', row: { id: nils } })
  const folded = foundRows(groups, new Set([lisa]))
  expect(foundAction(folded, lisa, 'ArrowRight')).toEqual({ type: 'fold', id: lisa, isFolded: false })
})

test('A sentence falls into its marked and unmarked parts', () => {
  expect(sentenceParts({ text: 'En plan finns', marks: [[3, 7]] })).toEqual([
    { from: 0, text: 'En ', isMarked: false },
    { from: 3, text: 'plan', isMarked: true },
    { from: 7, text: ' finns', isMarked: false },
  ])
})

test('Whatever the marks, each character stands once and in order', () => {
  const mark = fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (text, marks) => {
      const parts = sentenceParts({ text, marks })
      expect(parts.map((part) => part.text).join('')).toBe(text)
      expect(parts.every((part) => text.slice(part.from).startsWith(part.text))).toBe(true)
    }),
  )
})
