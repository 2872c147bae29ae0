import { closeSync, openSync, writeSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verifyStore } from '../../../main/core/proof/verify-store.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { readLog } from '../../../main/store/log.ts'
import { storeAnchorSchema } from '../../../shared/note/anchor.ts'
import { messageText } from '../../../shared/text/index.ts'
import { type Client, inStore, passphrase, refused, signedNote, startWithArchive } from '../core/support.ts'
import { rewriteAll, takeOut } from './rewrite.ts'

const textOf = (base64: string) => Buffer.from(base64, 'base64').toString('utf8')
const anchorOf = async (client: Client) =>
  textOf((await client.proof.anchor({ form: 'json', language: 'sv' })).base64)

describe('a förankring', () => {
  test('holds as long as what it stands for is there, whatever comes after', async () => {
    const { client } = await startWithArchive()
    const anchor = await anchorOf(client)
    await signedNote(client)
    expect((await client.proof.verify({ anchor })).findings).toEqual([])
  })

  test('shows a chain that was rewritten with the archive’s key, which holds together in all else @security-proof', async () => {
    const { client, path } = await startWithArchive()
    const note = await signedNote(client)
    const anchor = await anchorOf(client)
    await inStore(client, path, (db) => rewriteAll(db, note.id))
    expect((await client.proof.verify({})).findings).toEqual([])
    const { findings } = await client.proof.verify({ anchor })
    expect(findings.map((finding) => messageText('sv', finding))).toEqual([
      expect.stringContaining('Loggen är inte den som förankrades'),
    ])
    await client.archive.close()
    const against = storeAnchorSchema.parse(JSON.parse(anchor))
    const found = await verifyStore({ path, passphrase, keychain: noKeychain, anchor: against })
    expect(found.map(({ kind }) => kind)).toEqual(['anchor'])
  })

  test('that somebody has changed is none', async () => {
    const { client } = await startWithArchive()
    const anchor = await anchorOf(client)
    for (const changed of [
      anchor.replace('"entries": ', '"entries": 1'),
      anchor.replace('Prov', 'Prova'),
      '{}',
      'x',
    ])
      expect((await refused(client.proof.verify({ anchor: changed }))).code).toBe('ANCHOR_UNREADABLE')
  })

  test('is logged each time it is made, and can be a mail or a page to print', async () => {
    const { client, path } = await startWithArchive()
    const mail = textOf((await client.proof.anchor({ form: 'eml', language: 'sv' })).base64)
    expect(mail).toMatch(/^Subject: =\?UTF-8\?B\?[^\r\n]+\?=\r\nX-Unsent: 1\r\n/)
    expect(mail).not.toMatch(/^(To|From):/m)
    const { base64, fileName } = await client.proof.anchor({ form: 'pdf', language: 'sv' })
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(fileName).toBe('arkiv-2026-03-04.pdf')
    const logged = await inStore(client, path, (db) =>
      readLog(db).filter(({ action }) => action === 'anchored'),
    )
    expect(logged).toHaveLength(2)
    const [first] = logged
    expect(first?.about).toBe(first?.previous)
  })

  test('shows that a record was taken out of which no trace is left @security-proof', async () => {
    const { client, path } = await startWithArchive()
    const note = await signedNote(client)
    const anchor = await anchorOf(client)
    await inStore(client, path, (db) => takeOut(db, note.id, { traces: true }))
    expect((await client.proof.verify({})).findings).toEqual([])
    const { findings } = await client.proof.verify({ anchor })
    expect(findings.map(({ key }) => key)).toEqual(['errors.verify.anchor-missing'])
  })
})

test('the window reads every page of the file, those that no table uses as well @security-proof', async () => {
  const { client, path } = await startWithArchive()
  await signedNote(client)
  const last = await inStore(client, path, (db) => {
    db.raw.exec('CREATE TABLE filler (text TEXT)')
    db.raw.prepare('INSERT INTO filler VALUES (?)').run('x'.repeat(40_000))
    db.raw.exec('DROP TABLE filler')
    return z.int().parse(db.raw.pragma('page_count', { simple: true }))
  })
  expect((await client.proof.verify({})).findings).toEqual([])
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from([1, 2, 3]), 0, 3, (last - 1) * 4096 + 100)
  closeSync(file)
  const { findings } = await client.proof.verify({})
  expect(findings[0]).toMatchObject({ key: 'errors.verify.page', params: { page: last } })
})
