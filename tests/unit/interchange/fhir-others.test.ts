import { describe, expect, test } from 'vitest'
import { templateOfQuestionnaire } from '../../../shared/interchange/fhir/questionnaire-as-template.ts'
import { questionnaireOf } from '../../../shared/interchange/fhir/template-as-questionnaire.ts'
import { reportText } from '../../../shared/interchange/report.ts'
import { templateOf } from '../check/sample.ts'

/** A form as somebody else would write it, in English, with what FHIR R4 and R5 have and templates have not. */
const others = (item: readonly object[], more: object = {}) =>
  templateOfQuestionnaire({
    resourceType: 'Questionnaire',
    status: 'active',
    language: 'en',
    title: 'Work ability',
    item,
    ...more,
  })

function read(item: readonly object[], more: object = {}) {
  const result = others(item, more)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const fields = result.value.sections.flatMap((section) => section.fields)
  const told = result.report
    .filter(({ path }) => path !== '')
    .map(({ key, path }) => `${path}: ${key.replace('interchange.in.', '')}`)
  return { ...result, fields, told }
}

describe('A Questionnaire that somebody else wrote', () => {
  test('becomes a template with what a template asks beside it marked as missing', () => {
    const { value, report } = read([{ linkId: '1', text: 'How are you?', type: 'string', required: true }], {
      name: 'WorkAbility',
      version: '2.1.0',
    })
    expect(value).toMatchObject({
      id: 'workability',
      version: 1,
      title: { sv: 'Work ability', en: 'Work ability' },
      sections: [
        {
          title: { sv: 'Work ability', en: 'Work ability' },
          fields: [
            {
              id: 'f-1',
              type: 'text',
              label: { sv: 'How are you?', en: 'How are you?' },
              obligation: 'obligatorisk',
              demand: { basis: 'eget-val' },
            },
          ],
        },
      ],
    })
    expect(report.map((entry) => reportText('en', entry))).toEqual([
      'The source does not say what kind of document it is. The template has been given the kind aktivitet; change it if it is another.',
      'The source gives no legal basis. Write which provision the template rests on and where it stands.',
      'One field has no source for why it is asked. It is marked as our own choice (eget-val).',
      expect.stringMatching(/^\d texts are in one language only\./),
    ])
  })

  test('has each of FHIR’s types as the nearest of ours, and tells of those that say more', () => {
    const types = [
      'boolean',
      'decimal',
      'integer',
      'date',
      'dateTime',
      'time',
      'string',
      'text',
      'url',
      'attachment',
      'display',
    ]
    const { fields, told } = read(types.map((type) => ({ linkId: `q-${type}`, text: type, type })))
    expect(fields.map(({ type }) => type)).toEqual([
      'yes-no',
      'number',
      'number',
      'date',
      'date',
      'text',
      'text',
      'text',
      'text',
      'text',
      'info',
    ])
    expect(told).toEqual(
      ['integer', 'dateTime', 'time', 'url', 'attachment'].map((type) => `q-${type}: type`),
    )
  })

  test('has its options, R4’s too, with own words where others than those offered are taken', () => {
    const answerOption = [
      { valueCoding: { code: 'LA6568-5', display: 'Not at all' } },
      { valueString: 'Often' },
    ]
    const { fields } = read([
      { linkId: 'a', type: 'choice', answerOption },
      { linkId: 'b', type: 'coding', repeats: true, answerOption },
      { linkId: 'c', type: 'open-choice', answerOption },
    ])
    const values = (field: (typeof fields)[number] | undefined) =>
      field && 'options' in field
        ? field.options.map(({ value, other }) => (other ? `${value}…` : value))
        : []
    expect(fields.map(({ type }) => type)).toEqual(['choice', 'choices', 'choice'])
    expect(fields.map(values)).toEqual([
      ['la6568-5', 'often'],
      ['la6568-5', 'often'],
      ['la6568-5', 'often', 'annat…'],
    ])
  })

  test('takes options from a set that came with the form, and says where one did not', () => {
    const contained = [
      {
        resourceType: 'ValueSet',
        id: 'yn',
        compose: { include: [{ concept: [{ code: 'Y' }, { code: 'N' }] }] },
      },
    ]
    const { fields, told } = read(
      [
        { linkId: 'a', type: 'choice', answerValueSet: '#yn' },
        { linkId: 'b', type: 'choice', answerValueSet: 'http://loinc.org/vs/LL358-3' },
      ],
      { contained },
    )
    expect(fields).toMatchObject([
      { type: 'choice', options: [{ value: 'y' }, { value: 'n' }] },
      { type: 'text' },
    ])
    expect(told).toEqual(['b: valueSet'])
  })

  test('has its conditions, in the words of the fields that they ask about', () => {
    const answerOption = [{ valueCoding: { code: 'Yes!' } }, { valueCoding: { code: 'No!' } }]
    const asked = (enableWhen: readonly object[], more: object = {}) => ({
      linkId: 'z',
      type: 'string',
      enableWhen,
      ...more,
    })
    const when = (item: object) => {
      const { fields, told } = read([
        { linkId: '/1.1', type: 'choice', answerOption },
        { linkId: '/1.2', type: 'choice', repeats: true, answerOption },
        { linkId: '/1.3', type: 'integer' },
        { linkId: '/1.4', type: 'boolean' },
        item,
      ])
      return told.includes('z: condition') ? 'unread' : fields.at(-1)?.visibleWhen
    }
    expect(when(asked([{ question: '/1.1', operator: '=', answerCoding: { code: 'Yes!' } }]))).toEqual({
      field: 'f-1-1',
      op: 'is',
      value: 'yes',
    })
    expect(when(asked([{ question: '/1.2', operator: '!=', answerCoding: { code: 'No!' } }]))).toEqual({
      not: { field: 'f-1-2', op: 'includes', value: 'no' },
    })
    expect(
      when(
        asked(
          [
            { question: '/1.3', operator: '>=', answerInteger: 5 },
            { question: '/1.4', operator: '=', answerBoolean: false },
            { question: '/1.4', operator: 'exists', answerBoolean: false },
          ],
          { enableBehavior: 'any' },
        ),
      ),
    ).toEqual({
      any: [
        { all: [{ field: 'f-1-3', op: 'answered' }, { not: { field: 'f-1-3', op: 'less', value: 5 } }] },
        { field: 'f-1-4', op: 'is', value: 'nej' },
        { field: 'f-1-4', op: 'unanswered' },
      ],
    })
    expect(when(asked([{ question: 'nowhere', operator: 'exists', answerBoolean: true }]))).toBe('unread')
    expect(when(asked([{ question: '/1.1', operator: '=', answerCoding: { code: 'Maybe' } }]))).toBe('unread')
    expect(when(asked([{ question: '/1.3', operator: '=' }]))).toBe('unread')
  })

  test('keeps groups in groups as headings, shown when the group was, and rows of questions as a repeated group', () => {
    const inner = {
      linkId: 'inner',
      text: 'Pain',
      type: 'group',
      enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }],
    }
    const { value, told } = read([
      {
        linkId: 'top',
        text: 'Health',
        type: 'group',
        item: [
          {
            linkId: 'a',
            text: 'Any pain?',
            type: 'boolean',
            item: [{ linkId: 'follow', text: 'Where?', type: 'string' }],
          },
          { ...inner, item: [{ linkId: 'b', text: 'How much?', type: 'decimal' }] },
          {
            linkId: 'rows',
            text: 'Medicines',
            type: 'group',
            repeats: true,
            item: [
              { linkId: 'what', type: 'string' },
              { linkId: 'note', type: 'display', text: 'As on the box' },
              { linkId: 'doses', type: 'group', repeats: true, item: [{ linkId: 'dose', type: 'decimal' }] },
            ],
          },
        ],
      },
    ])
    const shown = { field: 'a', op: 'answered' }
    expect(value.sections[0]?.fields).toMatchObject([
      { id: 'a', type: 'yes-no' },
      { id: 'follow', type: 'text' },
      { id: 'inner', type: 'info', visibleWhen: shown },
      { id: 'b', type: 'number', visibleWhen: shown },
      { id: 'rows', type: 'group', fields: [{ id: 'what' }, { id: 'dose', type: 'number' }] },
    ])
    expect(told).toEqual(['note: wordsInRows', 'doses: rowsInRows'])
  })

  test('is made to hold together: few obligatory fields, no circle of conditions, bounds with something between', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      linkId: `q${index}`,
      type: 'string',
      required: true,
    }))
    expect(read(many).told).toEqual(['q7: obligatory', 'q8: obligatory'])

    const on = (question: string) => [{ question, operator: 'exists', answerBoolean: true }]
    const circle = read([
      { linkId: 'a', type: 'string', enableWhen: on('b') },
      { linkId: 'b', type: 'string', enableWhen: on('a') },
    ])
    expect(circle.told).toEqual(['a: circle', 'b: circle'])

    const bound = (name: string, valueInteger: number) => ({
      url: `http://hl7.org/fhir/StructureDefinition/${name}`,
      valueInteger,
    })
    const [field] = read([
      { linkId: 'a', type: 'integer', extension: [bound('minValue', 9), bound('maxValue', 1)] },
    ]).fields
    expect(field).not.toHaveProperty('min')
  })

  test('of the shape that scored scales have is read as questions, and the scores, sums and variables are told of', () => {
    const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire'
    const hl7 = 'http://hl7.org/fhir/StructureDefinition'
    const score = (valueDecimal: number) => [{ url: `${hl7}/ordinalValue`, valueDecimal }]
    const concept = [
      { code: 'Never', display: 'Never', extension: score(0) },
      { code: 'Every day', display: 'Every day', extension: score(1) },
    ]
    const contained = [{ resourceType: 'ValueSet', id: 'often', compose: { include: [{ concept }] } }]
    const expression = { language: 'text/fhirpath', expression: '%score.sum()' }
    const asked = ['sleep', 'food'].map((linkId) => ({
      linkId: `H1/${linkId}`,
      text: linkId,
      type: 'choice',
      answerValueSet: '#often',
    }))
    const sum = { url: `${sdc}-calculatedExpression`, valueExpression: expression }
    const total = { linkId: 'H1/total', text: 'Total', type: 'quantity', extension: [sum] }
    const hidden = {
      linkId: 'H1/raw',
      type: 'decimal',
      extension: [{ url: `${hl7}/questionnaire-hidden`, valueBoolean: true }],
    }
    const drawn = {
      linkId: 'H1/note',
      type: 'display',
      text: 'Thank you',
      extension: [{ url: `${hl7}/rendering-style` }],
    }
    const { fields, report, told } = read(
      [{ linkId: 'H1', text: 'Last week', type: 'group', item: [...asked, total, hidden, drawn] }],
      { contained, extension: [{ url: `${hl7}/variable`, valueExpression: expression }] },
    )
    expect(fields.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'h1-sleep choice',
      'h1-food choice',
      'h1-total number',
      'h1-note info',
    ])
    expect(fields[0]).toMatchObject({ options: [{ value: 'never' }, { value: 'every-day' }] })
    expect(told).toEqual([
      'H1/sleep: extension',
      'H1/food: extension',
      'H1/total: type',
      'H1/total: extension',
      'H1/raw: hidden',
      'H1/note: looks',
    ])
    expect(report).toContainEqual({
      key: 'interchange.in.extension',
      params: { what: `${hl7}/variable` },
      path: '',
    })
  })

  test('has days that are counted from today, where an expression says no more than that', () => {
    const bound = (name: string, expression: string) => ({
      url: `http://hl7.org/fhir/StructureDefinition/${name}`,
      _valueDate: {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue',
            valueExpression: { language: 'text/fhirpath', expression },
          },
        ],
      },
    })
    const dated = (...extension: object[]) => read([{ linkId: 'a', type: 'date', extension }])
    expect(dated(bound('minValue', 'today() - 14 days'), bound('maxValue', 'today()')).fields).toMatchObject([
      { min: { relativeTo: 'today', days: -14 }, max: { relativeTo: 'today', days: 0 } },
    ])
    const { fields, told } = dated(bound('maxValue', 'today() - 18 years'))
    expect(fields[0]).not.toHaveProperty('max')
    expect(told).toEqual(['a: bound'])
  })

  test('tells of what a template cannot say', () => {
    const { told } = read([
      { linkId: 'a', type: 'string', repeats: true, initial: [{ valueString: 'x' }], readOnly: true },
      { linkId: 'b', type: 'string', extension: [{ url: 'http://example.org/slider' }] },
      { linkId: 'c', type: 'group', item: [] },
    ])
    expect(told).toEqual(['a: oneAnswer', 'a: initial', 'a: readOnly', 'b: extension', 'c: emptyGroup'])
  })

  test.for([
    ['nothing', null],
    ['another resource', { resourceType: 'Patient' }],
    ['a form without questions', { resourceType: 'Questionnaire', status: 'draft', item: [] }],
    [
      'a question without a type',
      { resourceType: 'Questionnaire', status: 'draft', item: [{ linkId: 'a' }] },
    ],
  ] as const)('is refused in words where it is %s', ([, json]) => {
    const refused = templateOfQuestionnaire(json)
    expect(refused.ok).toBe(false)
    if (!refused.ok)
      for (const entry of refused.problems) expect(reportText('sv', entry)).toMatch(/\p{L}.{10,}/u)
  })
})

test('Extensions of ours that no longer hold together are left out, and the rest is read', () => {
  const { value } = questionnaireOf(
    templateOf([
      { id: 'a', type: 'rich-text' },
      { id: 'b', type: 'text' },
    ]),
  )
  const broken = JSON.stringify(value).replace('eget-val', 'paragraf')
  const result = templateOfQuestionnaire(JSON.parse(broken))
  expect(result).toMatchObject({
    ok: true,
    value: { sections: [{ fields: [{ type: 'text' }, { type: 'text' }] }] },
  })
  expect(result.ok && result.report[0]?.key).toBe('interchange.in.ownRefused')
})

test('A question of ours that another program has changed is told of, since our extensions are what is read', () => {
  const asked = { field: 'a', op: 'is', value: 'x' }
  const { value } = questionnaireOf(
    templateOf([
      { id: 'a', type: 'text' },
      { id: 'b', type: 'rich-text', visibleWhen: { all: [asked] } },
    ]),
  )
  const changed = JSON.stringify(value).replace('"answerString":"x"', '"answerString":"y"')
  const result = templateOfQuestionnaire(JSON.parse(changed))
  expect(result).toMatchObject({
    value: { sections: [{ fields: [{}, { visibleWhen: { all: [asked] } }] }] },
    report: [{ key: 'interchange.in.changedSince', path: 'b' }],
  })
})
