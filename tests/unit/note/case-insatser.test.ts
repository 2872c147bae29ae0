import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseInsatser, isAskedFor } from '../../../shared/note/case-insatser.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { caseOn } from '../projection/support.ts'

type Row = Record<string, string>

const insats = (id: string, what: string, more: Row = {}): Row => ({ id, what, ...more })
const planering = (on: string, ...insatser: Row[]) => ({
  template: 'planering',
  on,
  answers: { datum: on, insatser },
})
const plan = (on: string, ...insatser: Row[]) => ({
  template: 'arbetsgivarens-plan',
  on,
  answers: { 'plan-status': { value: 'inkommen' }, 'inkom-datum': on, 'insatser-i-planen': insatser },
})
const meeting = (on: string, ...insatser: Row[]) => ({
  template: 'avstamningsmote',
  on,
  answers: { datum: on, insatser },
})

const through = (...notes: Parameters<typeof caseOn>[1]) => caseInsatser(caseOn('2026-06-03', notes).notes)

describe('An insats through its case', () => {
  test('stands as the last note that has its row says, with every note before', () => {
    const [found, ...more] = through(
      planering('2026-04-01', insats('a', 'Fysioterapi', { status: 'planerad' })),
      meeting('2026-05-05', insats('a', 'Fysioterapi', { status: 'pagar' })),
      planering('2026-05-20', insats('a', 'Fysioterapi', { status: 'genomford' })),
    )
    expect(more).toEqual([])
    expect(found?.row.status).toBe('genomford')
    expect(found?.statements.map(({ date, row }) => [date, row.status])).toEqual([
      ['2026-04-01', 'planerad'],
      ['2026-05-05', 'pagar'],
      ['2026-05-20', 'genomford'],
    ])
  })

  test('the day that a note tells of decides which is last, not the day it was written', () => {
    const late = planering('2026-04-01', insats('a', 'Fysioterapi', { status: 'planerad' }))
    const [found] = through(planering('2026-05-01', insats('a', 'Fysioterapi', { status: 'pagar' })), {
      ...late,
      on: '2026-05-30',
    })
    expect(found?.row.status).toBe('pagar')
  })

  test('is the plan’s where a plan had it first, and planering’s otherwise', () => {
    const found = through(
      plan('2026-03-20', insats('p', 'Kortare pass')),
      planering('2026-04-01', insats('a', 'Fysioterapi')),
      meeting(
        '2026-05-05',
        insats('p', 'Kortare pass', { status: 'pagar' }),
        insats('m', 'Samtal med chefen'),
      ),
    )
    expect(found.map(({ owner, row }) => [owner, row.what])).toEqual([
      ['arbetsgivare', 'Kortare pass'],
      ['forsakringskassan', 'Fysioterapi'],
      ['forsakringskassan', 'Samtal med chefen'],
    ])
    expect(found[0]?.statements).toHaveLength(2)
  })

  test('a plan and a planering share no insats, even where their rows have the same id', () => {
    const found = through(
      plan('2026-03-20', insats('rad-1', 'Kortare pass')),
      planering('2026-04-01', insats('rad-1', 'Fysioterapi')),
    )
    expect(found.map(({ owner, row }) => [owner, row.what])).toEqual([
      ['arbetsgivare', 'Kortare pass'],
      ['forsakringskassan', 'Fysioterapi'],
    ])
  })

  test('a template that names no concept is told by its kind: older notes are written in such', () => {
    const older = templateOf([{ id: 'insatser', type: 'insatser' }])
    const row = { id: 'rad-1', what: 'Fysioterapi' }
    const { notes } = caseOn('2026-06-03', [plan('2026-03-20', insats('rad-1', 'Kortare pass'))])
    const written = readNote(draft(older, { insatser: [row] }), context)
    expect(caseInsatser([...notes, written]).map(({ owner, row: { what } }) => [owner, what])).toEqual([
      ['arbetsgivare', 'Kortare pass'],
      ['forsakringskassan', 'Fysioterapi'],
    ])
  })

  test('is no longer asked for when a newer planering has insatser but not this one', () => {
    const found = through(
      planering('2026-04-01', insats('a', 'Fysioterapi'), insats('b', 'KBT')),
      plan('2026-04-10', insats('p', 'Kortare pass')),
      planering('2026-05-01', insats('b', 'KBT')),
    )
    expect(found.map((one) => [one.row.what, isAskedFor(one)])).toEqual([
      ['Fysioterapi', false],
      ['KBT', true],
      ['Kortare pass', true],
    ])
  })

  test('a newer planering without any insats takes none away', () => {
    const [found] = through(planering('2026-04-01', insats('a', 'Fysioterapi')), planering('2026-05-01'))
    expect(found && isAskedFor(found)).toBe(true)
  })

  test('comes out the same in whatever order the notes are read', () => {
    const notes = caseOn('2026-06-03', [
      plan('2026-03-20', insats('a', 'Kortare pass'), insats('b', 'Handledning')),
      planering('2026-04-01', insats('a', 'Fysioterapi')),
      meeting('2026-04-20', insats('b', 'Handledning', { status: 'pagar' }), insats('c', 'Samtal')),
      planering('2026-05-01', insats('a', 'Fysioterapi', { status: 'genomford' })),
      plan('2026-05-10', insats('b', 'Handledning')),
    ]).notes
    const expected = caseInsatser(notes)
    fc.assert(
      fc.property(fc.shuffledSubarray([...notes], { minLength: notes.length }), (shuffled) => {
        expect(caseInsatser(shuffled)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })
})
