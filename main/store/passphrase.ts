import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/** Work factors of scrypt (RFC 7914). A key file names its own; absurd ones are refused rather than tried. */
export const scryptParamsSchema = z.strictObject({
  N: z
    .int()
    .min(2)
    .max(2 ** 20)
    .refine((n) => Math.log2(n) % 1 === 0),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
})
export type ScryptParams = z.infer<typeof scryptParamsSchema>

/** OWASP's password storage cheat sheet: N 2^16, r 8, p 2; 64 MB for a third of a second. */
export const defaultScrypt: ScryptParams = { N: 2 ** 16, r: 8, p: 2 }

/** The least number of characters in a passphrase. Own choice. */
export const PASSPHRASE_MINIMUM = 8

/** Bytes encrypted with AES-256-GCM. */
export interface Encrypted {
  nonce: Uint8Array
  /** The bytes encrypted, and after them the 16 that tell whether it was the right secret. */
  sealed: Uint8Array
}

export interface WrappedKey extends Encrypted {
  salt: Uint8Array
}

const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** The length of a passphrase in characters, as a person counts them. */
export function passphraseLength(passphrase: string): number {
  return Array.from(new Intl.Segmenter('sv').segment(passphrase)).length
}

// Another keyboard may send the same passphrase in decomposed form.
function derive(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptParams): Promise<Buffer> {
  const maxmem = 128 * N * r + 128 * r * p + 32 * 1024 * 1024
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}

/** Encrypts bytes with a secret of 32 bytes. */
export function encrypt(bytes: Uint8Array, secret: Uint8Array): Encrypted {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(CIPHER, secret, nonce)
  return { nonce, sealed: Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]) }
}

/** Decrypts bytes, or returns undefined if the secret is another. */
export function decrypt({ nonce, sealed }: Encrypted, secret: Uint8Array): Uint8Array | undefined {
  const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const opened = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    // final() throws if the tag does not match: another secret.
    return undefined
  }
}

/** Wraps a key with a passphrase. */
export async function wrapKey(
  key: Uint8Array,
  passphrase: string,
  params: ScryptParams,
): Promise<WrappedKey> {
  const salt = randomBytes(16)
  return { salt, ...encrypt(key, await derive(passphrase, salt, params)) }
}

/** Unwraps the key, or returns undefined if the passphrase is another. */
export async function unwrapKey(
  wrapped: WrappedKey,
  passphrase: string,
  params: ScryptParams,
): Promise<Uint8Array | undefined> {
  return decrypt(wrapped, await derive(passphrase, wrapped.salt, params))
}
