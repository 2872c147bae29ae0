// What others see: FHIR's own words for a template, apart from extensions of ours. A template that comes back the same would
// not show a fault here, since what FHIR says wrongly is then carried in an extension.
import { describe, expect, test } from 'vitest'
import type { Item } from '../../../shared/interchange/fhir/questionnaire.ts'
import { questionnaireOf } from '../../../shared/interchange/fhir/template-as-questionnaire.ts'
import { plainQuestionnaire } from '../../../shared/interchange/fhir/to-questionnaire.ts'
import { codeSystem, ENABLE_WHEN_EXPRESSION } from '../../../shared/interchange/fhir/urls.ts'
import { reportText } from '../../../shared/interchange/report.ts'
import { templateOf } from '../check/sample.ts'

const words = (sv: string, en: string) => ({ sv, en })
const options = [
  { value: 'a', label: words('Ett', 'One') },
  { value: 'b', label: words('Två', 'Two'), other: true },
]
const asked = [
  { id: 'val', type: 'choice', options },
  { id: 'flera', type: 'choices', options },
  { id: 'tal', type: 'number' },
  { id: 'dag', type: 'date' },
  { id: 'ja', type: 'yes-no' },
  { id: 'ord', type: 'text' },
  { id: 'tid', type: 'period' },
  { id: 'rader', type: 'insatser' },
]

/** The items of a template's only section. */
const itemsOf = (fields: Parameters<typeof templateOf>[0]) => {
  const template = templateOf(fields)
  const all: readonly Item[] = plainQuestionnaire(template).item[0]?.item ?? []
  return { template, item: (id: string) => all.find(({ linkId }) => linkId === id) }
}

describe('A template in FHIR’s own words', () => {
  test('has questions of FHIR’s types, with labels in both languages, options, bounds and what is obligatory', () => {
    const { template, item } = itemsOf([
      { id: 'val', type: 'choice', options, obligation: 'obligatorisk', label: words('Val', 'Choice') },
      { id: 'tal', type: 'number', min: 1, max: 5, help: words('Hjälp', 'Help') },
      { id: 'ord', type: 'text', maxLength: 40, multiline: true },
    ])
    const system = codeSystem(template.id, 'val')
    expect(item('val')).toMatchObject({
      type: 'coding',
      text: 'Val',
      _text: { extension: [{ extension: [{ valueCode: 'en' }, { valueString: 'Choice' }] }] },
      required: true,
      answerOption: [{ valueCoding: { system, code: 'a', display: 'Ett' } }, { valueCoding: { code: 'b' } }],
    })
    expect(item('val.other')).toMatchObject({
      type: 'string',
      enableWhen: [{ question: 'val', operator: '=', answerCoding: { system, code: 'b' } }],
    })
    expect(item('tal')).toMatchObject({
      type: 'decimal',
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueDecimal: 1 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueDecimal: 5 },
      ],
      item: [{ type: 'display', text: 'Hjälp' }],
    })
    expect(item('tal')).not.toHaveProperty('required')
    expect(item('ord')).toMatchObject({ type: 'text', maxLength: 40 })
  })

  test.for([
    [
      { field: 'val', op: 'is', value: 'a' },
      { question: 'val', operator: '=', answerCoding: { code: 'a' } },
    ],
    [
      { field: 'val', op: 'is-not', value: 'a' },
      { question: 'val', operator: '!=', answerCoding: { code: 'a' } },
    ],
    [{ not: { field: 'val', op: 'is', value: 'a' } }, { question: 'val', operator: '!=' }],
    [
      { field: 'flera', op: 'includes', value: 'b' },
      { question: 'flera', operator: '=', answerCoding: { code: 'b' } },
    ],
    [
      { field: 'tal', op: 'less', value: 5 },
      { question: 'tal', operator: '<', answerDecimal: 5 },
    ],
    [
      { field: 'dag', op: 'greater', value: '2026-01-31' },
      { question: 'dag', operator: '>', answerDate: '2026-01-31' },
    ],
    [
      { field: 'ja', op: 'is', value: 'nej' },
      { question: 'ja', operator: '=', answerBoolean: false },
    ],
    [
      { field: 'ord', op: 'is', value: 'x' },
      { question: 'ord', operator: '=', answerString: 'x' },
    ],
    [
      { field: 'tid', op: 'less', value: '2026-01-31' },
      { question: 'tid.from', operator: '<' },
    ],
    [
      { field: 'ord', op: 'answered' },
      { question: 'ord', operator: 'exists', answerBoolean: true },
    ],
    [
      { field: 'ord', op: 'unanswered' },
      { question: 'ord', operator: 'exists', answerBoolean: false },
    ],
  ] as const)('is shown when %o', ([visibleWhen, when]) => {
    const { item } = itemsOf([...asked, { id: 'z', type: 'text', visibleWhen }])
    expect(item('z')?.enableWhen).toMatchObject([when])
  })

  test('is shown when all or any of several hold, as FHIR has it', () => {
    const parts = [
      { field: 'val', op: 'is', value: 'a' },
      { field: 'ja', op: 'answered' },
    ]
    for (const enableBehavior of ['all', 'any']) {
      const { item } = itemsOf([
        ...asked,
        { id: 'z', type: 'text', visibleWhen: { [enableBehavior]: parts } },
      ])
      expect(item('z')).toMatchObject({
        enableBehavior,
        enableWhen: [{ question: 'val' }, { question: 'ja' }],
      })
    }
  })

  test('is shown by an expression where FHIR has no words, and where nobody has filled in the facts of the case that are asked', () => {
    const { template, item } = itemsOf([
      ...asked,
      { id: 'y', type: 'text', visibleWhen: { not: { field: 'rader', op: 'answered' } } },
      { id: 'z', type: 'text', visibleWhen: { fact: 'dag', op: 'greater', value: 90 } },
    ])
    const expression =
      "(%resource.descendants().where(linkId = 'rader' or linkId.startsWith('rader.')).answer.exists()).not()"
    expect(item('y')?.extension).toEqual([
      { url: ENABLE_WHEN_EXPRESSION, valueExpression: { language: 'text/fhirpath', expression } },
    ])
    const day = "%resource.descendants().where(linkId = 'arende/fakta.dag').answer.value"
    const asksCase = `(${day}.exists()).not() or (${day}.where($this > 90).exists())`
    expect(item('z')?.extension).toMatchObject([{ valueExpression: { expression: asksCase } }])
    const facts = plainQuestionnaire(template).item.at(-1)
    expect(facts).toMatchObject({
      linkId: 'arende/fakta',
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden', valueBoolean: true },
      ],
      item: [{ linkId: 'arende/fakta.dag', type: 'decimal' }],
    })
  })

  test('has days that follow the calendar or the case as values that are worked out, and back from FHIR alone', () => {
    const bounds = { min: { relativeTo: 'today', days: 0 }, max: { relativeTo: 'first-sick-day', days: 30 } }
    const { template, item } = itemsOf([
      { id: 'dag', type: 'date', ...bounds },
      { id: 'tid', type: 'period', ...bounds },
    ])
    const first =
      "%resource.descendants().where(linkId = 'arende/fakta.first-sick-day').answer.value + 30 days"
    const values = (bounded: Item | undefined) =>
      bounded?.extension?.map(({ _valueDate }) => _valueDate?.extension?.[0]?.valueExpression?.expression)
    expect(values(item('dag'))).toEqual(['today()', first])
    expect(item('tid')?.item?.slice(0, 2).map(values)).toEqual([
      ['today()', first],
      ['today()', first],
    ])
    const { value, report } = questionnaireOf(template)
    expect(JSON.stringify(value.item)).not.toMatch(/StructureDefinition\/(min|max)"/)
    expect(report.map((entry) => reportText('sv', entry))).toContain(
      'Ett uttryck säger den senaste dagen. Bara program enligt SDC förstår det.',
    )
  })

  test('has what is obligatory under a condition as a constraint on the response, where an expression says it', () => {
    const obligatoryWhen = { field: 'ord', op: 'answered' }
    const columns = [{ id: 'kolumn', type: 'text', label: words('K', 'K'), obligation: 'frivillig' }]
    const { template } = itemsOf([
      ...asked,
      { id: 'z', type: 'text', label: words('Varför?', 'Why?'), obligatoryWhen },
      {
        id: 'grupp',
        type: 'group',
        item: words('Rad', 'Row'),
        fields: columns.map((column) => ({ ...column, demand: { basis: 'eget-val' }, obligatoryWhen })),
      },
    ])
    const answered = (id: string) =>
      `%resource.descendants().where(linkId = '${id}' or linkId.startsWith('${id}.')).answer.exists()`
    expect(plainQuestionnaire(template).extension).toEqual([
      {
        url: 'http://hl7.org/fhir/StructureDefinition/targetConstraint',
        extension: [
          { url: 'key', valueId: 'z' },
          { url: 'severity', valueCode: 'error' },
          {
            url: 'expression',
            valueExpression: {
              language: 'text/fhirpath',
              expression: `((${answered('ord')})) implies ${answered('z')}`,
            },
          },
          expect.objectContaining({ url: 'human', valueString: 'Frågan ska besvaras: Varför?' }),
        ],
      },
    ])
    const told = questionnaireOf(template).report.filter(({ params }) =>
      JSON.stringify(params)?.includes('obligatoriskt'),
    )
    expect(told.map(({ key, path }) => `${path}: ${key}`)).toEqual([
      'z: interchange.out.calculated',
      'grupp.kolumn: interchange.out.own',
    ])
  })
})
