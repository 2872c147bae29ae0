// What protects an archive's key can be changed, and a recovery key opens it where the passphrase is lost. The key itself is
// the same all along.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyFileHolds } from '../../../main/store/key.ts'
import { readLog } from '../../../main/store/log.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import {
  type Client,
  caseDetails,
  inStore,
  matching,
  passphrase,
  refused,
  signedNote,
  startCore,
  startWithArchive,
} from './support.ts'

/** The code of a call's refusal. */
const refusalOf = async (call: Promise<unknown>) => (await refused(call)).code
const next = 'en helt annan fras'
const keyFileOf = (path: string) => readFileSync(`${path}.key`, 'utf8')
const governedBy = (recoveryKey: 'demanded' | 'forbidden') => ({
  policies: { ...noPolicies, policies: { recoveryKey } },
})
/** What was done, in order, as the archive's own log has it. */
const logged = (client: Client, path: string, secret: string) =>
  inStore(client, path, (db) => readLog(db).map(({ action }) => action), secret)

/** A recovery key that is in force. */
async function withRecovery(client: Client, current = passphrase): Promise<string> {
  const { groups } = await client.key.offerRecovery({ current })
  await client.key.takeRecovery()
  return groups.join(' ')
}

describe('a change of passphrase', () => {
  test('the new one opens the archive with all that is in it, and the old one does not @security-key', async () => {
    const { client, path, core } = await startWithArchive()
    const { id } = await signedNote(client)
    await client.key.change({ current: passphrase, next })
    await client.archive.close()

    expect(await refusalOf(client.archive.open({ path, passphrase }))).toBe('WRONG_PASSPHRASE')
    await client.archive.open({ path, passphrase: next })
    expect(await client.notes.get({ id })).toMatchObject({ status: 'journalford' })
    expect(await core.verify()).toEqual([])
    expect(await logged(client, path, next)).toContain('key-changed')
  })

  test('rewrites the key file alone, which stays the owner’s, and leaves nothing beside it', async () => {
    const { client, path } = await startWithArchive()
    await client.archive.close()
    const before = readFileSync(path)
    await client.archive.open({ path, passphrase })
    const files = readdirSync(dirname(path)).toSorted()
    await client.key.change({ current: passphrase, next })
    expect(readdirSync(dirname(path)).toSorted()).toEqual(files)
    expect((statSync(`${path}.key`).mode & 0o777).toString(8)).toBe('600')
    // The first page holds the salt that the database's key is derived with.
    expect(readFileSync(path).subarray(0, 16)).toEqual(before.subarray(0, 16))
  })

  test('leaves a key file that verifying finds whole, as does each recovery key', async () => {
    const { client, path } = await startWithArchive()
    await withRecovery(client)
    expect(keyFileHolds(path)).toBe(true)
    await client.key.change({ current: passphrase, next })
    expect(keyFileHolds(path)).toBe(true)
    const recoveryKey = await withRecovery(client, next)
    expect(keyFileHolds(path)).toBe(true)
    await client.archive.close()
    await client.key.recover({ path, recoveryKey, next: passphrase })
    expect(keyFileHolds(path)).toBe(true)
    writeFileSync(`${path}.key`, keyFileOf(path).replace('klarlagt', 'klarlagT'))
    expect(keyFileHolds(path)).toBe(false)
  })

  test.each<[string, { current?: string; next?: string }, string]>([
    ['without the passphrase, though the archive is open', { next }, 'PASSPHRASE_NEEDED'],
    ['with a wrong one', { current: 'fel fras helt', next }, 'WRONG_PASSPHRASE'],
    ['to one that is too short', { current: passphrase, next: 'kort' }, 'PASSPHRASE_WEAK'],
    ['to a keychain where there is none', { current: passphrase }, 'PASSPHRASE_NEEDED'],
  ])('%s is refused, and the key file stands @security-key', async (_how, input, code) => {
    const { client, path } = await startWithArchive()
    const before = keyFileOf(path)
    expect(await refusalOf(client.key.change(input))).toBe(code)
    expect(keyFileOf(path)).toBe(before)
  })

  test('to the keychain and back', async () => {
    const turned = (bytes: Uint8Array) => Promise.resolve(bytes.map((byte) => byte ^ 0xff))
    const keychain = { usable: true, backend: 'provring', wrap: turned, unwrap: turned }
    const { client, path } = await startWithArchive({ keychain })
    expect(await client.key.change({ current: passphrase })).toMatchObject({ archive: { key: 'keychain' } })
    await client.archive.close()
    await client.archive.open({ path })
    expect(await client.key.change({ next })).toMatchObject({ archive: { key: 'passphrase' } })
    await client.archive.close()
    expect(await refusalOf(client.archive.open({ path }))).toBe('PASSPHRASE_NEEDED')
    await client.archive.open({ path, passphrase: next })
  })

  test('keeps the recovery key', async () => {
    const { client, path } = await startWithArchive()
    const recoveryKey = await withRecovery(client)
    await client.key.change({ current: passphrase, next })
    await client.archive.close()
    expect(await client.key.recover({ path, recoveryKey, next: passphrase })).toMatchObject({ state: 'open' })
  })

  test('is refused for invented cases, whose passphrase everybody knows', async () => {
    const { client } = startCore()
    await client.archive.demo()
    expect(await refusalOf(client.key.change({ next }))).toBe('DEMO_KEY')
    expect(await refusalOf(client.key.offerRecovery({}))).toBe('DEMO_KEY')
  })
})

describe('a recovery key', () => {
  test('opens the archive when the passphrase is lost, and gives it a new one @security-key', async () => {
    const { client, path } = await startWithArchive()
    const { id } = await signedNote(client)
    const recoveryKey = await withRecovery(client)
    await client.archive.close()

    expect(await client.key.recover({ path, recoveryKey, next })).toMatchObject({ state: 'open' })
    expect(await client.notes.get({ id })).toMatchObject({ status: 'journalford' })
    await client.archive.close()
    expect(await refusalOf(client.archive.open({ path, passphrase }))).toBe('WRONG_PASSPHRASE')
    await client.archive.open({ path, passphrase: next })
    expect(await logged(client, path, next)).toEqual(
      expect.arrayContaining(['recovery-key-made', 'key-recovered']),
    )
  })

  test('is shown of an archive before it is opened, and never written anywhere @security-key', async () => {
    const { client, path } = await startWithArchive()
    const recoveryKey = await withRecovery(client)
    expect(await client.archive.close()).toMatchObject({ known: [{ recovery: true }] })
    expect(keyFileOf(path)).not.toContain(recoveryKey.slice(0, 5))
    expect(JSON.parse(keyFileOf(path))).toMatchObject({
      version: 2,
      recovery: { madeAt: matching(/^2026-/) },
    })
  })

  test('that is replaced opens nothing any more @security-key', async () => {
    const { client, path } = await startWithArchive()
    const first = await withRecovery(client)
    const second = await withRecovery(client)
    await client.archive.close()
    expect(await refusalOf(client.key.recover({ path, recoveryKey: first, next }))).toBe('WRONG_RECOVERY_KEY')
    expect(await client.key.recover({ path, recoveryKey: second, next })).toMatchObject({ state: 'open' })
  })

  test('that is offered and declined opens nothing, and the one before goes on', async () => {
    const { client, path } = await startWithArchive()
    const held = await withRecovery(client)
    const { groups } = await client.key.offerRecovery({ current: passphrase })
    await client.key.declineRecovery()
    expect(await refusalOf(client.key.takeRecovery())).toBe('NO_RECOVERY_KEY')
    await client.archive.close()
    expect(await refusalOf(client.key.recover({ path, recoveryKey: groups.join(''), next }))).toBe(
      'WRONG_RECOVERY_KEY',
    )
    expect(await client.key.recover({ path, recoveryKey: held, next })).toMatchObject({ state: 'open' })
  })

  test('asks for the passphrase, except the first time in the sitting in which the archive was made @security-key', async () => {
    const { client } = await startWithArchive()
    await client.key.offerRecovery({})
    await client.key.takeRecovery()
    expect(await refusalOf(client.key.offerRecovery({}))).toBe('PASSPHRASE_NEEDED')
  })

  test.each<[string, (key: string) => string, object]>([
    [
      'one character wrong',
      (key) => (key.startsWith('A') ? 'B' : 'A') + key.slice(1),
      { code: 'RECOVERY_KEY_MISREAD', data: { groups: '1' } },
    ],
    [
      'a group left out',
      (key) => key.slice(6),
      { code: 'RECOVERY_KEY_LENGTH', data: { found: 35, wanted: 40 } },
    ],
  ])('typed with %s is told so, and nothing changes', async (_how, typed, refusal) => {
    const { client, path } = await startWithArchive()
    const recoveryKey = await withRecovery(client)
    await client.archive.close()
    const before = keyFileOf(path)
    await expect(client.key.recover({ path, recoveryKey: typed(recoveryKey), next })).rejects.toMatchObject(
      refusal,
    )
    expect(await refusalOf(client.key.recover({ path, recoveryKey, next: 'kort' }))).toBe('PASSPHRASE_WEAK')
    expect(keyFileOf(path)).toBe(before)
    expect(await client.archive.status()).toMatchObject({ state: 'closed' })
  })

  test('can be made for an archive whose key file is of the first version', async () => {
    const { client, path } = await startWithArchive()
    await client.archive.close()
    writeFileSync(`${path}.key`, keyFileOf(path).replace('"version": 2', '"version": 1'))
    await client.archive.open({ path, passphrase })
    const recoveryKey = await withRecovery(client)
    await client.archive.close()
    expect(await client.key.recover({ path, recoveryKey, next })).toMatchObject({ state: 'open' })
  })

  test('is refused where none was made', async () => {
    const { client, path } = await startWithArchive()
    const { groups } = await client.key.offerRecovery({})
    await client.archive.close()
    expect(await refusalOf(client.key.recover({ path, recoveryKey: groups.join(' '), next }))).toBe(
      'NO_RECOVERY_KEY',
    )
  })
})

describe('what the agency says of recovery keys', () => {
  test('where it is demanded, nothing is written before there is one @security-key', async () => {
    const { client } = await startWithArchive(governedBy('demanded'))
    expect(await refusalOf(client.cases.create(caseDetails()))).toBe('RECOVERY_DEMANDED')
    await withRecovery(client)
    await client.cases.create(caseDetails())
  })

  test('where it is not allowed, none is made and none opens an archive @security-key', async () => {
    const free = await startWithArchive()
    const recoveryKey = await withRecovery(free.client)
    await free.core.close()
    const { client } = startCore({ dataDir: free.dataDir, ...governedBy('forbidden') })
    expect(await refusalOf(client.key.recover({ path: free.path, recoveryKey, next }))).toBe(
      'RECOVERY_FORBIDDEN',
    )
    await client.archive.open({ path: free.path, passphrase })
    expect(await refusalOf(client.key.offerRecovery({ current: passphrase }))).toBe('RECOVERY_FORBIDDEN')
  })
})
