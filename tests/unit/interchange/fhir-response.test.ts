import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { responseOf } from '../../../shared/interchange/fhir/note-as-response.ts'
import type { Questionnaire } from '../../../shared/interchange/fhir/questionnaire.ts'
import { questionnaireOf } from '../../../shared/interchange/fhir/template-as-questionnaire.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { types } from '../fields/samples.ts'
import { fillings } from '../template/fill.ts'
import { hl7 } from './hl7.ts'

const isResponse = hl7('QuestionnaireResponse')
const around = { context, referred: () => '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a77' }

type Asked = Questionnaire['item'][number]
interface Given {
  linkId: string
  answer?: readonly object[]
  item?: readonly Given[]
}

const valueMembers: Partial<Record<string, string>> = {
  string: 'valueString',
  text: 'valueString',
  decimal: 'valueDecimal',
  boolean: 'valueBoolean',
  date: 'valueDate',
  coding: 'valueCoding',
  reference: 'valueReference',
}

/** What a response says that its form does not ask, by FHIR's rules: in the form's order, of its types, among its options. */
function faults(given: readonly Given[], asked: readonly Asked[]): string[] {
  const places = given.map(({ linkId }) => asked.findIndex((item) => item.linkId === linkId))
  const inOrder = places.every((place, index) => place >= (places[index - 1] ?? 0))
  return [
    ...(inOrder ? [] : [`not in order: ${given.map(({ linkId }) => linkId).join(', ')}`]),
    ...given.flatMap(({ linkId, answer = [], item = [] }, index) => {
      const question = asked[places[index] ?? -1]
      if (question === undefined) return [`never asked: ${linkId}`]
      const member = valueMembers[question.type] ?? 'none'
      const codes = question.answerOption?.map(({ valueCoding }) =>
        JSON.stringify([valueCoding?.system, valueCoding?.code]),
      )
      const wrong = answer.filter((one) => {
        const value: unknown = Reflect.get(one, member)
        if (value === undefined) return true
        if (codes === undefined || typeof value !== 'object' || value === null) return false
        return !codes.includes(JSON.stringify([Reflect.get(value, 'system'), Reflect.get(value, 'code')]))
      })
      const repeated =
        given.filter((other) => other.linkId === linkId).length + answer.length > (answer.length > 0 ? 2 : 1)
      return [
        ...wrong.map((one) => `no answer to ${linkId}: ${JSON.stringify(one)}`),
        ...(repeated && question.repeats !== true ? [`more than one: ${linkId}`] : []),
        ...faults(item, question.item ?? []),
      ]
    }),
  ]
}

describe('A filled note as a QuestionnaireResponse is one to HL7’s schema, and answers what its Questionnaire asks:', () => {
  test.for(loadTemplates('templates').all)('$id, version $version', (template) => {
    const form = questionnaireOf(template).value
    for (const { answers } of fillings(template, around)) {
      const shown = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null))
      const { value, report } = responseOf(readNote(draft(template, shown), context))
      isResponse(value)
      expect(isResponse.errors).toBeNull()
      expect(faults(value.item ?? [], form.item)).toEqual([])
      expect(value.questionnaire).toBe(`${form.url}|${form.version}`)
      expect(report).toEqual([])
    }
  })
})

describe('An answer of type', () => {
  test.for(types)(
    '%s is carried whole, and as it is stored where it is of another form',
    ([type, { field, answer }]) => {
      const template = templateOf([{ id: 'f', type, ...field }])
      const said = (value: typeof answer) => responseOf(readNote(draft(template, { f: value }), context))
      const { value, report } = said(answer)
      expect(isResponse(value)).toBe(true)
      const formatted = type === 'rich-text' ? [{ key: 'interchange.out.answer', path: 'f' }] : []
      expect(report).toEqual(formatted)

      const other = said({ 'of another form': [7] })
      expect(isResponse(other.value)).toBe(true)
      expect(JSON.stringify(other.value)).toContain('of another form')
      expect(other.report).toEqual([{ key: 'interchange.out.answer', path: 'f' }])
    },
  )
})

describe('A QuestionnaireResponse', () => {
  const response = (fields: Parameters<typeof templateOf>[0], answers: Parameters<typeof draft>[1]) =>
    JSON.stringify(responseOf(readNote(draft(templateOf(fields), answers), context)).value.item ?? [])

  test('leaves out what is hidden', () => {
    const hidden = { id: 'b', type: 'text', visibleWhen: { field: 'a', op: 'is', value: 'visa' } }
    expect(response([{ id: 'a', type: 'text' }, hidden], { a: 'visa', b: 'Dolt' })).toContain('Dolt')
    expect(response([{ id: 'a', type: 'text' }, hidden], { a: 'nej', b: 'Dolt' })).not.toContain('Dolt')
  })

  test('has a number as a number, and one that is none as it was typed', () => {
    expect(response([{ id: 'a', type: 'number' }], { a: '1 200,5' })).toContain('"valueDecimal":1200.5')
    expect(response([{ id: 'a', type: 'number' }], { a: 'många' })).toContain('många')
    expect(response([{ id: 'a', type: 'number' }], { a: '9'.repeat(400) })).not.toContain('null')
  })
})
