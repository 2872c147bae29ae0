// What each indicator counts, over a few invented cases each.
import { describe, expect, test } from 'vitest'
import { figuresWhen, readFigures, readOffices } from '../../../../main/store/indicators/report.ts'
import { insert } from '../watch/tables.ts'
import { asked, cases, figureIn, hidden, readReport, shown } from './world.ts'

/** More than two years before any day that is asked about; and less. */
const long = { first_sick_day: '2023-06-01' }
const short = { first_sick_day: '2025-10-01' }
const month = (figure: ReturnType<typeof figureIn>, at: number) => figure.months[at]?.cell

describe('the figures of the file review stand as they stood when a month ended', () => {
  test('how many of the cases that go on have a plan', () => {
    const db = cases([
      { times: 12, facts: { ...long, plan_came_on: '2024-01-01' } },
      { times: 6, facts: { ...long, plan_came_on: '2026-03-10' } },
      { times: 6, facts: long },
      { times: 40, facts: { ...long, closed_on: '2026-01-15' } },
    ])
    const figure = figureIn(db, 'planShare')
    expect(month(figure, 1)).toEqual(shown(24, 0.5))
    expect(figure.whole).toEqual(shown(24, 0.75))
  })

  test('a case counts in its own population alone, and passes into another when it turns two years', () => {
    // Day 730 is 28 February and day 731 1 March.
    const db = cases([{ times: 20, facts: { first_sick_day: '2024-03-01' } }])
    expect(figureIn(db, 'planShare').months.map(({ cell }) => cell.shown)).toEqual([false, false, true])
    const shorter = figureIn(db, 'planShare', { population: 'employedShorter' })
    expect(shorter.months.map(({ cell }) => cell.shown)).toEqual([true, true, false])
    expect(readReport(db, asked({ population: 'otherLong' })).figures.map(({ whole }) => whole)).toEqual([
      hidden,
      hidden,
    ])
  })

  test('how many days passed before the plans that have come came, half of them and on average', () => {
    const days = ['2023-06-11', '2023-06-21', '2023-07-01', '2024-06-05'].map((plan_came_on) => ({
      times: 5,
      facts: { ...long, plan_came_on },
    }))
    const figure = figureIn(cases([...days, { times: 15, facts: long }]), 'daysToPlan')
    expect(figure.whole).toEqual(shown(20, 25, (10 + 20 + 30 + 370) / 4))
    expect(figure.gap).toBe(15)
  })

  test('the median lies midway between the two in the middle, and of an odd number it is the one there', () => {
    const facts = (plan_came_on: string) => ({ ...long, plan_came_on })
    const odd = cases([
      { times: 5, facts: facts('2023-06-02') },
      { times: 6, facts: facts('2023-06-05') },
    ])
    expect(figureIn(odd, 'daysToPlan').whole).toMatchObject({ value: 4 })
    const even = cases([
      { times: 5, facts: facts('2023-06-02') },
      { times: 5, facts: facts('2023-06-05') },
    ])
    expect(figureIn(even, 'daysToPlan').whole).toMatchObject({ value: 2.5 })
  })

  test('how many plans have activities to follow up, of those of which that is said', () => {
    const plan = { ...long, plan_came_on: '2024-01-01' }
    const db = cases([
      { times: 9, facts: { ...plan, plan_followable: 1 } },
      { times: 3, facts: { ...plan, plan_followable: 0 } },
      { times: 11, facts: plan },
    ])
    expect(figureIn(db, 'followablePlans')).toMatchObject({ whole: shown(12, 0.75), gap: 11 })
  })

  test('how many plans are followed up, actively or partly', () => {
    const plan = { ...long, plan_came_on: '2024-01-01' }
    const db = cases([
      { times: 5, facts: { ...plan, plan_follow_up: 'aktivt' } },
      { times: 5, facts: { ...plan, plan_follow_up: 'delvis-aktivt' } },
      { times: 10, facts: { ...plan, plan_follow_up: 'inte' } },
      { times: 3, facts: plan },
    ])
    // Three are so few that it is not told how many they are.
    expect(figureIn(db, 'followedUpPlans')).toMatchObject({ whole: shown(20, 0.5), gap: null })
  })
})

describe('the agency’s indicators count what happened during a month', () => {
  const came = (date: string, channel: string | null = 'blankett', initiative = 'arbetsgivaren') => ({
    kind: 'plan-inkommen',
    date,
    channel,
    initiative,
  })

  test('plans that come, by the way they came and on whose initiative', () => {
    const db = cases([
      { times: 10, facts: long, events: [came('2026-01-31')] },
      { times: 15, facts: long, events: [came('2026-03-01', 'telefon', 'begard-av-fk')] },
      { times: 12, facts: long, events: [came('2026-03-31', null)] },
      { times: 30, facts: long, events: [came('2025-12-31')] },
      { times: 30, facts: short, events: [came('2026-02-01')] },
    ])
    const figure = figureIn(db, 'plansIn')
    expect(figure.whole).toEqual(shown(37, 37))
    expect(figure.parts).toEqual([
      {
        part: 'channel',
        rows: [
          { value: 'blankett', cell: shown(10, 10) },
          { value: 'telefon', cell: shown(15, 15) },
          { value: null, cell: shown(12, 12) },
        ],
      },
      {
        part: 'initiative',
        rows: [
          { value: 'arbetsgivaren', cell: shown(22, 22) },
          { value: 'begard-av-fk', cell: shown(15, 15) },
        ],
      },
    ])
    expect(figureIn(db, 'plansIn', { population: 'employedShorter' }).whole).toEqual(shown(30, 30))
  })

  test('plans of good quality: those with activities to follow up', () => {
    const plan = { ...long, plan_came_on: '2026-02-01' }
    const db = cases([
      { times: 6, facts: { ...plan, plan_followable: 1 } },
      { times: 4, facts: { ...plan, plan_followable: 0 } },
      { times: 20, facts: { ...plan, plan_came_on: '2025-02-01', plan_followable: 1 } },
    ])
    expect(figureIn(db, 'goodPlans').whole).toEqual(shown(10, 0.6))
  })

  test('cases of more than two years, with an employer and without', () => {
    const db = cases([
      { times: 10, facts: long },
      { times: 11, facts: { ...long, employment: 'arbetslos' } },
      { times: 12, facts: { ...long, employment: 'annan' } },
      { times: 13, facts: short },
    ])
    expect(figureIn(db, 'longCases').whole).toEqual(shown(10, 10))
    expect(figureIn(db, 'longCases', { population: 'otherLong' }).whole).toEqual(shown(23, 23))
  })

  test('days to the first measure, by when it began; one that is only planned has not', () => {
    const db = cases([
      { times: 5, facts: { ...short, first_measure_on: '2026-01-09' } },
      { times: 5, facts: { ...short, first_measure_on: '2026-01-19' } },
      { times: 9, facts: { ...short, first_measure_on: '2026-04-01' } },
    ])
    const figure = figureIn(db, 'daysToMeasure', { population: 'employedShorter' })
    expect(figure.whole).toEqual(shown(10, 105, 105))
    expect(month(figure, 0)).toEqual(shown(10, 105, 105))
  })

  test('cases in which the support at the workplace is used for the first time', () => {
    const used = (date: string) => ({ kind: 'arbetsplatsstod', date })
    const db = cases([
      { times: 10, facts: long, events: [used('2026-01-10'), used('2026-03-10')] },
      { times: 20, facts: long, events: [used('2025-11-10'), used('2026-03-10')] },
    ])
    expect(figureIn(db, 'workplaceSupport').whole).toEqual(shown(10, 10))
  })

  test('tips that were handed over', () => {
    const tip = (date: string) => ({ kind: 'tips', date })
    const db = cases([{ times: 6, facts: long, events: [tip('2026-01-10'), tip('2026-02-10')] }])
    expect(figureIn(db, 'tips').whole).toEqual(shown(12, 12))
    expect(figureIn(db, 'tips').months.map(({ cell }) => cell)).toEqual([hidden, hidden, hidden])
  })
})

describe('by office', () => {
  const plan = { ...long, plan_came_on: '2024-01-01' }
  const db = () =>
    cases([
      { times: 20, facts: { ...plan, office: 'Kontor Norr' } },
      { times: 15, facts: { ...long, office: 'Kontor Öst' } },
      { times: 12, facts: { ...long, office: 'Kontor Väst' } },
      { times: 4, facts: { ...long, office: 'Kontor Ås' } },
    ])

  test('one under ten is hidden, and the next smallest with it, or it could be had by subtraction', () => {
    expect(figureIn(db(), 'planShare').offices).toEqual([
      { office: 'Kontor Norr', cell: shown(20, 1) },
      { office: 'Kontor Väst', cell: hidden },
      { office: 'Kontor Ås', cell: hidden },
      { office: 'Kontor Öst', cell: shown(15, 0) },
    ])
  })

  test('what is hidden among the others is hidden when it is asked for alone', () => {
    expect(figureIn(db(), 'planShare', { office: 'Kontor Väst' }).whole).toEqual(hidden)
    expect(figureIn(db(), 'planShare', { office: 'Kontor Norr' })).toMatchObject({
      whole: shown(20, 1),
      offices: [],
    })
    expect(figureIn(db(), 'planShare', { office: 'Kontor Som Inte Finns' }).whole).toEqual(hidden)
  })

  test('the medians are those of the office that is asked for', () => {
    const two = cases([
      { times: 10, facts: { ...long, plan_came_on: '2023-06-11', office: 'A' } },
      { times: 10, facts: { ...long, plan_came_on: '2023-06-21', office: 'B' } },
    ])
    expect(figureIn(two, 'daysToPlan').offices).toEqual([
      { office: 'A', cell: shown(10, 10, 10) },
      { office: 'B', cell: shown(10, 20, 20) },
    ])
    expect(figureIn(two, 'daysToPlan', { office: 'B' }).whole).toEqual(shown(10, 20, 20))
  })

  test('the offices are those that cases name', () => {
    expect(readOffices(db())).toEqual(['Kontor Norr', 'Kontor Väst', 'Kontor Ås', 'Kontor Öst'])
    expect(readOffices(cases([{ times: 1, facts: long }]))).toEqual([])
  })
})

test('what was counted is kept until something is written', () => {
  const db = cases([{ times: 20, facts: long }])
  const kept = () => figuresWhen.map((when) => readFigures(db, { asked: asked(), when }))
  const first = kept()
  expect(kept()).toEqual(first)
  for (const [index, figures] of kept().entries()) expect(figures).toBe(first[index])
  insert(db, 'case_events', {
    case_n: 1,
    seq: 0,
    kind: 'tips',
    date: '2026-01-01',
    note_id: 'n',
    channel: null,
    initiative: null,
  })
  for (const [index, figures] of kept().entries()) expect(figures).not.toBe(first[index])
})
