import { describe, expect, test } from 'vitest'
import { verifyStore } from '../../../main/core/proof/verify-store.ts'
import type { Db } from '../../../main/store/db.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { entryDigest, readLog } from '../../../main/store/log.ts'
import { readStoredNote } from '../../../main/store/read-notes.ts'
import { seal } from '../../../main/store/records.ts'
import { signerOf } from '../../../main/store/signing-keys.ts'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { storeAnchorSchema } from '../../../shared/note/anchor.ts'
import { messageText } from '../../../shared/text/index.ts'
import { type Client, inStore, passphrase, refused, signedNote, startWithArchive } from '../core/support.ts'

const textOf = (base64: string) => Buffer.from(base64, 'base64').toString('utf8')
const anchorOf = async (client: Client) =>
  textOf((await client.proof.anchor({ form: 'json', language: 'sv' })).base64)

/** Whoever has the archive's key: another day of signing, a new seal and digest, and every entry of the log digested anew. */
function rewriteAll(db: Db, id: Parameters<typeof readStoredNote>[1]): void {
  const names: unknown[] = db.raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all()
  for (const name of names) db.raw.exec(`DROP TRIGGER ${String(name)}`)
  const note = readStoredNote(db, id)
  if (note.status !== 'journalford') throw new Error('The note is not signed.')
  const { digest: before, seal: _seal, ...unsealed } = note.signature
  const at = timestampSchema.parse('2026-02-20T10:00:00.000Z')
  const { signature, canonical } = seal(note, { ...unsealed, at }, signerOf(db, unsealed))
  db.raw
    .prepare('UPDATE records SET digest = ?, canonical = ?, signature = ? WHERE note_id = ?')
    .run(signature.digest, canonical, JSON.stringify(signature), id)
  db.raw.prepare('UPDATE log SET about = ?, at = ? WHERE about = ?').run(signature.digest, at, before)
  let previous: ReturnType<typeof entryDigest> | null = null
  for (const entry of readLog(db)) {
    const digest = entryDigest({ ...entry, previous })
    db.raw.prepare('UPDATE log SET previous = ?, digest = ? WHERE seq = ?').run(previous, digest, entry.seq)
    previous = digest
  }
}

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
})
