import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

const path = 'node_modules/hl7.fhir.r5.core/openapi/fhir.schema.json'
const schema = JSON.parse(readFileSync(path, 'utf8')) as { definitions: Record<string, unknown> }
// Resources within a resource are of every kind there is; without them only what a form is made of is compiled.
schema.definitions.ResourceList = { type: 'object' }
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }).addSchema({
  $id: 'fhir',
  definitions: schema.definitions,
})

/** HL7's own schema for a kind of resource, of FHIR R5. */
export function hl7(resource: 'Questionnaire' | 'QuestionnaireResponse'): ValidateFunction {
  return ajv.compile({ $ref: `fhir#/definitions/${resource}` })
}
