import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { templateOfQuestionnaire } from '../../../shared/interchange/fhir/questionnaire-as-template.ts'
import { questionnaireOf } from '../../../shared/interchange/fhir/template-as-questionnaire.ts'
import type { Template } from '../../../shared/template/template.ts'
import { inventedTemplate } from './invented.ts'

const thereAndBack = (template: Template) =>
  templateOfQuestionnaire(JSON.parse(JSON.stringify(questionnaireOf(template).value)))

describe('A template that has been a Questionnaire is the same template', () => {
  test.for(loadTemplates('templates').all)('$id, version $version', (template) => {
    expect(thereAndBack(template)).toEqual({ ok: true, value: template, report: [] })
  })

  test('whatever a template that holds together says', () => {
    fc.assert(
      fc.property(inventedTemplate, (template) => {
        expect(thereAndBack(template)).toEqual({ ok: true, value: template, report: [] })
      }),
      { numRuns: 300 },
    )
  })
})
