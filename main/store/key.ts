import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { timestampSchema } from '../../shared/case/dates.ts'
import { readKept } from '../files/kept-json.ts'
import { replaceFile, syncFolder, writeNewFile } from '../files/replace.ts'
import {
  defaultScrypt,
  PASSPHRASE_MINIMUM,
  passphraseLength,
  type ScryptParams,
  scryptParamsSchema,
  unwrapKey,
  type WrappedKey,
  wrapKey,
} from './passphrase.ts'
import { asRefusal, refusal } from './refusal.ts'

/** The system's keychain, as the host gives it (Electron's safeStorage). */
export interface Keychain {
  /** False where there is none, or none that keeps a secret (Linux `basic_text`). One that is locked is usable. */
  usable: boolean
  /** Its name, kept beside the key: `gnome_libsecret`, `keychain`, `dpapi`, `basic_text`, `none`. */
  backend: string
  wrap(bytes: Uint8Array): Promise<Uint8Array>
  unwrap(bytes: Uint8Array): Promise<Uint8Array>
}

/** The keychain is locked and was not unlocked, or does not answer. */
export class KeychainUnavailable extends Error {
  override readonly name = 'KeychainUnavailable'
}

/** For hosts without a keychain (the web host, the command line): keys are protected by passphrases. */
export const noKeychain: Keychain = {
  usable: false,
  backend: 'none',
  wrap: () => Promise.reject(new Error('There is no keychain here.')),
  unwrap: () => Promise.reject(new Error('There is no keychain here.')),
}

const base64 = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')))
const sized = (bytes: number) => base64.refine((value) => value.length === bytes)

const wrapping = { salt: sized(16), nonce: sized(12), sealed: sized(48) }

/** The archive's key once more, wrapped by the recovery key that the agency holds on paper. */
const recoverySchema = z.strictObject({ madeAt: timestampSchema, ...wrapping })

const common = {
  format: z.literal('klarlagt/nyckel'),
  /** The first version knew no recovery key; it is read for ever and written no more. */
  version: z.literal([1, 2]),
  /** The archive's name, as the user gave it. */
  name: z.string().min(1).max(80),
  /** An archive of invented cases; its passphrase is known to all. */
  demo: z.boolean(),
  recovery: recoverySchema.optional(),
  /** SHA-256 over all else in canonical form, so that damage is told from another passphrase. Version 1 has none. */
  digest: z.string().optional(),
}

/** An archive's key file: the archive's own random key, wrapped. */
export const keyFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('passphrase'),
    kdf: z.literal('scrypt'),
    params: scryptParamsSchema,
    ...wrapping,
  }),
  z.strictObject({ ...common, kind: z.literal('keychain'), backend: z.string(), wrapped: base64 }),
])
export type KeyFile = z.infer<typeof keyFileSchema>

const KEY_BYTES = 32

/** The path of an archive's key file. */
export function keyPathOf(archivePath: string): string {
  return `${archivePath}.key`
}

function toJson(file: KeyFile): string {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const sealed = (wrapped: WrappedKey) => ({
    salt: text(wrapped.salt),
    nonce: text(wrapped.nonce),
    sealed: text(wrapped.sealed),
  })
  const plain = {
    ...file,
    ...(file.kind === 'passphrase' ? sealed(file) : { wrapped: text(file.wrapped) }),
    ...(file.recovery && { recovery: { ...file.recovery, ...sealed(file.recovery) } }),
  }
  const { digest: _digest, ...digested } = plain
  return layout(file.version === 1 ? digested : { ...digested, digest: digestOf(digested) })
}

const layout = (members: object) => `${JSON.stringify(members, undefined, 2)}\n`

const digestOf = (digested: object) =>
  createHash('sha256')
    .update(canonicalize(digested) ?? '')
    .digest('hex')

const membersSchema = z.record(z.string(), z.json())

/**
 * Whether a key file is to the byte what was written, as far as it says: version 1 has no digest of itself. In whatever order
 * its members stand, since what is read to be changed and written again is in another than what is new.
 */
export function keyFileHolds(archivePath: string): boolean {
  const path = keyPathOf(archivePath)
  const file = readKept(path, keyFileSchema)
  const members = readKept(path, membersSchema)
  if (file === undefined || members === undefined || layout(members) !== readFileSync(path, 'utf8'))
    return false
  const { digest, ...digested } = members
  return file.version === 1 || digest === digestOf(digested)
}

/** Writes a new key file, on disk when it returns. ARCHIVE_EXISTS if there is one: a key is never overwritten. */
export function writeKeyFile(archivePath: string, file: KeyFile): void {
  const path = keyPathOf(archivePath)
  if (existsSync(path)) throw refusal('ARCHIVE_EXISTS', { path: archivePath })
  try {
    writeNewFile(path, toJson(file))
    syncFolder(dirname(path))
  } catch (error) {
    throw asRefusal(error, archivePath)
  }
}

/** Puts another wrapping of the same key in a key file's place, whole or not at all. */
export function replaceKeyFile(archivePath: string, file: KeyFile): void {
  try {
    replaceFile(keyPathOf(archivePath), toJson({ ...file, version: 2 }))
  } catch (error) {
    throw asRefusal(error, archivePath)
  }
}

/** Reads an archive's key file. ARCHIVE_MISSING, ARCHIVE_CORRUPT. */
export function readKeyFile(archivePath: string): KeyFile {
  const path = keyPathOf(archivePath)
  if (!existsSync(path)) throw refusal('ARCHIVE_MISSING', { path })
  const file = readKept(path, keyFileSchema)
  if (file === undefined) throw refusal('ARCHIVE_CORRUPT', { path, detail: 'key' })
  return file
}

/** What is to protect a key: a passphrase, or else the keychain. */
export interface Protection {
  passphrase: string | undefined
  /** The least number of characters of the passphrase, where more are asked for than always. */
  minimum?: number | undefined
  keychain: Keychain
  scrypt?: ScryptParams | undefined
}

export interface KeyRequest extends Protection {
  name: string
  demo: boolean
}

/** A new key and its key file, not written yet. Refuses what `protectKey` does. */
export async function newKey(request: KeyRequest): Promise<{ key: Uint8Array; file: KeyFile }> {
  const { name, demo } = request
  const key = randomBytes(KEY_BYTES)
  return { key, file: await protectKey({ name, demo }, key, request) }
}

/**
 * The key file of a key. With a passphrase it locks the key, otherwise the keychain does. PASSPHRASE_WEAK,
 * PASSPHRASE_NEEDED, KEYCHAIN_UNSAFE, KEYCHAIN_LOCKED.
 */
export async function protectKey(
  { name, demo, recovery }: Pick<KeyFile, 'name' | 'demo' | 'recovery'>,
  key: Uint8Array,
  { passphrase, minimum: asked = 0, keychain, scrypt: params = defaultScrypt }: Protection,
): Promise<KeyFile> {
  const shared = { format: 'klarlagt/nyckel', version: 2, name, demo, ...(recovery && { recovery }) } as const
  if (passphrase !== undefined) {
    const minimum = Math.max(PASSPHRASE_MINIMUM, asked)
    if (passphraseLength(passphrase) < minimum) throw refusal('PASSPHRASE_WEAK', { minimum })
    const wrapped = await wrapKey(key, passphrase, params)
    return { ...shared, kind: 'passphrase', kdf: 'scrypt', params, ...wrapped }
  }
  refuseUnsafe(keychain)
  const wrapped = await keychain.wrap(key).catch((error: unknown) => {
    throw lockedOr(error, keychain)
  })
  return { ...shared, kind: 'keychain', backend: keychain.backend, wrapped }
}

/** A keychain that is locked or does not answer, as a refusal; any other error as it is. */
function lockedOr(error: unknown, { backend }: Keychain): unknown {
  return error instanceof KeychainUnavailable ? refusal('KEYCHAIN_LOCKED', { backend }) : error
}

function refuseUnsafe(keychain: Keychain): void {
  if (keychain.usable) return
  if (keychain.backend === 'none') throw refusal('PASSPHRASE_NEEDED')
  throw refusal('KEYCHAIN_UNSAFE', { backend: keychain.backend })
}

/**
 * The key that a key file holds. PASSPHRASE_NEEDED, WRONG_PASSPHRASE; KEYCHAIN_CHANGED where it is in another keychain than
 * the one that is used now, KEYCHAIN_LOCKED where that is locked, KEYCHAIN_UNSAFE where it keeps no secret; ARCHIVE_CORRUPT where it gives no key back (another user's, another machine's).
 */
export async function keyOf(
  archivePath: string,
  file: KeyFile,
  passphrase: string | undefined,
  keychain: Keychain,
): Promise<Uint8Array> {
  if (file.kind === 'passphrase') {
    if (passphrase === undefined || passphrase === '') throw refusal('PASSPHRASE_NEEDED')
    const key = await unwrapKey(file, passphrase, file.params)
    // A passphrase that is right for what was written does not open what has been damaged since.
    if (!key && !keyFileHolds(archivePath))
      throw refusal('ARCHIVE_CORRUPT', { path: keyPathOf(archivePath), detail: 'key' })
    if (!key) throw refusal('WRONG_PASSPHRASE')
    return key
  }
  if (keychain.backend !== file.backend)
    throw refusal('KEYCHAIN_CHANGED', { was: file.backend, now: keychain.backend })
  if (!keychain.usable) throw refusal('KEYCHAIN_UNSAFE', { backend: keychain.backend })
  const corrupt = refusal('ARCHIVE_CORRUPT', { path: keyPathOf(archivePath), detail: file.backend })
  let key: Uint8Array
  try {
    key = await keychain.unwrap(file.wrapped)
  } catch (error) {
    throw error instanceof KeychainUnavailable ? lockedOr(error, keychain) : corrupt
  }
  if (key.length !== KEY_BYTES) throw corrupt
  return key
}
