import { describe, expect, test } from 'vitest'
import { verifyFile } from '../../../main/core/proof/verify-file.ts'
import { loadTemplates } from '../../../main/core/templates.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { fileText } from '../../../shared/note/own-digest.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import {
  publicationDigest,
  type TemplateFile,
  templateFileSchema,
} from '../../../shared/studio/publication.ts'
import { type Client, caseDetails, needTemplate, refused, startWithArchive, workAs } from './support.ts'

const from = isoDateSchema.parse('2026-03-04')
const ref = { id: needTemplate, version: 3 }

/** A template that Bo has published, as the file that goes to others. */
async function publishedFile(client: Client): Promise<string> {
  const { id } = await client.studio.begin({ from: { id: needTemplate, version: 2 } })
  await client.studio.act({ id, baseRevision: 1, verb: 'lamna-in' })
  await workAs(client, { name: 'Bo Lind', role: 'specialist' }, ['mallar'])
  await client.studio.act({ id, baseRevision: 1, verb: 'godkann' })
  await client.studio.publish({ id, baseRevision: 1, from })
  const { base64, fileName } = await client.studio.export({ template: ref, format: 'json' })
  expect(fileName).toBe('behovsklarlaggande-3.mall.json')
  return Buffer.from(base64, 'base64').toString()
}

/** What the core says that a file is. */
const inspected = (client: Client, content: string | Uint8Array) =>
  client.studio.inspect({ base64: Buffer.from(content).toString('base64') })

const fileOf = (json: string): TemplateFile => templateFileSchema.parse(JSON.parse(json))
const reportOn = (json: string) =>
  verifyFile(Buffer.from(json), { templates: loadTemplates('templates'), program: '0' })

/** What can be done to a file on its way, and why each is refused. */
const tampered: readonly [string, (file: TemplateFile) => object, string][] = [
  ['a word of the template', (file) => ({ ...file, template: { ...file.template, id: 'annan' } }), 'digest'],
  [
    'a word, and a digest that goes with it',
    (file) => {
      const changed = { ...file, template: { ...file.template, version: 4 } }
      return { ...changed, digest: publicationDigest(changed) }
    },
    'seal',
  ],
  [
    'the day it holds from',
    (file) => ({ ...file, published: { ...file.published, from: '2026-01-01' } }),
    'digest',
  ],
  [
    'whose key it is',
    (file) => {
      const changed = { ...file, published: { ...file.published, publicKey: '0'.repeat(64) } }
      return { ...changed, digest: publicationDigest(fileOf(JSON.stringify(changed))) }
    },
    'seal',
  ],
  ['a member too many', (file) => ({ ...file, more: 1 }), 'unreadable'],
  ['half of it', ({ format, version, template }) => ({ format, version, template }), 'unreadable'],
]

describe('a template passes to another archive as a file @security-signed', () => {
  test('it says who signed it and that their key is not known, and is offered there as it was', async () => {
    const { client } = await startWithArchive()
    const json = await publishedFile(client)
    const there = (await startWithArchive()).client
    expect(await inspected(there, json)).toMatchObject({
      file: { template: ref, published: { by: { name: 'Bo Lind' } } },
      signer: 'unknown',
    })
    expect(await there.studio.import({ json })).toMatchObject({
      template: ref,
      state: 'publicerad',
      addedBy: { name: 'Anna Ek' },
    })
    const { id: caseId } = await there.cases.create(caseDetails())
    expect((await there.notes.create({ caseId, templateId: needTemplate })).template).toEqual(ref)
    const { base64 } = await there.studio.export({ template: ref, format: 'json' })
    expect(Buffer.from(base64, 'base64').toString()).toBe(json)
    expect(await inspected(there, json)).toMatchObject({ signer: 'met', why: 'known' })
    expect(await inspected(client, json)).toMatchObject({ signer: 'own', why: 'known' })
  })

  test.each(tampered)('with %s changed it is refused, and verifying says so', async (_what, change, why) => {
    const { client } = await startWithArchive()
    const json = fileText(change(fileOf(await publishedFile(client))))
    const there = (await startWithArchive()).client
    expect(await inspected(there, json)).toMatchObject({ why })
    expect(await refused(there.studio.import({ json }))).toMatchObject({
      code: 'TEMPLATE_REFUSED',
      data: { why },
    })
    expect((await there.studio.list()).published).toEqual([])
    expect((await reportOn(json)).faults).not.toEqual([])
  })

  test('verifying a file needs no archive, and finds a byte that is another', async () => {
    const { client } = await startWithArchive()
    const json = await publishedFile(client)
    expect(await reportOn(json)).toEqual({
      what: 'template',
      holds: ['bytes', 'template', 'template-seal'],
      faults: [],
      remarks: [],
    })
    expect((await reportOn(` ${json}`)).faults).toEqual([{ kind: 'bytes' }])
  })

  test('another template of the same number is refused in words', async () => {
    const { client } = await startWithArchive()
    const json = await publishedFile(client)
    const there = (await startWithArchive()).client
    await publishedFile(there)
    const refusal = await refused(there.studio.import({ json }))
    expect(refusal.message).toBe('Det finns redan en annan mall med samma id och version.')
  })

  test('an archive that demands a named key takes, publishes and offers nothing else', async () => {
    const { client } = await startWithArchive()
    const json = await publishedFile(client)
    const { publicKey } = fileOf(json).published
    const demanding = (templateSigners: string[]) => ({ ...noPolicies, policies: { templateSigners } })
    const named = (await startWithArchive({ policies: demanding([publicKey]) })).client
    expect(await inspected(named, json)).toMatchObject({ signer: 'named' })
    expect(await named.studio.import({ json })).toMatchObject({ template: ref })
    expect((await named.templates.list()).find(({ id }) => id === needTemplate)?.version).toBe(3)

    const other = (await startWithArchive({ policies: demanding(['0'.repeat(64)]) })).client
    const refusal = await refused(other.studio.import({ json }))
    expect(refusal).toMatchObject({ data: { why: 'signer', publicKey } })
    expect(refusal.message).toContain(`kan lägga till den: ${publicKey}`)
    await expect(publishedFile(other)).rejects.toMatchObject({ data: { why: 'signer' } })
  })
})
