import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inStore, passphrase, signedNote, startWithArchive } from '../core/support.ts'
import { rewriteAll, takeOut } from '../proof/rewrite.ts'
import { klarlagt } from './support.ts'

const found = z.object({ findings: z.array(z.object({ kind: z.string() })) })

/** An archive with a signed note, and an anchor of it in a file beside it. */
async function anchored() {
  const { client, path } = await startWithArchive()
  const note = await signedNote(client)
  const { base64 } = await client.proof.anchor({ form: 'json', language: 'sv' })
  const anchor = `${path}.forankring.json`
  writeFileSync(anchor, Buffer.from(base64, 'base64'))
  const verify = async (...args: string[]) => {
    await client.archive.close()
    const { code, out } = await klarlagt(['verify', '--store', path, '--json', ...args], {
      env: { KLARLAGT_PASSPHRASE: passphrase },
    })
    const { findings } = found.parse(JSON.parse(out))
    return { code, kinds: findings.map(({ kind }) => kind) }
  }
  return { client, path, note, anchor, verify }
}

describe('verify --against in a terminal @security-proof', () => {
  test('holds where the archive is as it was, and went on', async () => {
    const { client, anchor, note, verify } = await anchored()
    await client.notes.create({ caseId: note.caseId, templateId: note.template.id })
    expect(await verify('--against', anchor)).toEqual({ code: 0, kinds: [] })
  })

  test('finds a chain that was rewritten with the archive’s key', async () => {
    const { client, path, note, anchor, verify } = await anchored()
    await inStore(client, path, (db) => rewriteAll(db, note.id))
    expect(await verify()).toEqual({ code: 0, kinds: [] })
    expect(await verify('--against', anchor)).toEqual({ code: 1, kinds: ['anchor'] })
  })

  test('finds a record that was taken out, and one of which no trace is left', async () => {
    const { client, path, note, anchor, verify } = await anchored()
    await inStore(client, path, (db) => takeOut(db, note.id, { traces: false }))
    expect(await verify()).toEqual({ code: 1, kinds: ['record-lost'] })
    await client.archive.open({ path, passphrase })
    await inStore(client, path, (db) => takeOut(db, note.id, { traces: true }))
    expect(await verify()).toEqual({ code: 0, kinds: [] })
    expect(await verify('--against', anchor)).toEqual({ code: 1, kinds: ['anchor-missing'] })
  })

  test('takes no file for an anchor that is none', async () => {
    const { path, verify } = await anchored()
    writeFileSync(`${path}.txt`, '{}')
    await expect(verify('--against', `${path}.txt`)).rejects.toThrow()
  })
})
