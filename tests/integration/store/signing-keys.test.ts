import { describe, expect, test } from 'vitest'
import type { Stamp } from '../../../main/store/log.ts'
import { closeDatabase, openDatabase } from '../../../main/store/open.ts'
import { readStoredNote } from '../../../main/store/read-notes.ts'
import { sealHolds, textSealHolds } from '../../../main/store/seals.ts'
import {
  changeSigningCode,
  hasSigningCode,
  openSigner,
  readPublicKeys,
  signerOf,
} from '../../../main/store/signing-keys.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { plainNote, signedNoteSchema } from '../../../shared/note/note.ts'
import { cheapScrypt } from '../core/support.ts'
import { madeDatabase, signedId, stamp, thrownBy, withNotes } from './support.ts'

const eva: Stamp = { ...stamp, by: { name: 'Eva Ek', role: 'specialist' } }
const code = 'min egen kod'

describe('a user’s key', () => {
  test('is made when it is first needed, is one’s own, and is the same after the archive was closed', () => {
    const { db, path, key } = madeDatabase()
    const { publicKey } = signerOf(db, stamp)
    expect(signerOf(db, stamp).publicKey).toBe(publicKey)
    expect(signerOf(db, eva).publicKey).not.toBe(publicKey)
    closeDatabase(db)
    const again = openDatabase(path, key)
    expect(signerOf(again, stamp).publicKey).toBe(publicKey)
    expect([...readPublicKeys(again).values()]).toEqual(['Anna Ek', 'Eva Ek'])
    closeDatabase(again)
  })

  test('seals a text, and no other text @security-proof', () => {
    const { db } = madeDatabase()
    const { publicKey, seal } = signerOf(db, stamp)
    const value = seal('Det som står.')
    expect(textSealHolds('Det som står.', publicKey, value)).toBe(true)
    expect(textSealHolds('Det som stod.', publicKey, value)).toBe(false)
    expect(textSealHolds('Det som står.', signerOf(db, eva).publicKey, value)).toBe(false)
  })

  test('never stands in the database as it is: what is kept opens with the archive’s key alone @security-proof', () => {
    const one = madeDatabase()
    signerOf(one.db, stamp)
    const other = madeDatabase()
    const kept: unknown = one.db.raw
      .prepare('SELECT holder, public_key, wrapped, made_at FROM signing_keys')
      .raw()
      .get()
    other.db.raw
      .prepare('INSERT INTO signing_keys (holder, public_key, wrapped, made_at) VALUES (?, ?, ?, ?)')
      .run(kept)
    expect(thrownBy(() => signerOf(other.db, stamp))).toMatchObject({ code: 'ARCHIVE_CORRUPT' })
  })
})

describe('a signing code', () => {
  test('is asked for from then on, and no other will do @security-proof', async () => {
    const { db } = madeDatabase()
    const before = signerOf(db, stamp).publicKey
    await changeSigningCode(db, stamp, { now: undefined, next: code }, cheapScrypt)
    expect(hasSigningCode(db, stamp.by)).toBe(true)
    await expect(openSigner(db, stamp, undefined)).rejects.toMatchObject({ code: 'SIGNING_CODE_NEEDED' })
    await expect(openSigner(db, stamp, 'en annan kod')).rejects.toMatchObject({ code: 'WRONG_SIGNING_CODE' })
    const { publicKey, seal } = await openSigner(db, stamp, code)
    expect(publicKey).not.toBe(before)
    expect(textSealHolds('text', publicKey, seal('text'))).toBe(true)
    expect(signerOf(db, eva).publicKey).not.toBe(publicKey)
  })

  test('is changed and taken away by whoever knows it alone; what was sealed before holds', async () => {
    const { db } = withNotes()
    await changeSigningCode(db, stamp, { now: undefined, next: code }, cheapScrypt)
    const change = (now: string | undefined, next: string | undefined) =>
      changeSigningCode(db, stamp, { now, next }, cheapScrypt)
    await expect(change(undefined, 'en ny kod')).rejects.toMatchObject({ code: 'SIGNING_CODE_NEEDED' })
    await expect(change('fel kod', undefined)).rejects.toMatchObject({ code: 'WRONG_SIGNING_CODE' })
    await expect(change(code, 'kort')).rejects.toMatchObject({ code: 'PASSPHRASE_WEAK' })
    await change(code, undefined)
    expect(hasSigningCode(db, stamp.by)).toBe(false)
    expect(verifyArchive(db)).toEqual([])
  })
})

test('a record is sealed by the key of whoever signed it, at the time that it says', () => {
  const { db } = withNotes()
  const note = signedNoteSchema.parse(plainNote(readStoredNote(db, signedId)))
  const { signature } = note
  expect(signature.seal).toMatchObject({
    time: '2026-03-04T11:00:00.000+01:00',
    publicKey: signerOf(db, stamp).publicKey,
  })
  expect(sealHolds(note)).toBe(true)
  if (signature.seal === undefined) throw new Error('There is no seal.')
  const seal = { ...signature.seal, time: '2026-03-04T11:00:00.000+02:00' }
  expect(sealHolds({ ...note, signature: { ...signature, seal } })).toBe(false)
})
