import { describe, expect, test } from 'vitest'
import { shortText } from '../../../shared/fields/said.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { conditionsOf } from '../../../shared/note/conditions.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { messageText } from '../../../shared/text/index.ts'
import { context, draft, fieldMarkers, templateOf } from '../check/sample.ts'

type Json = Answers[string]

const bounded = templateOf([
  {
    id: 'f',
    type: 'period',
    label: { sv: 'Sjukskrivning', en: 'Sick leave' },
    min: { relativeTo: 'first-sick-day', days: 0 },
    max: { date: '2027-12-31' },
  },
])
const markers = (answer: Json) => fieldMarkers(bounded, { f: answer })

describe('a period', () => {
  test.each<[what: string, answer: Json, found: string[]]>([
    ['of two days', { from: '2026-03-02', to: '2026-05-31' }, []],
    ['of one day', { from: '2026-03-02', to: '2026-03-02' }, []],
    ['until further notice', { from: '2026-03-02', openEnd: true }, []],
    [
      'that ends before it begins',
      { from: '2026-03-02', to: '2026-03-01' },
      [
        'warning Datumet i ”Till och med” i ”Sjukskrivning” ligger före sjukfallet. Kontrollera datumet, eller första sjukdagen i ärendet.',
        'error ”Sjukskrivning” slutar innan den börjar. Rätta ”Från och med” eller ”Till och med”.',
      ],
    ],
    ['without a beginning', { to: '2026-05-31' }, ['warning Fyll i ”Från och med” i ”Sjukskrivning”.']],
    [
      'without an end',
      { from: '2026-03-02', to: ' ' },
      ['warning Fyll i ”Till och med” i ”Sjukskrivning”, eller kryssa i ”Tills vidare”.'],
    ],
    [
      'with an end that is open too',
      { from: '2026-03-02', to: '2026-05-31', openEnd: true },
      ['error ”Sjukskrivning” har både ett slutdatum och ”Tills vidare”. Behåll det ena.'],
    ],
    [
      'from a day that does not exist',
      { from: '2026-02-30', openEnd: true },
      ['error Datumet i ”Från och med” i ”Sjukskrivning” finns inte i kalendern. Skriv ett annat datum.'],
    ],
    [
      'beyond a bound',
      { from: '2026-03-02', to: '2028-01-01' },
      [
        'warning Datumet i ”Till och med” i ”Sjukskrivning” är senare än 2027-12-31. Kontrollera att det är rätt.',
      ],
    ],
    ['that says nothing', { from: '  ' }, []],
  ])('%s', (_, answer, found) => {
    expect(
      markers(answer).map(({ severity, message }) => `${severity} ${messageText('sv', message)}`),
    ).toEqual(found)
  })

  test.each<[what: string, answer: Json, mended: Json[]]>([
    [
      'two ends',
      { from: '2026-03-02', to: '2026-05-31', openEnd: true },
      [
        { from: '2026-03-02', openEnd: true },
        { from: '2026-03-02', to: '2026-05-31' },
      ],
    ],
    [
      'a day written in another way',
      { from: '3 mars 2026', openEnd: true },
      [{ from: '2026-03-03', openEnd: true }],
    ],
  ])('with %s is mended by what the marker offers, the rest kept', (_, answer, mended) => {
    const values = markers(answer).flatMap(({ fixes }) =>
      fixes.flatMap((fix) => (fix.kind === 'edit' ? fix.changes.map(({ value }) => value) : [])),
    )
    expect(values).toEqual(mended)
    for (const value of mended) expect(markers(value)).toEqual([])
  })

  test.each<[answer: Json, sv: string, en: string]>([
    [{ from: '2026-03-01', to: '2026-05-31' }, '2026-03-01 – 2026-05-31', '2026-03-01 – 2026-05-31'],
    [
      { from: '2026-03-01', openEnd: true },
      'från och med 2026-03-01, tills vidare',
      'from 2026-03-01, until further notice',
    ],
    [{ from: '2026-03-01' }, 'från och med 2026-03-01', 'from 2026-03-01'],
    [{ to: '2026-05-31' }, 'till och med 2026-05-31', 'up to and including 2026-05-31'],
    [{ openEnd: true }, 'tills vidare', 'until further notice'],
  ])('%j is said in plain words', (answer, sv, en) => {
    const said = (['sv', 'en'] as const).map((language) => {
      const { scope, shown } = readNote(draft(bounded, { f: answer }), { ...context, language })
      return shown()
        .map(({ ops }) => shortText(ops?.say(answer, scope)))
        .join()
    })
    expect(said).toEqual([sv, en])
  })

  test('can be asked by a condition when it begins', () => {
    const template = templateOf([
      { id: 'f', type: 'period' },
      { id: 'tidigt', type: 'text', visibleWhen: { field: 'f', op: 'less', value: '2026-04-01' } },
    ])
    const shown = (answer: Json) => conditionsOf(template, { f: answer }, context).visible('tidigt')
    expect(shown({ from: '2026-03-31', openEnd: true })).toBe(true)
    expect(shown({ from: '2026-04-01', openEnd: true })).toBe(false)
    expect(shown({ to: '2026-03-31' })).toBe(false)
  })

  test('in a row of a group is named with its row', () => {
    const template = templateOf([
      {
        id: 'rader',
        type: 'group',
        label: { sv: 'Arbetsprövning', en: 'Work trial' },
        item: { sv: 'tid', en: 'time' },
        fields: [
          {
            id: 'tid',
            type: 'period',
            label: { sv: 'När', en: 'When' },
            obligation: 'frivillig',
            demand: { basis: 'eget-val' },
          },
        ],
      },
    ])
    const [found] = fieldMarkers(template, {
      rader: [{ id: 'r', answers: { tid: { from: '3 mars 2026', openEnd: true } } }],
    })
    expect(found && messageText('sv', found.message)).toBe(
      'Skriv datumet i ”Från och med” i ”När” på rad 1 i ”Arbetsprövning” som ÅÅÅÅ-MM-DD.',
    )
    expect(found?.where).toMatchObject({ row: 'r', column: 'tid' })
    expect(found?.fixes).toMatchObject([
      { changes: [{ value: [{ id: 'r', answers: { tid: { from: '2026-03-03', openEnd: true } } }] }] },
    ])
  })
})
