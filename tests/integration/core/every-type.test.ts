import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { templateOf } from '../../unit/check/sample.ts'
import { types } from '../../unit/fields/samples.ts'
import { caseDetails, startWithArchive, temporaryFolder } from './support.ts'

const template = templateOf(
  types.map(([type, { field }]) => ({ id: type, type, ...field })),
  { kind: 'mote' },
)
/** A reference needs a note of the same case to refer to. */
const answered = types.filter(([type]) => type !== 'note-reference')
const answers = Object.fromEntries(answered.map(([type, { answer }]) => [type, answer]))

async function archive() {
  const templatesDir = temporaryFolder()
  writeFileSync(join(templatesDir, 'prov.json'), JSON.stringify(template))
  return (await startWithArchive({ templatesDir })).client
}

test('an answer of every type is saved, journalförd, exported, taken out and read in elsewhere as it was', async () => {
  const client = await archive()
  const added = await client.cases.create(caseDetails())
  const { id } = await client.notes.create({
    caseId: added.id,
    templateId: templateIdSchema.parse(template.id),
  })
  const { revision } = await client.notes.save({ id, baseRevision: 1, answers })
  expect((await client.notes.sign({ id, baseRevision: revision })).answers).toEqual(answers)

  const { base64 } = await client.notes.export({ id, format: 'txt', language: 'sv' })
  const printed = Buffer.from(base64, 'base64').toString()
  for (const [, { says }] of answered)
    for (const word of says.split(/[\s,;:()]+/)) expect(printed).toContain(word)

  const elsewhere = await archive()
  const { caseId } = await elsewhere.cases.import({ json: await client.cases.dump({ id: added.id }) })
  const [note] = await elsewhere.notes.ofCase({ caseId })
  expect(note?.answers).toEqual(answers)
})
