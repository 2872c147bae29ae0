import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { templateOf } from '../../unit/check/sample.ts'
import { caseDetails, startWithArchive, temporaryFolder } from './support.ts'

const template = templateOf(
  [
    { id: 'har-talat', type: 'yes-no' },
    { id: 'samtycken', type: 'consents', visibleWhen: { field: 'har-talat', op: 'is', value: 'ja' } },
  ],
  { kind: 'mote' },
)
const given = [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-03-01' }]

test.each([
  ['ja', given],
  ['nej', []],
])(
  'a consent goes into the register of the case only where the note shows it (%s)',
  async (asked, register) => {
    const templatesDir = temporaryFolder()
    writeFileSync(join(templatesDir, 'prov.json'), JSON.stringify(template))
    const { client } = await startWithArchive({ templatesDir })
    const { id: caseId } = await client.cases.create(caseDetails())
    const { id } = await client.notes.create({ caseId, templateId: templateIdSchema.parse(template.id) })
    const answers = { 'har-talat': asked, samtycken: given }
    await client.notes.save({ id, baseRevision: 1, answers })
    expect((await client.notes.sign({ id, baseRevision: 2 })).answers).toEqual(answers)
    expect((await client.cases.get({ id: caseId })).case.consents).toEqual(register)
  },
)
