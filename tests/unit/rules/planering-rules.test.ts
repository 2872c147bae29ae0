import { describe, expect, test } from 'vitest'
import { gapsBetween, overlap, spanOf } from '../../../shared/case/insats-times.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { found, type Small, says } from './small-case.ts'

const planering = (answers: Answers): Small => ({ kind: 'planering', answers })
const plan = (answers: Answers, on = '2026-05-01'): Small => ({
  kind: 'arbetsgivarens-plan',
  on,
  answers: { 'plan-status': { value: 'inkommen' }, ...answers },
})
type Row = Record<string, Answers[string]>
const row = (id: string, actor: string | undefined, more: Row = {}): Row => ({
  id,
  what: `Insats ${id}`,
  ...(actor === undefined ? {} : { performer: { actor } }),
  ...more,
})

describe('R11: planering and plan that aim at different work', () => {
  const goals = (planerings: string, plans: string, more: Answers = {}, others: Small[] = []) =>
    says(
      found('R11', planering({ mal: { value: planerings }, ...more }), [
        plan({ mal: { value: plans } }),
        ...others,
      ]),
    )

  test.each<[string, string, string[]]>([
    ['ordinarie-arbete', 'ordinarie-arbete', []],
    ['annat-lampligt-arbete', 'ordinarie-arbete', ['goals']],
    ['normalt-forekommande-arbete', 'ordinarie-arbete', ['goals']],
    ['annat-arbete-hos-arbetsgivaren', 'ordinarie-arbete', ['goals']],
    ['ordinarie-arbete', 'annat-arbete-hos-arbetsgivaren', ['goals']],
    ['annat-lampligt-arbete', 'annat-arbete-hos-arbetsgivaren', []],
    ['inte-klart', 'ordinarie-arbete', []],
  ])('%s, and the plan %s', (one, other, expected) => {
    expect(goals(one, other)).toEqual(expected)
  })

  const informed = (status: string): Answers => ({
    aktiviteter: [{ id: 'a', kind: 'information', counterpart: 'arbetsgivare', status }],
  })
  test.each<[string, Answers, string[]]>([
    ['the employer is informed', { 'arbetsgivaren-informerad': 'ja' }, []],
    ['the employer is not informed', { 'arbetsgivaren-informerad': 'nej' }, ['goals']],
    ['the employer has been told', informed('genomford'), []],
    ['the employer is to be told', informed('planerad'), ['goals']],
  ])('where %s', (_where, more, expected) => {
    expect(goals('annat-lampligt-arbete', 'ordinarie-arbete', more)).toEqual(expected)
  })

  test('the newest plan that has come in is the one that counts', () => {
    const later = plan({ mal: { value: 'annat-arbete-hos-arbetsgivaren' } }, '2026-05-20')
    const asked = plan(
      { 'plan-status': { value: 'begard' }, mal: { value: 'ordinarie-arbete' } },
      '2026-05-25',
    )
    expect(goals('annat-lampligt-arbete', 'ordinarie-arbete', {}, [later, asked])).toEqual([])
  })

  test('it warns, and leads to the goal of the plan', () => {
    const [marker] = found('R11', planering({ mal: { value: 'annat-lampligt-arbete' } }), [
      plan({ mal: { value: 'ordinarie-arbete' } }),
    ])
    expect(marker).toMatchObject({
      severity: 'warning',
      where: { field: 'arbetsgivaren-informerad' },
      fixes: [{ kind: 'go-to', where: { field: 'mal' } }],
    })
  })
})

describe('R12: insatser that disturb each other, and waits between them', () => {
  const care = 'halso-och-sjukvarden'
  const waits = (first: Row, second: Row, more: Answers = {}) =>
    says(
      found(
        'R12',
        planering({ insatser: [row('a', care, first), row('b', 'arbetsgivare', second)], ...more }),
      ),
    )

  // 2026-06-30 and 30 days without anything: the next begins on 2026-07-31.
  test.each<[string, Row, Row, string[]]>([
    ['30 days', { from: '2026-06-01', to: '2026-06-30' }, { from: '2026-07-31' }, []],
    ['31 days', { from: '2026-06-01', to: '2026-06-30' }, { from: '2026-08-01' }, ['wait']],
    ['the day after', { from: '2026-06-01', to: '2026-06-30' }, { from: '2026-07-01' }, []],
    ['no end', { from: '2026-06-01' }, { from: '2026-09-01' }, []],
    ['no beginning', { to: '2026-06-30' }, { from: '2026-09-01' }, []],
    ['a wait that is over', { from: '2026-03-02', to: '2026-03-10' }, { from: '2026-06-03' }, []],
    ['a wait until tomorrow', { from: '2026-03-02', to: '2026-03-10' }, { from: '2026-06-04' }, ['wait']],
    [
      'after one that was carried out',
      { from: '2026-03-02', to: '2026-05-01', status: 'genomford' },
      { from: '2026-07-01' },
      ['wait'],
    ],
    [
      'after one that was broken off',
      { from: '2026-03-02', to: '2026-05-01', status: 'avbruten' },
      { from: '2026-07-01' },
      [],
    ],
    [
      'before one that is missing',
      { from: '2026-06-01', to: '2026-06-30' },
      { from: '2026-09-01', status: 'behovs-men-saknas' },
      [],
    ],
  ])('%s between two', (_what, first, second, expected) => {
    expect(waits(first, second)).toEqual(expected)
  })

  test('a wait that is explained is none', () => {
    const times: [Row, Row] = [{ from: '2026-06-01', to: '2026-06-30' }, { from: '2026-09-01' }]
    expect(waits(...times, { 'uppehall-forklaring': 'Väntar på operation.' })).toEqual([])
  })

  test('it stands at the insats that is waited for, and names the one before', () => {
    const [marker] = found(
      'R12',
      planering({
        insatser: [
          row('a', care, { from: '2026-06-01', to: '2026-06-30' }),
          row('b', care, { from: '2026-09-01' }),
        ],
      }),
    )
    expect(marker).toMatchObject({
      severity: 'warning',
      where: { field: 'insatser', row: 'b', column: 'from' },
      related: [{ where: { row: 'a' } }, { where: { row: 'b' } }],
      fixes: [{ kind: 'go-to', where: { field: 'uppehall-forklaring' } }],
    })
  })

  test('what the employer’s plan has fills the wait', () => {
    const subject = planering({
      insatser: [
        row('a', care, { from: '2026-06-01', to: '2026-06-30' }),
        row('b', care, { from: '2026-09-01' }),
      ],
    })
    const between = plan({ insatser: [row('c', 'arbetsgivare', { from: '2026-07-01', to: '2026-08-31' })] })
    expect(says(found('R12', subject, [between]))).toEqual([])
  })

  test.each<[string, string, string, Row, Row, string[]]>([
    ['by different actors at once', care, 'arbetsgivare', {}, {}, ['conflict']],
    ['by one actor', care, care, {}, {}, []],
    ['of which one is over', care, 'arbetsgivare', { status: 'genomford' }, {}, []],
    ['one after the other', care, 'arbetsgivare', { to: '2026-06-30' }, { from: '2026-07-01' }, []],
    ['that share a day', care, 'arbetsgivare', { to: '2026-06-30' }, { from: '2026-06-30' }, ['conflict']],
  ])('said to disturb each other, %s', (_what, one, other, first, second, expected) => {
    const insatser = [
      row('a', one, { from: '2026-06-01', ...first }),
      row('b', other, { from: '2026-06-15', ...second }),
    ]
    expect(says(found('R12', planering({ insatser, 'insatser-stor-varandra': 'ja' })))).toEqual(expected)
    expect(says(found('R12', planering({ insatser, 'insatser-stor-varandra': 'nej' })))).toEqual([])
  })
})

describe('the times of insatser', () => {
  const span = (from: string, to?: string) => {
    const found = spanOf({ from, to, status: undefined })
    if (!found) throw new Error('no span')
    return found
  }

  test('a day is a time, and one that ends before it begins is none', () => {
    expect(spanOf({ from: '2026-06-01', to: '2026-06-01', status: 'pagar' })).toBeDefined()
    expect(spanOf({ from: '2026-06-02', to: '2026-06-01', status: 'pagar' })).toBeUndefined()
    expect(spanOf({ from: 'i juni', to: undefined, status: 'pagar' })).toBeUndefined()
  })

  test('one within another makes no gap after its end', () => {
    const spans = [span('2026-01-01', '2026-12-31'), span('2026-02-01', '2026-02-10'), span('2027-02-01')]
    expect(gapsBetween(spans).map(({ from, days }) => [from, days])).toEqual([['2027-01-01', 31]])
  })

  test('two without an end overlap, whichever begins first', () => {
    expect(overlap(span('2026-01-01'), span('2027-01-01'))).toBe(true)
    expect(overlap(span('2027-01-01'), span('2026-01-01', '2026-12-31'))).toBe(false)
  })
})

describe('R21: arbetsträning at home with rehabiliteringsersättning', () => {
  const asks = (what: string, actor: string, answers: Answers, more: Row = {}) =>
    says(found('R21', planering({ insatser: [row('a', actor, { what, ...more })], ...answers })))
  const granted = { rehabiliteringsersattning: { value: 'aktuell' } }

  test.each<[string, string, string, Answers, string[]]>([
    ['with the employer', 'Arbetsträning i butiken', 'arbetsgivare', granted, ['partTime']],
    ['as a verb', 'Börja arbetsträna', 'arbetsgivare', granted, ['partTime']],
    ['with another', 'Arbetsträning', 'arbetsformedlingen', granted, []],
    ['other work', 'Lättare arbetsuppgifter', 'arbetsgivare', granted, []],
    [
      'without the benefit',
      'Arbetsträning',
      'arbetsgivare',
      { rehabiliteringsersattning: { value: 'inte-aktuell' } },
      [],
    ],
    ['with nothing said of it', 'Arbetsträning', 'arbetsgivare', {}, []],
    [
      'where part time is considered',
      'Arbetsträning',
      'arbetsgivare',
      { ...granted, 'deltid-overvagd': 'ja' },
      [],
    ],
    [
      'where it is said not to be',
      'Arbetsträning',
      'arbetsgivare',
      { ...granted, 'deltid-overvagd': 'nej' },
      ['partTime'],
    ],
  ])('%s', (_what, what, actor, answers, expected) => {
    expect(asks(what, actor, answers)).toEqual(expected)
  })

  test('what is over is asked of no more, and it never warns', () => {
    expect(asks('Arbetsträning', 'arbetsgivare', granted, { status: 'genomford' })).toEqual([])
    const [marker] = found(
      'R21',
      planering({ insatser: [row('a', 'arbetsgivare', { what: 'Arbetsträning' })], ...granted }),
    )
    expect(marker?.severity).toBe('info')
  })
})

describe('R22: several actors in an area for simple cases', () => {
  const two = [row('a', 'arbetsgivare'), row('b', 'halso-och-sjukvarden')]
  const asks = (area: string, insatser: Row[], more: Answers = {}) =>
    says(found('R22', planering({ verksamhetsomrade: { value: area }, insatser, ...more })))

  test.each<[string, string, Row[], string[]]>([
    ['two actors', 'forsta-ansprak', two, ['several']],
    ['two actors', 'fordjupad-utredning', two, ['several']],
    ['two actors', 'stod-for-atergang', two, []],
    ['one actor', 'forsta-ansprak', [row('a', 'arbetsgivare'), row('b', 'arbetsgivare')], []],
    [
      'one actor and the insured',
      'forsta-ansprak',
      [row('a', 'arbetsgivare'), row('b', 'den-forsakrade')],
      [],
    ],
    [
      'two actors, one of them done',
      'forsta-ansprak',
      [row('a', 'arbetsgivare', { status: 'genomford' }), row('b', 'halso-och-sjukvarden')],
      [],
    ],
    [
      'two actors, one of them not to be had',
      'forsta-ansprak',
      [row('a', 'arbetsgivare'), row('b', 'halso-och-sjukvarden', { status: 'behovs-men-saknas' })],
      [],
    ],
  ])('%s in %s', (_what, area, insatser, expected) => {
    expect(asks(area, insatser)).toEqual(expected)
  })

  test('an answer is enough', () => {
    expect(asks('forsta-ansprak', two, { 'verksamhetsomrade-svar': 'Byter område i juni.' })).toEqual([])
  })

  test('the area and the other actor may stand in other notes', () => {
    const told: Small = {
      kind: 'planering',
      on: '2026-04-01',
      answers: { verksamhetsomrade: { value: 'forsta-ansprak' } },
    }
    const employers = plan({ insatser: [row('c', 'arbetsgivare')] })
    const subject = planering({ insatser: [row('b', 'halso-och-sjukvarden')] })
    expect(says(found('R22', subject, [told, employers]))).toEqual(['several'])
    const moved: Small = {
      ...told,
      on: '2026-05-01',
      answers: { verksamhetsomrade: { value: 'stod-for-atergang' } },
    }
    expect(says(found('R22', subject, [told, employers, moved]))).toEqual([])
  })
})

describe('R24: coordination without sjukpenning rests on an application', () => {
  const asks = (answers: Answers, others: Small[] = []) => says(found('R24', planering(answers), others))
  const without = { sjukpenning: { value: 'nej' } }

  test.each<[string, Answers, string[]]>([
    ['nothing is said', {}, []],
    ['there is sjukpenning', { sjukpenning: { value: 'ja' } }, []],
    ['there is none', without, ['application']],
    ['there is none, and no application', { ...without, 'rehabilitering-ansokt': 'nej' }, ['application']],
    ['there is none, and an application', { ...without, 'rehabilitering-ansokt': 'ja' }, []],
  ])('where %s', (_where, answers, expected) => {
    expect(asks(answers)).toEqual(expected)
  })

  test('what another note says counts, and the newest of them', () => {
    const lost: Small = { kind: 'planering', on: '2026-05-01', answers: without }
    const back: Small = { kind: 'planering', on: '2026-05-20', answers: { sjukpenning: { value: 'ja' } } }
    const applied: Small = { kind: 'planering', on: '2026-05-10', answers: { 'rehabilitering-ansokt': 'ja' } }
    expect(asks({}, [lost])).toEqual(['application'])
    expect(asks({}, [lost, back])).toEqual([])
    expect(asks({}, [lost, applied])).toEqual([])
  })

  test('a meeting is coordination as well, and it stops journalföring', () => {
    const lost: Small = { kind: 'planering', on: '2026-05-01', answers: without }
    expect(found('R24', { kind: 'mote', answers: {} }, [lost])).toMatchObject([{ severity: 'error' }])
    expect(found('R24', { kind: 'stallningstagande', answers: {} }, [lost])).toEqual([])
  })
})
