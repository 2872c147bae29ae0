import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { readKept } from '../files/kept-json.ts'
import { PRIVATE_FILE } from '../files/private.ts'
import {
  defaultScrypt,
  PASSPHRASE_MINIMUM,
  passphraseLength,
  type ScryptParams,
  scryptParamsSchema,
  unwrapKey,
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

const common = {
  format: z.literal('klarlagt/nyckel'),
  version: z.literal(1),
  /** The archive's name, as the user gave it. */
  name: z.string().min(1).max(80),
  /** An archive of invented cases; its passphrase is known to all. */
  demo: z.boolean(),
}

/** An archive's key file: the archive's own random key, wrapped. */
export const keyFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('passphrase'),
    kdf: z.literal('scrypt'),
    params: scryptParamsSchema,
    salt: sized(16),
    nonce: sized(12),
    sealed: sized(48),
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
  const plain =
    file.kind === 'passphrase'
      ? { ...file, salt: text(file.salt), nonce: text(file.nonce), sealed: text(file.sealed) }
      : { ...file, wrapped: text(file.wrapped) }
  return `${JSON.stringify(plain, undefined, 2)}\n`
}

/** Writes a new key file, on disk when it returns. ARCHIVE_EXISTS if there is one: a key is never overwritten. */
export function writeKeyFile(archivePath: string, file: KeyFile): void {
  const path = keyPathOf(archivePath)
  if (existsSync(path)) throw refusal('ARCHIVE_EXISTS', { path: archivePath })
  try {
    const handle = openSync(path, 'wx', PRIVATE_FILE)
    try {
      writeSync(handle, toJson(file))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
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

export interface KeyRequest {
  name: string
  demo: boolean
  passphrase: string | undefined
  /** The least number of characters of the passphrase, where more are asked for than always. */
  minimum?: number | undefined
  keychain: Keychain
  scrypt?: ScryptParams | undefined
}

/**
 * A new key and its key file, not written yet. With a passphrase it locks the key, otherwise the keychain does.
 * PASSPHRASE_WEAK, PASSPHRASE_NEEDED, KEYCHAIN_UNSAFE.
 */
export async function newKey(request: KeyRequest): Promise<{ key: Uint8Array; file: KeyFile }> {
  const { name, demo, passphrase, minimum: asked = 0, keychain, scrypt: params = defaultScrypt } = request
  const key = randomBytes(KEY_BYTES)
  const shared = { format: 'klarlagt/nyckel', version: 1, name, demo } as const
  if (passphrase !== undefined) {
    const minimum = Math.max(PASSPHRASE_MINIMUM, asked)
    if (passphraseLength(passphrase) < minimum) throw refusal('PASSPHRASE_WEAK', { minimum })
    const wrapped = await wrapKey(key, passphrase, params)
    return { key, file: { ...shared, kind: 'passphrase', kdf: 'scrypt', params, ...wrapped } }
  }
  refuseUnsafe(keychain)
  const wrapped = await keychain.wrap(key).catch((error: unknown) => {
    throw lockedOr(error, keychain)
  })
  return { key, file: { ...shared, kind: 'keychain', backend: keychain.backend, wrapped } }
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
