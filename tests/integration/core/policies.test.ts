import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isWithin } from '../../../main/policy/folders.ts'
import type { Keychain } from '../../../main/store/key.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import type { Policies } from '../../../shared/policy/policies.ts'
import { noPolicies, type PolicyReading } from '../../../shared/policy/read.ts'
import { ruleBundleText } from '../../unit/rules/rule-pack.ts'
import {
  anna,
  type Client,
  now,
  passphrase,
  present,
  refused,
  signedNote,
  startCore,
  startWithArchive,
  temporaryFolder,
} from './support.ts'

const governed = (policies: Policies): PolicyReading => ({ ...noPolicies, policies })

/** A keychain that keeps a secret, as far as the core can tell. */
const keychain: Keychain = {
  usable: true,
  backend: 'gnome_libsecret',
  wrap: (bytes) => Promise.resolve(bytes.toReversed()),
  unwrap: (bytes) => Promise.resolve(bytes.toReversed()),
}

test('the window is told what is governed', async () => {
  const policies: PolicyReading = { policies: { language: 'en' }, strict: ['language'], findings: [] }
  expect(await startCore({ policies }).client.policies.get()).toEqual(policies)
  expect(await startCore().client.policies.get()).toEqual(noPolicies)
})

describe('the passphrase of a new archive', () => {
  const create = (policies: Policies, given?: string) =>
    startCore({ keychain, policies: governed(policies) }).client.archive.create({
      name: 'Prov',
      user: anna,
      passphrase: given,
    })

  test('is needed even with a keychain', async () => {
    expect(await refused(create({ passphraseNeeded: true, passphraseMinimum: 12 }))).toMatchObject({
      code: 'PASSPHRASE_GOVERNED',
      data: { minimum: 12 },
    })
    expect(await refused(create({ passphraseNeeded: true }))).toMatchObject({ data: { minimum: 8 } })
    expect(await create({ passphraseNeeded: true }, passphrase)).toMatchObject({
      archive: { key: 'passphrase' },
    })
  })

  test('has the length that is asked for, counted as people count', async () => {
    const weak = { code: 'PASSPHRASE_WEAK', data: { minimum: 12 } }
    expect(await refused(create({ passphraseMinimum: 12 }, 'elva tecken'))).toMatchObject(weak)
    expect(await create({ passphraseMinimum: 12 }, 'tolv tecken!')).toMatchObject({ state: 'open' })
  })

  test('may be left out where nothing asks for it', async () => {
    expect(await create({ passphraseNeeded: false })).toMatchObject({ archive: { key: 'keychain' } })
  })
})

describe('exports', () => {
  const exported = async (policies: Policies, holdsFolders: boolean) => {
    const { client } = await startWithArchive({ policies: governed(policies), holdsFolders })
    const { id, caseId } = await signedNote(client)
    return { client, id, caseId }
  }

  test('in a format that is not allowed are refused, of notes and of whole cases', async () => {
    const { client, id, caseId } = await exported({ exportFormats: ['txt', 'pdf'] }, true)
    expect((await client.notes.export({ id, format: 'txt', language: 'sv' })).fileName).toMatch(/\.txt$/)
    expect(await refused(client.notes.export({ id, format: 'docx', language: 'sv' }))).toEqual({
      code: 'EXPORT_FORMAT_GOVERNED',
      data: { format: 'docx', allowed: 'txt, pdf' },
      message: 'Din organisation tillåter inte export som docx. Det här är tillåtet: txt, pdf.',
    })
    expect(await refused(client.cases.dump({ id: caseId }))).toMatchObject({
      code: 'EXPORT_FORMAT_GOVERNED',
      data: { format: 'bundle' },
    })
  })

  test('of whole cases are allowed by their own name', async () => {
    const { client, id, caseId } = await exported({ exportFormats: ['bundle'] }, true)
    expect(await client.cases.dump({ id: caseId })).toContain('klarlagt/arende')
    expect(await refused(client.notes.export({ id, format: 'json', language: 'sv' }))).toMatchObject({
      code: 'EXPORT_FORMAT_GOVERNED',
    })
  })

  test.each<[string, Policies, boolean]>([
    ['a host that cannot hold them to folders gives out none', { exportFolders: ['/srv/export'] }, false],
    ['nor does any where no folder is allowed', { exportFolders: [] }, true],
  ])('%s', async (_what, policies, holdsFolders) => {
    const { client, id, caseId } = await exported(policies, holdsFolders)
    const code = 'EXPORT_FOLDER_GOVERNED'
    expect(await refused(client.notes.export({ id, format: 'txt', language: 'sv' }))).toMatchObject({ code })
    expect(await refused(client.cases.dump({ id: caseId }))).toMatchObject({ code })
  })

  test('go out where the host holds them to folders itself', async () => {
    const { client, id } = await exported({ exportFolders: ['/srv/export'] }, true)
    expect((await client.notes.export({ id, format: 'txt', language: 'sv' })).mimeType).toContain('text')
  })

  test('are in the language that is chosen for all', async () => {
    const { client, id } = await exported({ language: 'en' }, true)
    const { base64 } = await client.notes.export({ id, format: 'txt', language: 'sv' })
    expect(Buffer.from(base64, 'base64').toString()).toContain('Case')
  })
})

describe('the folder of archives', () => {
  test('is where archives are made, and no other is opened', async () => {
    const archiveFolder = join(temporaryFolder(), 'arkiv')
    const { client } = startCore({ policies: governed({ archiveFolder }) })
    const made = await client.archive.create({ name: 'Prov', user: anna, passphrase })
    const path = join(archiveFolder, 'prov.klarlagt')
    expect(made).toMatchObject({ archive: { path } })
    await client.archive.close()
    expect(await client.archive.open({ path, passphrase })).toMatchObject({ state: 'open' })

    const elsewhere = await startWithArchive()
    await elsewhere.client.archive.close()
    expect(await refused(client.archive.open({ path: elsewhere.path, passphrase }))).toMatchObject({
      code: 'ARCHIVE_FOLDER_GOVERNED',
      data: { path: elsewhere.path, folder: archiveFolder },
    })
  })

  test('holds for the archive that a host names, too', async () => {
    const archivePath = join(temporaryFolder(), 'prov.klarlagt')
    const { client } = startCore({ archivePath, policies: governed({ archiveFolder: 'own' }) })
    const code = 'ARCHIVE_FOLDER_GOVERNED'
    expect(await refused(client.archive.create({ name: 'Prov', user: anna, passphrase }))).toMatchObject({
      code,
    })
    expect(await refused(client.archive.demo())).toMatchObject({ code })
    expect(existsSync(archivePath)).toBe(false)
  })

  test('that is out of reach is told', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    const { client } = startCore({ policies: governed({ archiveFolder: join(file, 'arkiv') }) })
    expect(await refused(client.archive.create({ name: 'Prov', user: anna, passphrase }))).toMatchObject({
      code: 'ARCHIVE_FOLDER_MISSING',
    })
  })
})

test('archives of invented cases are neither made, opened nor offered where they are not allowed', async () => {
  const { client, dataDir } = startCore()
  const made = await client.archive.demo()
  const path = made.state === 'open' ? made.archive.path : ''
  await client.archive.close()
  const without = startCore({ dataDir, policies: governed({ demoAllowed: false }) }).client
  const code = 'DEMO_GOVERNED'
  expect(await refused(without.archive.demo())).toMatchObject({ code })
  expect(await refused(without.archive.open({ path }))).toMatchObject({ code })
  expect(await without.archive.status()).toMatchObject({ known: [] })
})

describe('a rule that is turned off', () => {
  /** The case of a fixture in which one rule alone stands in the way of one note. */
  async function withFault(rule: 'r04' | 'r17', policies: Policies): Promise<Client> {
    const { client } = await startWithArchive({ policies: governed(policies) })
    await client.cases.import({ json: ruleBundleText(`${rule}-fel`) })
    return client
  }
  const draftOf = async (client: Client, template: string) => {
    const [summary] = (await client.cases.list()).cases
    const draft = present(summary?.notes.find((note) => note.template.id === template))
    return { id: draft.id, baseRevision: draft.revision }
  }
  const errors = async (client: Client) => {
    const cases = (await client.cases.list()).cases.map((each) => each.case.id)
    const [attention] = await client.cases.attention({ today: swedishDate(now), cases })
    return attention?.problems.error
  }

  test('stands in the way of nothing, and needs nobody', async () => {
    const client = await withFault('r17', { rulesOff: ['R17'] })
    const strict = await withFault('r17', { rulesOff: ['R1'] })
    const template = 'arbetsplatsinriktat-stod'
    expect(await errors(client)).toBe(present(await errors(strict)) - 1)
    expect(await refused(strict.notes.sign(await draftOf(strict, template)))).toMatchObject({
      code: 'NOTE_HAS_ERRORS',
    })
    expect((await client.notes.sign(await draftOf(client, template))).status).toBe('journalford')
  })

  test('stands in the way all the same where its errors protect the record', async () => {
    const client = await withFault('r04', { rulesOff: ['R4'] })
    expect(await errors(client)).toBe(await errors(await withFault('r04', {})))
    expect(await refused(client.notes.sign(await draftOf(client, 'planering')))).toMatchObject({
      code: 'NOTE_HAS_ERRORS',
    })
  })
})

describe('what lies in a folder', () => {
  function folders(): string {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'export', 'in'), { recursive: true })
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'export', 'out'))
    symlinkSync(join(folder, 'export'), join(folder, 'link'))
    return folder
  }

  test.each<[string, boolean]>([
    ['export', true],
    ['export/a.pdf', true],
    ['export/in/b.pdf', true],
    ['export/new/c.pdf', true],
    ['export/..a.pdf', true],
    ['link/a.pdf', true],
    ['export/../elsewhere/a.pdf', false],
    ['export/out/a.pdf', false],
    ['export2/a.pdf', false],
    ['a.pdf', false],
    ['', false],
  ])('%s: %s', (path, expected) => {
    const folder = folders()
    expect(isWithin([join(folder, 'export')], join(folder, path))).toBe(expected)
  })

  test('nothing lies in no folder', () => expect(isWithin([], '/srv/export')).toBe(false))
})
