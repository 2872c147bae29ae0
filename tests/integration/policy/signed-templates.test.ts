import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noPolicies } from '../../../shared/policy/read.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { messageText } from '../../../shared/text/index.ts'
import { caseDetails, startCore, startWithArchive, temporaryFolder } from '../core/support.ts'

const own = templateIdSchema.parse('egen-planering')
const shipped = readFileSync('templates/planering.json', 'utf8')
const template = (changes: Record<string, unknown> = {}) =>
  JSON.stringify({ ...JSON.parse(shipped), id: 'egen-planering', ...changes })

/** A folder of one template, signed in the way that docs/administration.md tells, by OpenSSL and sha256sum. */
function signedFolder(files: Record<string, string> = { 'egen.json': template() }) {
  const folder = temporaryFolder()
  const secret = join(temporaryFolder(), 'mallar.key')
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  run('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', secret])
  const pem = run('openssl', ['pkey', '-in', secret, '-pubout']).toString()
  writeFileSync(join(folder, 'MANIFEST'), run('sha256sum', Object.keys(files)))
  run('openssl', ['pkeyutl', '-sign', '-rawin', '-inkey', secret, '-in', 'MANIFEST', '-out', 'MANIFEST.sig'])
  return { folder, pem }
}

async function used(templatesFolder: string, templatesKey: string | undefined) {
  const policies = { templatesFolder, ...(templatesKey === undefined ? {} : { templatesKey }) }
  const { client } = startCore({ policies: { ...noPolicies, policies } })
  const [templates, { findings }] = await Promise.all([client.templates.list(), client.policies.get()])
  return {
    ids: templates.map(({ id }) => id),
    said: findings.map((finding) => messageText('sv', finding)).join('\n'),
  }
}

describe("the agency's own templates", () => {
  test('are used besides the shipped ones where the signature holds', async () => {
    const { folder, pem } = signedFolder()
    const policies = { ...noPolicies, policies: { templatesFolder: folder, templatesKey: pem } }
    const { client } = await startWithArchive({ policies })
    expect((await client.templates.list()).map(({ id }) => id)).toEqual(
      expect.arrayContaining([own, 'planering', 'behovsklarlaggande']),
    )
    expect((await client.policies.get()).findings).toEqual([])
    const { id: caseId } = await client.cases.create(caseDetails())
    expect((await client.notes.create({ caseId, templateId: own })).template.id).toBe(own)
  })

  test('with the key in base64, and the signature too', async () => {
    const { folder, pem } = signedFolder()
    const path = join(folder, 'MANIFEST.sig')
    writeFileSync(path, `${readFileSync(path).toString('base64')}\n`)
    const der = createPublicKey(pem).export({ format: 'der', type: 'spki' }).toString('base64')
    expect((await used(folder, der)).ids).toContain(own)
  })

  const otherKey = () =>
    generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString()

  test.each<[string, (folder: string, pem: string) => string | undefined, string]>([
    ['another key', () => otherKey(), 'Signaturen håller inte'],
    ['no key', () => undefined, 'vilken nyckel'],
    ['the key “none”', () => 'none', 'vilken nyckel'],
    ['a key that is none', () => 'AAAA', 'ingen publik nyckel'],
    [
      'a key of another kind',
      () =>
        generateKeyPairSync('ec', { namedCurve: 'P-256' })
          .publicKey.export({ format: 'pem', type: 'spki' })
          .toString(),
      'ingen publik nyckel',
    ],
    [
      'one letter changed',
      (folder, pem) => change(folder, 'egen.json', template({ version: 99 }), pem),
      'har ändrats',
    ],
    [
      'a file more',
      (folder, pem) => change(folder, 'annan.json', template({ id: 'annan' }), pem),
      'Ingen har signerat filen annan.json',
    ],
    ['a file less', (folder, pem) => take(folder, 'egen.json', pem), 'egen.json finns inte'],
    ['no signature', (folder, pem) => take(folder, 'MANIFEST.sig', pem), 'MANIFEST.sig finns inte'],
    ['no list', (folder, pem) => take(folder, 'MANIFEST', pem), 'MANIFEST finns inte'],
    [
      'an empty signature',
      (folder, pem) => change(folder, 'MANIFEST.sig', '', pem),
      'Signaturen håller inte',
    ],
    [
      'a list that was changed along with the file',
      (folder, pem) => {
        change(folder, 'egen.json', template({ version: 99 }), pem)
        const digest = createHash('sha256')
          .update(readFileSync(join(folder, 'egen.json')))
          .digest('hex')
        return change(folder, 'MANIFEST', `${digest}  egen.json\n`, pem)
      },
      'Signaturen håller inte',
    ],
  ])('%s: none is used, and it is said', async (_what, harm, words) => {
    const { folder, pem } = signedFolder()
    const { ids, said } = await used(folder, harm(folder, pem))
    expect(ids).not.toContain(own)
    expect(ids).toContain('planering')
    expect(said).toContain(`Mallarna i ${folder} används inte.`)
    expect(said).toContain(words)
  })

  test.each(['../egen.json', '/etc/passwd', 'a/b.json'])('a list that leads to %s is none', async (name) => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const folder = temporaryFolder()
    const manifest = Buffer.from(`${'0'.repeat(64)}  ${name}\n`)
    writeFileSync(join(folder, 'MANIFEST'), manifest)
    writeFileSync(join(folder, 'MANIFEST.sig'), sign(null, manifest, privateKey))
    const { said } = await used(folder, publicKey.export({ format: 'pem', type: 'spki' }).toString())
    expect(said).toContain('Rad 1 i MANIFEST')
  })

  test('one that is no template is left out and told; one that ships is not replaced', async () => {
    const { folder, pem } = signedFolder({
      'egen.json': template(),
      'trasig.json': '{"id": 1}',
      'planering.json': shipped,
    })
    const { ids, said } = await used(folder, pem)
    expect(ids).toContain(own)
    expect(ids.filter((id) => id === 'planering')).toHaveLength(1)
    expect(said).toContain('Mallen trasig.json från din organisation används inte')
    expect(said).toContain('planering version 2 följer med programmet')
  })
})

describe("the agency's own phrases", () => {
  const phrases = JSON.stringify({
    format: 'klarlagt/fraser',
    template: own,
    fields: { paverkan: ['Enligt vår rutin {vad}.'] },
  })
  const bankOf = async (files: Record<string, string>, key?: string) => {
    const { folder, pem } = signedFolder(files)
    const policies = { ...noPolicies, policies: { templatesFolder: folder, templatesKey: key ?? pem } }
    const { client } = await startWithArchive({ policies })
    const { findings } = await client.policies.get()
    return {
      ...(await client.phrases.list()),
      said: findings.map((finding) => messageText('sv', finding)).join(),
    }
  }

  test('come with its templates, and are no templates', async () => {
    const { agency, said } = await bankOf({ 'egen.json': template(), 'egen.fraser.json': phrases })
    expect(agency).toMatchObject([{ template: own, fields: { paverkan: ['Enligt vår rutin {vad}.'] } }])
    expect(said).toBe('')
  })
  test('of another form are left out, and told', async () => {
    const { agency, said } = await bankOf({ 'egen.json': template(), 'trasig.fraser.json': '{"format": 1}' })
    expect(agency).toEqual([])
    expect(said).toContain('Fraserna i trasig.fraser.json används inte')
  })
  test('are not used where the signature does not hold', async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' }).toString()
    expect((await bankOf({ 'egen.fraser.json': phrases }, other)).agency).toEqual([])
  })
})

function change(folder: string, name: string, text: string, key: string): string {
  writeFileSync(join(folder, name), text)
  return key
}
function take(folder: string, name: string, key: string): string {
  expect(readdirSync(folder)).toContain(name)
  rmSync(join(folder, name))
  return key
}
