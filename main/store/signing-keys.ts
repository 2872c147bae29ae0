import { z } from 'zod'
import { type PublicKey, publicKeySchema } from '../../shared/note/note.ts'
import type { User } from '../../shared/user/user.ts'
import { type Db, execute, first, jsonColumn, query, transaction } from './db.ts'
import { addToLog, type Stamp } from './log.ts'
import {
  decrypt,
  defaultScrypt,
  encrypt,
  PASSPHRASE_MINIMUM,
  passphraseLength,
  type ScryptParams,
  scryptParamsSchema,
  unwrapKey,
  wrapKey,
} from './passphrase.ts'
import { refusal } from './refusal.ts'
import { type KeyPair, makeKeyPair, sealText } from './seals.ts'

const bytes = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')))

/** A secret as it is kept: under the archive's own key, or under the user's signing code. */
const wrappedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('archive'), nonce: bytes, sealed: bytes }),
  z.strictObject({
    kind: z.literal('code'),
    params: scryptParamsSchema,
    salt: bytes,
    nonce: bytes,
    sealed: bytes,
  }),
])
type Wrapped = z.infer<typeof wrappedSchema>

const keyRow = z.object({ public_key: publicKeySchema, wrapped: jsonColumn(wrappedSchema) })
type KeyRow = z.infer<typeof keyRow>

/** Whose a key is: the user's, by id. Users from before archives had several have none and are known by name. */
export const holderOf = ({ id, name }: { id?: string | undefined; name: string }): string => id ?? name

function newestOf(db: Db, user: User): KeyRow | undefined {
  const newest = query
    .selectFrom('signing_keys')
    .select(['public_key', 'wrapped'])
    .where('holder', '=', holderOf(user))
    .orderBy('number', 'desc')
    .limit(1)
  return first(db, newest, keyRow)
}

/** Every key that somebody has signed with here, and whose it is. */
export function readPublicKeys(db: Db): Map<string, string> {
  const rows = db.raw.prepare('SELECT public_key, holder FROM signing_keys').raw().all()
  return new Map(z.array(z.tuple([z.string(), z.string()])).parse(rows))
}

function addKey(db: Db, stamp: Stamp, publicKey: PublicKey, wrapped: Wrapped): void {
  const text = (value: Uint8Array) => Buffer.from(value).toString('base64')
  const plain = {
    ...wrapped,
    nonce: text(wrapped.nonce),
    sealed: text(wrapped.sealed),
    ...(wrapped.kind === 'code' ? { salt: text(wrapped.salt) } : {}),
  }
  const values = {
    holder: holderOf(stamp.by),
    public_key: publicKey,
    wrapped: JSON.stringify(plain),
    made_at: stamp.at,
  }
  transaction(db, () => {
    execute(db, query.insertInto('signing_keys').values(values))
    addToLog(db, stamp, 'signing-key-made', { digest: publicKey })
  })
}

const secretOf = (db: Db, user: User) => db.secretFor(`signeringsnyckel/${holderOf(user)}`)

function makeKey(db: Db, stamp: Stamp): KeyPair {
  const pair = makeKeyPair()
  addKey(db, stamp, pair.publicKey, { kind: 'archive', ...encrypt(pair.secret, secretOf(db, stamp.by)) })
  return pair
}

/** What seals the records of one user. */
export interface Signer {
  readonly publicKey: PublicKey
  readonly seal: (text: string) => string
}

const sealing = (pair: KeyPair): Signer => ({
  publicKey: pair.publicKey,
  seal: (text) => sealText(text, pair),
})

/** The key of a user without a signing code, made when it is first needed. SIGNING_CODE_NEEDED, ARCHIVE_CORRUPT. */
export function signerOf(db: Db, stamp: Stamp): Signer {
  const row = newestOf(db, stamp.by)
  if (row === undefined) return sealing(makeKey(db, stamp))
  if (row.wrapped.kind === 'code') throw refusal('SIGNING_CODE_NEEDED')
  const secret = decrypt(row.wrapped, secretOf(db, stamp.by))
  if (!secret) throw refusal('ARCHIVE_CORRUPT', { path: db.path, detail: 'signing key' })
  return sealing({ publicKey: row.public_key, secret })
}

/** Whether a user has a signing code of their own. */
export const hasSigningCode = (db: Db, user: User): boolean => newestOf(db, user)?.wrapped.kind === 'code'

/** A user's own key, with the signing code where the user has one. What `signerOf` refuses; WRONG_SIGNING_CODE. */
export async function openSigner(db: Db, stamp: Stamp, code: string | undefined): Promise<Signer> {
  const row = newestOf(db, stamp.by)
  if (row?.wrapped.kind !== 'code' || code === undefined || code === '') return signerOf(db, stamp)
  const secret = await unwrapKey(row.wrapped, code, row.wrapped.params)
  if (!secret) throw refusal('WRONG_SIGNING_CODE')
  return sealing({ publicKey: row.public_key, secret })
}

/**
 * Gives a user a new key under another signing code, or under none. The one before stays for what it has sealed and seals
 * nothing more: whoever got hold of it before must not be able to sign on. What `openSigner` refuses of the code until now;
 * PASSPHRASE_WEAK.
 */
export async function changeSigningCode(
  db: Db,
  stamp: Stamp,
  { now, next }: { now: string | undefined; next: string | undefined },
  params: ScryptParams = defaultScrypt,
): Promise<void> {
  if (next !== undefined && passphraseLength(next) < PASSPHRASE_MINIMUM)
    throw refusal('PASSPHRASE_WEAK', { minimum: PASSPHRASE_MINIMUM })
  if (hasSigningCode(db, stamp.by)) await openSigner(db, stamp, now)
  if (next === undefined) {
    makeKey(db, stamp)
    return
  }
  const { publicKey, secret } = makeKeyPair()
  addKey(db, stamp, publicKey, { kind: 'code', params, ...(await wrapKey(secret, next, params)) })
}
