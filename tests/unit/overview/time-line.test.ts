import { describe, expect, test } from 'vitest'
import { type CaseDetails, employmentSchema } from '../../../shared/case/case.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { messageText } from '../../../shared/text/index.ts'
import { context } from '../check/sample.ts'
import { names, pageOf, story } from './story.ts'

const caseFrom = (firstSickDay: string, more: Partial<CaseDetails> = {}) => ({
  case: { ...context.case, firstSickDay: isoDateSchema.parse(firstSickDay), ...more },
})
const meaning = (day: number, ...of: Parameters<typeof caseFrom>) =>
  pageOf([], '2026-06-03', caseFrom(...of))
    .limits.find((limit) => limit.day === day)
    ?.meaning.map((each) => messageText('sv', each))

describe('What a day of the sick leave means under the law then in force', () => {
  test('every day has its date, the first sick day being day 1', () => {
    expect(pageOf([]).limits.map(({ day, date }) => [day, date])).toEqual([
      [1, '2026-03-02'],
      [15, '2026-03-16'],
      [30, '2026-03-31'],
      [60, '2026-04-30'],
      [90, '2026-05-30'],
      [180, '2026-08-28'],
      [365, '2027-03-01'],
      [550, '2027-09-02'],
      [730, '2028-02-29'],
    ])
  })

  test('today, övervägande skäl end at day 365 and särskilda skäl at day 550', () => {
    expect(meaning(180, '2026-03-02')).toEqual([
      'Från dag 181 prövas arbetsförmågan mot normalt förekommande arbete, om inget undantag gäller.',
      'Undantag: Övervägande skäl, om den försäkrade väntas vara tillbaka senast 2027-02-28.',
      'Undantag: Särskilda skäl, om den försäkrade väntas vara tillbaka senast 2027-09-01.',
      'Undantag: Oskäligt.',
      'Undantag: Ålder.',
    ])
    expect(meaning(365, '2026-03-02')?.[0]).toBe('Undantag som tar slut: Övervägande skäl.')
    expect(meaning(550, '2026-03-02')?.[0]).toBe('Undantag som tar slut: Särskilda skäl.')
  })

  test('before 15 March 2021 it was särskilda skäl that ended at day 365', () => {
    expect(meaning(365, '2020-03-02')).toContain('Undantag som tar slut: Särskilda skäl.')
  })

  test('between March 2021 and February 2022 nothing in the law ended at day 550', () => {
    expect(meaning(550, '2020-03-02')?.[0]).toBe('Inget undantag i lagen tar slut den här dagen.')
  })

  test.each([
    ['minst-60-dagar', /^Arbetsgivarens plan ska vara upprättad, eftersom/],
    ['kortare', /^Ingen plan behöver upprättas/],
    ['oklart', /Det är inte klarlagt\.$/],
  ] as const)('day 30 where the sick leave is expected to be %s', (expectedLength, says) => {
    expect(meaning(30, '2026-03-02', { expectedLength })?.[0]).toMatch(says)
  })

  test('without work no limit changes what is judged', () => {
    const employment = employmentSchema.parse({ kind: 'arbetslos' })
    const { limits } = pageOf([], '2026-06-03', caseFrom('2026-03-02', { employment }))
    expect(limits.map(({ day }) => day)).toEqual([1, 730])
  })
})

describe('The time line', () => {
  test('the next limit, and the insatser that aim at it', () => {
    const next = pageOf(story).limits.find(({ isNext }) => isNext)
    expect(next?.day).toBe(180)
    expect(names(next?.aims ?? [])).toEqual(['Arbetsträning med kortare pass', 'Arbetsträning i butiken'])
  })

  test('documents and meetings by their days, a planned meeting among them', () => {
    const { events } = pageOf(story).timeLine
    expect(events.map(({ kind, date, read, what }) => [kind, date, what ?? read.template.kind])).toEqual([
      ['document', '2026-04-01', 'arbetsgivarens-plan'],
      ['document', '2026-04-10', 'behovsklarlaggande'],
      ['document', '2026-04-17', 'planering'],
      ['meeting', '2026-06-10', 'Avstämningsmöte'],
    ])
  })

  test('insatser as bars, the plan’s first; one without an end is open, one without a beginning is told of apart', () => {
    const { bars, undated, to } = pageOf(story).timeLine
    expect(
      bars.map(({ insats, from, to: end, isOpen }) => [insats.row.what, from, isOpen ? 'öppen' : end]),
    ).toEqual([
      ['Arbetsträning med kortare pass', '2026-04-13', '2026-06-30'],
      ['Lyfthjälpmedel vid hyveln', '2026-05-01', 'öppen'],
      ['Fysioterapi för ryggen', '2026-04-20', '2026-06-15'],
      ['Arbetsträning i butiken', '2026-08-17', 'öppen'],
    ])
    expect(names(undated)).toEqual(['Smärtskola'])
    expect(to > '2026-08-28').toBe(true)
  })
})
