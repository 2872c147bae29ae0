import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageText } from '../../../shared/text/index.ts'
import { pageOf, plan, planering, story, type Written } from './story.ts'

const sidesOf = (notes: readonly Written[], today?: string) =>
  pageOf(notes, today).sides.map((row) => [row.plan?.row.what ?? '–', row.planering?.row.what ?? '–'])

type Row = Record<string, string | Record<string, string>>

const withInsatser = (note: Written, field: string, insatser: Row[]): Written => ({
  ...note,
  answers: { ...note.answers, [field]: insatser },
})
const planOf = (...insatser: Row[]) => withInsatser(plan, 'insatser-i-planen', insatser)
const planeringOf = (...insatser: Row[]) => withInsatser(planering, 'insatser', insatser)

const remarksIn = (notes: readonly Written[], today?: string): Record<string, string[]> => {
  const page = pageOf(notes, today)
  return Object.fromEntries(
    [...page.remarks].map(([{ row }, remarks]): [string, string[]] => [
      row.what ?? '',
      remarks.map(({ message }) => messageText('sv', message)),
    ]),
  )
}

describe('Plan beside planering', () => {
  test('an insats of the plan stands beside what in planering concerns it, and what has no counterpart stands alone', () => {
    expect(sidesOf(story)).toEqual([
      ['Arbetsträning med kortare pass', 'Arbetsträning i butiken'],
      ['Lyfthjälpmedel vid hyveln', '–'],
      ['–', 'Fysioterapi för ryggen'],
      ['–', 'Smärtskola'],
    ])
  })

  const employer = { actor: 'arbetsgivare' }
  const spring = { from: '2026-04-01', to: '2026-06-30' }
  test.each([
    ['the same word in another form', { what: 'Samtalsstöd' }, { what: 'Samtal hos kurator' }, true],
    ['nothing in common', { what: 'Samtalsstöd' }, { what: 'Lyfthjälpmedel' }, false],
    [
      'work-oriented words that only begin alike',
      { what: 'Arbetsträning' },
      { what: 'Arbetsanpassning av bänken' },
      false,
    ],
    [
      'same performer, kind and time, whatever they are called',
      { what: 'Kortare dagar', kind: 'arbetsanpassning', performer: employer, ...spring },
      { what: 'Lättare uppgifter', kind: 'arbetsanpassning', performer: employer, ...spring },
      true,
    ],
    [
      'two things that health care does at the same time, called differently',
      { what: 'Fysioterapi', kind: 'medicinsk', performer: { actor: 'halso-och-sjukvarden' }, ...spring },
      { what: 'Samtal', kind: 'medicinsk', performer: { actor: 'halso-och-sjukvarden' }, ...spring },
      false,
    ],
    [
      'same performer and kind, but at another time',
      { what: 'Kortare dagar', kind: 'arbetsanpassning', performer: employer, ...spring },
      {
        what: 'Lättare uppgifter',
        kind: 'arbetsanpassning',
        performer: employer,
        from: '2026-09-01',
        to: '2026-10-01',
      },
      false,
    ],
  ])('%s', (_case, one, other, together) => {
    const rows = sidesOf([planOf({ id: 'a', ...one }), planeringOf({ id: 'b', ...other })])
    expect(rows).toHaveLength(together ? 1 : 2)
  })

  test('every insats stands once, however many are alike', () => {
    const what = fc.constantFrom('Arbetsträning', 'Fysioterapi', 'Samtal', 'Kortare dagar', 'Studiebesök', '')
    fc.assert(
      fc.property(fc.array(what, { maxLength: 12 }), fc.array(what, { maxLength: 12 }), (ours, theirs) => {
        const rows = (texts: string[], mark: string) =>
          texts.map((text, at) => ({ id: `${mark}${at}`, what: text }))
        const { sides } = pageOf([planOf(...rows(ours, 'p')), planeringOf(...rows(theirs, 'f'))])
        const ids = sides
          .flatMap((row) => [row.plan?.key, row.planering?.key])
          .filter((key) => key !== undefined)
        expect(new Set(ids).size).toBe(ours.length + theirs.length)
        expect(ids).toHaveLength(ours.length + theirs.length)
      }),
      { numRuns: 40 },
    )
  })

  test('what is over, and what a newer planering leaves out, is kept apart', () => {
    const later: Written = {
      ...planeringOf({ id: 'fysioterapi', what: 'Fysioterapi för ryggen', status: 'genomford' }),
      on: '2026-05-20',
    }
    const page = pageOf([...story, { ...later, answers: { ...later.answers, datum: '2026-05-20' } }])
    const past = page.past.map(({ planering: one }) => one?.row.what)
    expect(past).toEqual(['Fysioterapi för ryggen', 'Arbetsträning i butiken', 'Smärtskola'])
  })
})

describe('What is to be seen where an insats stands', () => {
  test('a wait of more than a month before it, and what goes on at the same time on the other side', () => {
    expect(remarksIn(story, '2026-04-20')).toEqual({
      'Arbetsträning med kortare pass': ['Samtidigt med Fysioterapi för ryggen'],
      'Lyfthjälpmedel vid hyveln': ['Samtidigt med Fysioterapi för ryggen'],
      'Fysioterapi för ryggen': ['Samtidigt med Arbetsträning med kortare pass, Lyfthjälpmedel vid hyveln'],
    })
  })

  test('that it should have begun', () => {
    expect(remarksIn(story)['Lyfthjälpmedel vid hyveln']).toContain(
      'Skulle ha börjat 2026-05-01 men står som planerad',
    )
  })

  test('a gap between two insatser, at the one that is waited for', () => {
    const first = { id: 'a', what: 'Fysioterapi', from: '2026-04-20', to: '2026-05-01', status: 'genomford' }
    const next = { id: 'b', what: 'Arbetsträning', from: '2026-07-01', status: 'planerad' }
    expect(remarksIn([planeringOf(first, next)], '2026-05-02')).toEqual({
      Arbetsträning: ['Väntan: 60 dagar utan någon insats före den här, från 2026-05-02'],
    })
  })
})
