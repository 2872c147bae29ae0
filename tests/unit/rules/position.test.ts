import { describe, expect, test } from 'vitest'
import { employmentSchema } from '../../../shared/case/case.ts'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { type Around, found, type Small, says } from './small-case.ts'

const first = isoDateSchema.parse('2025-06-02')
/** The date of a day of the sick leave. */
const day = (number: number) => addDays(first, number - 1)
const position = (answers: Answers): Small => ({ kind: 'stallningstagande', answers })
const ofCase = { firstSickDay: first }

describe('R8: an exception within the law', () => {
  const judged = (exception: string, back: number, on = 181, point = 'dag-180') =>
    says(
      found(
        'R8',
        position({
          undantag: { value: exception },
          bedomningsdag: { value: point },
          'handelse-datum': day(on),
          'atergang-datum': day(back),
        }),
        [],
        { of: ofCase, today: day(on) },
      ),
    )

  test.each<[string, number, string[]]>([
    ['overvagande-skal', 300, []],
    ['overvagande-skal', 364, []],
    ['overvagande-skal', 365, ['after365']],
    ['overvagande-skal', 366, ['after365']],
    ['sarskilda-skal', 365, []],
    ['sarskilda-skal', 549, []],
    ['sarskilda-skal', 550, ['after550']],
    ['sarskilda-skal', 551, ['after550']],
    ['oskaligt', 900, []],
    ['alder', 900, []],
    ['inget', 900, []],
  ])('%s with a return on day %i', (exception, back, expected) => {
    expect(judged(exception, back)).toEqual(expected)
  })

  test.each<[string, number, string, string[]]>([
    ['overvagande-skal', 364, 'dag-180', []],
    ['overvagande-skal', 365, 'dag-180', ['past365']],
    ['overvagande-skal', 350, 'dag-365', ['past365']],
    ['sarskilda-skal', 365, 'dag-365', []],
    ['sarskilda-skal', 549, 'dag-365', []],
    ['sarskilda-skal', 550, 'dag-365', ['past550']],
    ['sarskilda-skal', 540, 'dag-550', ['past550']],
    ['oskaligt', 800, 'dag-550', []],
  ])('%s in a position taken on day %i about %s', (exception, on, point, expected) => {
    expect(judged(exception, 300, on, point)).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    ['overvagande-skal', '2021-03-14', ['before2021']],
    ['overvagande-skal', '2021-03-15', []],
    ['sarskilda-skal', '2021-03-14', []],
    ['sarskilda-skal', '2021-03-15', ['between']],
    ['sarskilda-skal', '2022-01-31', ['between']],
    ['sarskilda-skal', '2022-02-01', []],
  ])('%s on %s', (exception, on, expected) => {
    const firstSickDay = addDays(isoDateSchema.parse(on), -180)
    const answers = { undantag: { value: exception }, 'handelse-datum': on }
    expect(says(found('R8', position(answers), [], { of: { firstSickDay } }))).toEqual(expected)
  })

  test('särskilda skäl before March 2021 had day 365 for its limit', () => {
    const on = isoDateSchema.parse('2021-02-01')
    const firstSickDay = addDays(on, -180)
    const judgedThen = (back: number) =>
      says(
        found(
          'R8',
          position({
            undantag: { value: 'sarskilda-skal' },
            'handelse-datum': on,
            'atergang-datum': addDays(firstSickDay, back - 1),
          }),
          [],
          { of: { firstSickDay } },
        ),
      )
    expect([judgedThen(364), judgedThen(365)]).toEqual([[], ['after365']])
  })

  test('nobody without work has an exception that rests on a return to the employer', () => {
    const around: Around = { of: { ...ofCase, employment: employmentSchema.parse({ kind: 'arbetslos' }) } }
    const of = (value: string) =>
      says(
        found(
          'R8',
          position({ undantag: { value }, 'handelse-datum': day(181), 'atergang-datum': day(300) }),
          [],
          around,
        ),
      )
    expect([of('overvagande-skal'), of('sarskilda-skal'), of('oskaligt'), of('alder'), of('inget')]).toEqual([
      ['unemployed'],
      ['unemployed'],
      [],
      [],
      [],
    ])
  })

  test('it stops journalföring, and leads to the day of return', () => {
    const [marker] = found(
      'R8',
      position({
        undantag: { value: 'overvagande-skal' },
        'handelse-datum': day(181),
        'atergang-datum': day(365),
      }),
      [],
      { of: ofCase, today: day(181) },
    )
    expect(marker?.severity).toBe('error')
    expect(marker?.fixes).toMatchObject([{ kind: 'go-to', where: { field: 'atergang-datum' } }])
  })
})

describe('R9: an exception for a return to the employer rests on something', () => {
  const exception = (answers: Answers = {}) =>
    position({ undantag: { value: 'overvagande-skal' }, ...answers })
  const contact = (row: Record<string, string>): Small => ({
    kind: 'aktivitet',
    answers: { aktiviteter: [{ id: 'a', what: 'Samtal', ...row }] },
  })
  const prognosis = { prognos: 'Åter på heltid i oktober enligt läkaren.' }

  test.each<[string, Answers, Small[], string[]]>([
    ['nothing', {}, [], ['employer', 'prognosis']],
    ['a prognosis alone', prognosis, [], ['employer']],
    [
      'a plan that has come in',
      prognosis,
      [{ kind: 'arbetsgivarens-plan', answers: { 'plan-status': { value: 'inkommen' } } }],
      [],
    ],
    [
      'a plan that is only asked for',
      prognosis,
      [{ kind: 'arbetsgivarens-plan', answers: { 'plan-status': { value: 'begard' } } }],
      ['employer'],
    ],
    [
      'a contact that is noted',
      prognosis,
      [{ kind: 'aktivitet', answers: { arbetsgivarkontakt: 'Kan ta emot från oktober.' } }],
      [],
    ],
    ['a contact in the position itself', { ...prognosis, arbetsgivarkontakt: 'Ja' }, [], []],
    ['a call that was made', prognosis, [contact({ counterpart: 'arbetsgivare', status: 'genomford' })], []],
    [
      'a call that is only planned',
      prognosis,
      [contact({ counterpart: 'arbetsgivare', status: 'planerad' })],
      ['employer'],
    ],
    [
      'a call to health care',
      prognosis,
      [contact({ counterpart: 'halso-och-sjukvarden', status: 'genomford' })],
      ['employer'],
    ],
    [
      'a meeting to which the employer came',
      prognosis,
      [
        {
          kind: 'mote',
          answers: { deltagare: [{ id: 'd', answers: { person: { role: 'arbetsgivare' } } }] },
        },
      ],
      [],
    ],
    [
      'a prognosis in another note',
      {},
      [{ kind: 'aktivitet', answers: { ...prognosis, arbetsgivarkontakt: 'Ja' } }],
      [],
    ],
  ])('with %s', (_what, answers, others, expected) => {
    expect(says(found('R9', exception(answers), others))).toEqual(expected)
  })

  test.each(['oskaligt', 'alder', 'inget'])('not where the exception is %s', (value) => {
    expect(found('R9', position({ undantag: { value } }))).toEqual([])
  })

  test('it warns, and offers to write of the plan', () => {
    const [employer, prognosisMissing] = found('R9', exception())
    expect(employer).toMatchObject({
      severity: 'warning',
      fixes: [{ kind: 'create-note', documentKind: 'arbetsgivarens-plan' }],
    })
    expect(prognosisMissing?.where.field).toBe('prognos')
  })
})

describe('R25: a refusal names its occupational groups', () => {
  const refusal = (answers: Answers) =>
    says(found('R25', position({ 'nfa-utfall': { value: 'avslag' }, ...answers })))

  test.each<[string, Answers, string[]]>([
    ['the day before the law', { 'handelse-datum': '2022-08-31' }, []],
    ['the day it came into force', { 'handelse-datum': '2022-09-01' }, ['name']],
    ['today', {}, ['name']],
    ['with a group', { yrkesgrupper: 'Kontorsassistenter' }, []],
    ['with spaces for a group', { yrkesgrupper: '  ' }, ['name']],
    ['where sjukpenning is granted', { 'nfa-utfall': { value: 'ratt' } }, []],
  ])('%s', (_when, answers, expected) => {
    expect(refusal(answers)).toEqual(expected)
  })
})
