import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { questionnaireOf } from '../../../shared/interchange/fhir/template-as-questionnaire.ts'
import { hl7 } from './hl7.ts'

const isQuestionnaire = hl7('Questionnaire')

describe('HL7’s schema of FHIR R5 takes the Questionnaire of', () => {
  test.for(loadTemplates('templates').all)('$id, version $version', (template) => {
    const { value } = questionnaireOf(template)
    isQuestionnaire(value)
    expect(isQuestionnaire.errors).toBeNull()
  })
})

describe('HL7’s schema refuses', () => {
  const [template] = loadTemplates('templates').all
  if (template === undefined) throw new Error('No template ships.')
  const { value } = questionnaireOf(template)
  const first = value.item[0]

  test.for([
    ['a member that FHIR does not have', { ...value, legalBasis: [] }],
    ['another kind of resource', { ...value, resourceType: 'Patient' }],
    ['a text that is a number', { ...value, title: 7 }],
    ['an item of a member of ours', { ...value, item: [{ ...first, demand: 'lag' }] }],
    ['an extension of two words without an address', { ...value, extension: [{ valueString: 'x' }, 'y'] }],
    ['an option that is a text', { ...value, item: [{ ...first, answerOption: ['Ja'] }] }],
  ] as const)('%s', ([, broken]) => {
    expect(isQuestionnaire(broken)).toBe(false)
  })
})
