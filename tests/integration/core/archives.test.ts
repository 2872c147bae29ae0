import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Keychain, KeychainUnavailable } from '../../../main/store/key.ts'
import {
  anna,
  passphrase,
  present,
  refused,
  startCore,
  startWithArchive,
  temporaryFolder,
} from './support.ts'

const eva = { name: 'Eva Sten', role: 'specialist' } as const

describe('a first start', () => {
  test('offers nothing yet, and says that a passphrase is needed here', async () => {
    const { client } = startCore()
    expect(await client.archive.status()).toEqual({
      state: 'closed',
      single: false,
      known: [],
      keychain: { usable: false, backend: 'none' },
    })
  })

  test('makes an archive, opens it, and offers it first the next time', async () => {
    const dataDir = temporaryFolder()
    const first = startCore({ dataDir })
    const status = await first.client.archive.create({ name: 'Mina ärenden', user: anna, passphrase })
    const path = join(dataDir, 'mina-arenden.klarlagt')
    const archive = { path, name: 'Mina ärenden', key: 'passphrase', demo: false, recovery: false }
    expect(status).toMatchObject({ state: 'open', archive, user: anna })
    await first.core.close()

    const second = startCore({ dataDir })
    expect(await second.client.archive.status()).toMatchObject({
      state: 'closed',
      known: [archive],
      latest: path,
    })
    const again = await second.client.archive.open({ path, passphrase })
    expect(again).toMatchObject({ state: 'open', archive, user: anna })
    // Another opening, by which windows know to begin anew.
    expect(status.state === 'open' && again.state === 'open' && status.opening !== again.opening).toBe(true)
  })

  test('leaves no case data, no name and no passphrase in clear in any file', async () => {
    const { client, core, dataDir } = await startWithArchive()
    await client.settings.set({ key: 'layout', value: 'Hemligheten Bergström' })
    await core.close()
    for (const file of readdirSync(dataDir)) {
      const bytes = readFileSync(join(dataDir, file)).toString('latin1')
      expect(bytes).not.toContain('Bergstr')
      expect(bytes).not.toContain('Anna Ek')
      expect(bytes).not.toContain('hemlig fras')
      expect(bytes).not.toContain('CREATE TABLE')
    }
    expect(readdirSync(dataDir).toSorted()).toEqual(['latest.json', 'prov.klarlagt', 'prov.klarlagt.key'])
  })
})

describe('passphrases', () => {
  test('one of seven characters is too weak, one of eight is not', async () => {
    const { client } = startCore()
    const weak = client.archive.create({ name: 'Prov', user: anna, passphrase: 'åäöåäöå' })
    expect(await refused(weak)).toMatchObject({ code: 'PASSPHRASE_WEAK', data: { minimum: 8 } })
    const enough = await client.archive.create({ name: 'Prov', user: anna, passphrase: 'åäöåäöåä' })
    expect(enough.state).toBe('open')
  })

  test('without a keychain one is needed to make an archive', async () => {
    const { client, dataDir } = startCore()
    expect(await refused(client.archive.create({ name: 'Prov', user: anna }))).toMatchObject({
      code: 'PASSPHRASE_NEEDED',
    })
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('a wrong one is refused in plain words, and the right one opens afterwards', async () => {
    const { client, path } = await startWithArchive()
    await client.archive.close()
    const wrong = await refused(client.archive.open({ path, passphrase: 'fel fras, helt fel' }))
    expect(wrong.code).toBe('WRONG_PASSPHRASE')
    expect(wrong.message).toContain('Lösenfrasen stämmer inte')
    expect(await refused(client.archive.open({ path }))).toMatchObject({ code: 'PASSPHRASE_NEEDED' })
    expect((await client.archive.open({ path, passphrase })).state).toBe('open')
  })

  test('the same one typed with decomposed letters opens too', async () => {
    const { client, path } = await startWithArchive()
    await client.archive.close()
    const decomposed = passphrase.normalize('NFD')
    expect(decomposed).not.toBe(passphrase)
    expect((await client.archive.open({ path, passphrase: decomposed })).state).toBe('open')
  })
})

describe('keychains', () => {
  const turned = (bytes: Uint8Array) => Promise.resolve(bytes.map((byte) => byte ^ 0x5a))
  const keychain: Keychain = { usable: true, backend: 'gnome_libsecret', wrap: turned, unwrap: turned }

  test('one that can keep a secret keeps the key, and no passphrase is asked for', async () => {
    const { client, dataDir } = startCore({ keychain })
    const made = await client.archive.create({ name: 'Prov', user: anna })
    expect(made).toMatchObject({ state: 'open', archive: { key: 'keychain' } })
    const path = join(dataDir, 'prov.klarlagt')
    expect(readFileSync(`${path}.key`, 'utf8')).toContain('gnome_libsecret')
    await client.archive.close()
    expect((await client.archive.open({ path })).state).toBe('open')
  })

  test('basic_text keeps no secret and is refused by name', async () => {
    const unsafe = { ...keychain, usable: false, backend: 'basic_text' }
    const { client, dataDir } = startCore({ keychain: unsafe })
    expect(await refused(client.archive.create({ name: 'Prov', user: anna }))).toMatchObject({
      code: 'KEYCHAIN_UNSAFE',
      data: { backend: 'basic_text' },
    })
    expect(readdirSync(dataDir)).toEqual([])
  })

  const unavailable = () => Promise.reject(new KeychainUnavailable())
  const locked = { ...keychain, wrap: unavailable, unwrap: unavailable }

  test('one that is locked makes no archive, and leaves nothing behind', async () => {
    const { client, dataDir } = startCore({ keychain: locked })
    expect(await refused(client.archive.create({ name: 'Prov', user: anna }))).toMatchObject({
      code: 'KEYCHAIN_LOCKED',
      data: { backend: 'gnome_libsecret' },
    })
    expect(readdirSync(dataDir)).toEqual([])
  })

  test.each([
    { name: 'locked', now: locked, code: 'KEYCHAIN_LOCKED', data: { backend: 'gnome_libsecret' } },
    {
      name: 'another',
      now: { ...keychain, backend: 'kwallet6' },
      code: 'KEYCHAIN_CHANGED',
      data: { was: 'gnome_libsecret', now: 'kwallet6' },
    },
    {
      name: 'basic_text',
      now: { ...keychain, usable: false, backend: 'basic_text' },
      code: 'KEYCHAIN_CHANGED',
      data: { was: 'gnome_libsecret', now: 'basic_text' },
    },
  ])('$name at the next start: the archive is left as it is', async ({ now, code, data }) => {
    const dataDir = temporaryFolder()
    const first = startCore({ dataDir, keychain })
    await first.client.archive.create({ name: 'Prov', user: anna })
    await first.core.close()
    const path = join(dataDir, 'prov.klarlagt')
    const before = [path, `${path}.key`].map((file) => readFileSync(file, 'base64'))
    const second = startCore({ dataDir, keychain: now })
    expect(await refused(second.client.archive.open({ path }))).toMatchObject({ code, data })
    await second.core.close()
    expect([path, `${path}.key`].map((file) => readFileSync(file, 'base64'))).toEqual(before)
    expect((await startCore({ dataDir, keychain }).client.archive.open({ path })).state).toBe('open')
  })

  test('one that no longer has the key says which file is in question', async () => {
    const dataDir = temporaryFolder()
    const first = startCore({ dataDir, keychain })
    await first.client.archive.create({ name: 'Prov', user: anna })
    await first.core.close()
    const unwrap = () => Promise.reject(new Error('not this machine'))
    const second = startCore({ dataDir, keychain: { ...keychain, unwrap } })
    const path = join(dataDir, 'prov.klarlagt')
    expect(await refused(second.client.archive.open({ path }))).toMatchObject({
      code: 'ARCHIVE_CORRUPT',
      data: { path: `${path}.key` },
    })
  })
})

describe('a name that is taken', () => {
  test('is refused and the archive that has it stays', async () => {
    const { client, path } = await startWithArchive()
    await client.settings.set({ key: 'kvar', value: true })
    const again = client.archive.create({ name: 'prov', user: eva, passphrase: 'en annan lösenfras' })
    expect(await refused(again)).toMatchObject({ code: 'ARCHIVE_EXISTS', data: { path } })
    expect(await client.settings.get()).toEqual({ kvar: true })
  })
})

describe('opening another archive', () => {
  test('that is refused leaves the open one open', async () => {
    const { client, dataDir } = await startWithArchive()
    const path = join(dataDir, 'saknas.klarlagt')
    expect(await refused(client.archive.open({ path, passphrase }))).toMatchObject({
      code: 'ARCHIVE_MISSING',
    })
    expect(await client.archive.status()).toMatchObject({ state: 'open', archive: { name: 'Prov' } })
    expect(existsSync(path)).toBe(false)
  })

  test('by two windows at once gives both the same open archive', async () => {
    const { client, path } = await startWithArchive()
    await client.archive.close()
    const [one, other] = await Promise.all([
      client.archive.open({ path, passphrase }),
      client.archive.open({ path, passphrase }),
    ])
    expect(one).toEqual(other)
    expect(one.state).toBe('open')
  })
})

describe('a host given one archive', () => {
  test('offers and opens that one alone', async () => {
    const made = await startWithArchive()
    await made.core.close()
    await startCore({ dataDir: made.dataDir }).client.archive.create({
      name: 'Ett annat',
      user: eva,
      passphrase,
    })
    const files = () => readdirSync(made.dataDir).filter((file) => !/-(wal|shm)$/.test(file))
    const before = files()
    const { client } = startCore({ dataDir: made.dataDir, archivePath: made.path })
    expect(await client.archive.status()).toMatchObject({ single: true, known: [{ path: made.path }] })
    const other = join(made.dataDir, 'annat.klarlagt')
    expect(await refused(client.archive.open({ path: other, passphrase }))).toMatchObject({
      code: 'ARCHIVE_MISSING',
    })
    expect((await client.archive.open({ path: made.path, passphrase })).state).toBe('open')
    expect(readFileSync(join(made.dataDir, 'latest.json'), 'utf8')).toContain('ett-annat')
    expect(files()).toEqual(before)
  })

  test('that is not there makes it at its path', async () => {
    const path = join(temporaryFolder(), 'nytt.klarlagt')
    const { client, dataDir } = startCore({ archivePath: path })
    expect(await client.archive.status()).toMatchObject({ single: true, known: [] })
    const made = await client.archive.create({ name: 'Mina ärenden', user: eva, passphrase })
    expect(made).toMatchObject({ state: 'open', archive: { path } })
    expect(readdirSync(dataDir)).toEqual([])
  })
})

test('a call that needs an archive is refused while none is open', async () => {
  const { client } = startCore()
  expect(await refused(client.cases.list())).toMatchObject({ code: 'ARCHIVE_CLOSED' })
  expect(await refused(client.settings.get())).toMatchObject({ code: 'ARCHIVE_CLOSED' })
  expect(await refused(client.people.list())).toMatchObject({ code: 'ARCHIVE_CLOSED' })
  expect((await client.templates.list()).map(({ id }) => id)).toContain('planering')
})

test('a key file that is no key file is named, and left as it is', async () => {
  const { client, path } = await startWithArchive()
  await client.archive.close()
  for (const content of ['', '{"kind":"passphrase"}', 'inte json']) {
    writeFileSync(`${path}.key`, content)
    expect(await refused(client.archive.open({ path, passphrase }))).toMatchObject({
      code: 'ARCHIVE_CORRUPT',
      data: { path: `${path}.key` },
    })
    expect(readFileSync(`${path}.key`, 'utf8')).toBe(content)
  }
  expect(await client.archive.status()).toMatchObject({ known: [{ path, name: 'prov' }] })
})

test('a key file that a stopped program has left without its database goes aside, and does not block its name', async () => {
  const { client, dataDir } = startCore()
  const path = join(dataDir, 'prov.klarlagt')
  const left = [`${path}.key`, `${path}.part-new`, `${path}.part-new-wal`]
  for (const file of left) writeFileSync(file, 'left')
  await client.archive.create({ name: 'Prov', user: anna, passphrase })
  await client.archive.close()
  expect(readdirSync(dataDir).filter((file) => file.includes('.part'))).toEqual([])
  const aside = readdirSync(dataDir).filter((file) => file.includes('.key.kvar-'))
  expect(aside.map((file) => readFileSync(join(dataDir, file), 'utf8'))).toEqual(['left'])
  expect(await client.archive.open({ path, passphrase })).toMatchObject({ state: 'open' })
})

test('a lost archive’s name is not given to a new one while its backups are there: its key would go with the next', async () => {
  const { client, dataDir } = startCore()
  await client.archive.create({ name: 'Prov', user: anna, passphrase })
  await client.backups.make()
  await client.archive.close()
  const path = join(dataDir, 'prov.klarlagt')
  for (const file of [path, `${path}.key`]) rmSync(file)
  const again = client.archive.create({ name: 'Prov', user: anna, passphrase: 'en helt ny fras' })
  expect(await refused(again)).toMatchObject({ code: 'ARCHIVE_EXISTS' })
  const [backup] = (await client.backups.of({ path })).backups
  await client.backups.restore({ path, name: present(backup).name, passphrase })
  expect(await client.archive.status()).toMatchObject({ state: 'open' })
})
