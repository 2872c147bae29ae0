import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportText } from '../../../shared/interchange/report.ts'
import { relevantCondition } from '../../../shared/interchange/xlsform/relevant.ts'
import { templateOfXlsForm } from '../../../shared/interchange/xlsform/xlsform-as-template.ts'

type Sheet = string[][]
const settings: Sheet = [
  ['form_title', 'form_id', 'version', 'default_language'],
  ['Arbetsprövning', 'arbetsprovning', '4', 'Svenska (sv)'],
]

/** Fields of expressions are written `@{a}` here, since `$` before a brace means something in a text of ours. */
const withFields = (sheet: Sheet): Sheet => sheet.map((row) => row.map((cell) => cell.replaceAll('@{', '${')))

function read(survey: Sheet, choices: Sheet = [], more: Sheet = settings) {
  const result = templateOfXlsForm({ survey: withFields(survey), choices, settings: more })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const fields = result.value.sections.flatMap((section) => section.fields)
  const told = result.report
    .filter(({ path }) => path !== '')
    .map(({ key, path }) => `${path}: ${key.replace('interchange.in.', '')}`)
  return { ...result, fields, told }
}
const yesNo: Sheet = [
  ['list_name', 'name', 'label', 'label::English (en)'],
  ['yn', 'yes', 'Ja', 'Yes'],
  ['yn', 'no', 'Nej', 'No'],
]

describe('An XLSForm', () => {
  test('becomes a template, with its texts in the languages that its columns name', () => {
    const { value } = read([
      ['type', 'name', 'label', 'label::English (en)', 'hint', 'required'],
      ['text', 'syfte', 'Syfte', 'Purpose', 'Kort', 'yes'],
    ])
    expect(value).toMatchObject({
      id: 'arbetsprovning',
      version: 4,
      title: { sv: 'Arbetsprövning', en: 'Arbetsprövning' },
      sections: [
        {
          fields: [
            {
              id: 'syfte',
              type: 'text',
              label: { sv: 'Syfte', en: 'Purpose' },
              help: { sv: 'Kort', en: 'Kort' },
              obligation: 'obligatorisk',
              demand: { basis: 'eget-val' },
            },
          ],
        },
      ],
    })
  })

  test('has each type as the nearest of ours, and tells of those that say more', () => {
    const types = [
      'text',
      'note',
      'integer',
      'decimal',
      'date',
      'dateTime',
      'time',
      'select_one yn',
      'select_multiple yn',
      'geopoint',
      'image',
    ]
    const { fields, told } = read(
      [['type', 'name'], ...types.map((type, index) => [type, `q${index}`])],
      yesNo,
    )
    expect(fields.map(({ type }) => type)).toEqual([
      'text',
      'info',
      'number',
      'number',
      'date',
      'date',
      'text',
      'choice',
      'choices',
      'text',
      'text',
    ])
    expect(told).toEqual(['q2: type', 'q5: type', 'q6: type', 'q9: type', 'q10: type'])
  })

  test('has groups as sections and headings, and repeats as repeated groups', () => {
    const { value } = read([
      ['type', 'name', 'label', 'relevant'],
      ['begin group', 'halsa', 'Hälsa', ''],
      ['text', 'besvar', 'Besvär', ''],
      ['begin_repeat', 'lakemedel', 'Läkemedel', "@{besvar} != ''"],
      ['text', 'vad', 'Vad', ''],
      ['end_repeat', '', '', ''],
      ['end group', '', '', ''],
      ['text', 'ovrigt', 'Övrigt', ''],
    ])
    expect(value.sections).toMatchObject([
      {
        id: 'halsa',
        title: { sv: 'Hälsa' },
        fields: [
          { id: 'besvar' },
          {
            id: 'lakemedel',
            type: 'group',
            visibleWhen: { field: 'besvar', op: 'answered' },
            fields: [{ id: 'vad' }],
          },
        ],
      },
      { fields: [{ id: 'ovrigt' }] },
    ])
  })

  test('has constraints as bounds where they are bounds, and tells of those that are not', () => {
    const bounded = (type: string, constraint: string) => {
      const { fields, told } = read([
        ['type', 'name', 'constraint'],
        [type, 'a', constraint],
      ])
      const [field] = fields
      const { min, max, maxLength } = { min: undefined, max: undefined, maxLength: undefined, ...field }
      return told.includes('a: constraint') ? 'unread' : [min, max, maxLength]
    }
    expect(bounded('integer', '. >= 0 and . <= 100')).toEqual([0, 100, undefined])
    expect(bounded('integer', '(. > 0) and (. < 10)')).toEqual([1, 9, undefined])
    expect(bounded('decimal', '. > 0')).toBe('unread')
    expect(bounded('date', '. <= today()')).toEqual([undefined, { relativeTo: 'today', days: 0 }, undefined])
    expect(bounded('date', ". >= date('2026-01-31')")).toEqual([{ date: '2026-01-31' }, undefined, undefined])
    expect(bounded('text', 'string-length(.) <= 40')).toEqual([undefined, undefined, 40])
    expect(bounded('text', "regex(., '^[0-9]+$')")).toBe('unread')
    expect(bounded('integer', '. >= 9 and . <= 1')).toBe('unread')
  })

  test.for([
    ["selected(@{a}, 'yes')", { field: 'a', op: 'is', value: 'yes' }],
    [
      "@{a} = 'yes' and not(@{b} < 5)",
      { all: [{ field: 'a', op: 'is', value: 'yes' }, { not: { field: 'b', op: 'less', value: 5 } }] },
    ],
    [
      "@{b} > 3 or (@{a} != '' and @{a} = 'no')",
      {
        any: [
          { field: 'b', op: 'greater', value: 3 },
          {
            all: [
              { field: 'a', op: 'answered' },
              { field: 'a', op: 'is', value: 'no' },
            ],
          },
        ],
      },
    ],
    ["selected(@{c}, 'yes')", { field: 'c', op: 'includes', value: 'yes' }],
    ['@{a} = ‘yes’', { field: 'a', op: 'is', value: 'yes' }],
  ] as const)('reads %s', ([relevant, condition]) => {
    const { fields } = read(
      [
        ['type', 'name', 'relevant'],
        ['select_one yn', 'a', ''],
        ['integer', 'b', ''],
        ['select_multiple yn', 'c', ''],
        ['text', 'd', relevant],
      ],
      yesNo,
    )
    expect(fields[3]?.visibleWhen).toEqual(condition)
  })

  test.for(['count(@{a}) > 2', '@{a} = ', "@{a} = 'x' and", '@{a} + 1 = 2', "('", '@{a} = @{b}', 'nonsense'])(
    'shows a question always where %s cannot be read, and says so',
    (relevant) => {
      const { fields, told } = read([
        ['type', 'name', 'relevant'],
        ['text', 'a', ''],
        ['text', 'd', relevant],
      ])
      expect(fields[1]).not.toHaveProperty('visibleWhen')
      expect(told).toEqual(['d: expression'])
    },
  )

  test('is read as older forms and other programs write it: capitals, names of languages, and types in words', () => {
    const { value, fields, told } = read(
      [
        ['TYPE', 'Name', 'LABEL::Swedish', 'Label:English'],
        ['select one from YN', 'a', 'Mår du bra?', 'Are you well?'],
        ['select all that apply from YN or specify other', 'b', 'Vilka?', 'Which?'],
        ['begin group', 'g', 'Mer', 'More'],
        ['add select one prompt using YN', 'c', 'Säkert?', 'Sure?'],
        ['end group', '', '', ''],
      ],
      [
        ['list name', 'name', 'label::Swedish (sv)', 'label::English (en)'],
        ['YN', 'yes', 'Ja', 'Yes'],
      ],
    )
    expect(fields.map(({ id, type }) => `${id} ${type}`)).toEqual(['a choice', 'b choices', 'c choice'])
    expect(fields[0]).toMatchObject({
      label: { sv: 'Mår du bra?', en: 'Are you well?' },
      options: [{ label: { sv: 'Ja', en: 'Yes' } }],
    })
    expect(value.sections.map(({ title }) => title.en)).toEqual(['Arbetsprövning', 'More'])
    expect(told).toEqual([])
  })

  test('keeps the texts of a form in another language, and tells of those that another language has beside ours', () => {
    const { fields, told } = read([
      ['type', 'name', 'label::French (fr)', 'hint', 'hint::French (fr)'],
      ['text', 'a', 'Comment ça va ?', 'Kort', 'Court'],
    ])
    expect(fields[0]).toMatchObject({ label: { sv: 'Comment ça va ?' }, help: { sv: 'Kort' } })
    expect(told).toEqual(['a: column', 'a: column'])
  })

  test('tells of a text that quotes another answer, and of every column that is not read', () => {
    const { told, report } = read([
      ['type', 'name', 'label', 'constraint_message', 'media::image', 'appearance'],
      ['text', 'a', 'Hej @{b}', 'Fel', 'a.png', 'minimal'],
    ])
    expect(told).toEqual(['a: column', 'a: column', 'a: quotes'])
    expect(report.flatMap(({ params }) => params?.what ?? [])).toEqual([
      'constraint_message',
      'media::image',
      ['$', '{b}'].join(''),
    ])
  })

  test('tells of rows and columns that nobody is asked, and of lists that are not there', () => {
    const { told } = read([
      ['type', 'name', 'calculation', 'choice_filter', 'default'],
      ['start', 's', '', '', ''],
      ['calculate', 'sum', '1+1', '', ''],
      ['select_one nowhere', 'a', '', 'x=1', 'y'],
      ['', 'b', '', '', ''],
    ])
    expect(told).toEqual([
      's: leftOut',
      'sum: leftOut',
      'a: column',
      'a: column',
      'a: list',
      'survey 5: noType',
    ])
  })

  test('is refused in words where it holds no questions, or more than a template can', () => {
    const refused = (survey: Sheet) => {
      const result = templateOfXlsForm({ survey })
      return result.ok ? 'read' : result.problems.map((problem) => reportText('sv', problem)).join()
    }
    expect(refused([])).toMatch(/inga frågor/)
    expect(
      refused([
        ['type', 'name'],
        ['text', 'a'.repeat(40_000)],
      ]),
    ).toMatch(/mer text än en mall/)
    const rows = Array.from({ length: 2001 }, (_, index) => ['text', `q${index}`])
    expect(refused([['type', 'name'], ...rows])).toMatch(/fler än 2000 frågor/)
  })
})

test('No expression stops its reader, however it is made', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    'not(',
    'and',
    'or',
    '@{a}',
    "'x'",
    '5',
    '=',
    '!=',
    'selected(',
    ',',
    '.',
    '"',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      relevantCondition(pieces.join(' ').replaceAll('@', '$'))
    }),
  )
})
