import { expect, test } from 'vitest'
import { exportNote } from '../../../main/export/index.ts'
import { context, draft, templateOf } from '../../unit/check/sample.ts'
import { hl7 } from '../../unit/interchange/hl7.ts'

const isResponse = hl7('QuestionnaireResponse')

test('A note is exported as a QuestionnaireResponse that HL7’s schema takes, in a file that says so', async () => {
  const note = draft(templateOf([{ id: 'syfte', type: 'text' }]), { syfte: 'Prova nya arbetsuppgifter' })
  const { fileName, mimeType, bytes } = await exportNote(note, context, 'fhir')
  const written: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
  isResponse(written)
  expect(isResponse.errors).toBeNull()
  expect(written).toMatchObject({
    status: 'in-progress',
    item: [{ item: [{ linkId: 'syfte', answer: [{ valueString: 'Prova nya arbetsuppgifter' }] }] }],
  })
  expect(fileName).toMatch(/-utkast\.fhir\.json$/)
  expect(mimeType).toBe('application/fhir+json')
})
