import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { z } from 'zod'
import { zonedTime } from '../../shared/case/dates.ts'
import { canonicalRecord } from '../../shared/note/canonical.ts'
import { type PublicKey, publicKeySchema, type SignedNote } from '../../shared/note/note.ts'

const jwkSchema = z.object({ x: z.base64url(), d: z.base64url() })

const base64urlOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const hexOf = (base64url: string) => Buffer.from(base64url, 'base64url').toString('hex')

/** An Ed25519 key pair: the public half to be told to all, the secret 32 bytes to be kept. */
export interface KeyPair {
  publicKey: PublicKey
  secret: Uint8Array
}

/** Makes a new key pair. */
export function makeKeyPair(): KeyPair {
  const { x, d } = jwkSchema.parse(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }))
  return { publicKey: publicKeySchema.parse(hexOf(x)), secret: new Uint8Array(Buffer.from(d, 'base64url')) }
}

/** Seals a text: Ed25519 over its UTF-8 bytes, in hex. Throws where the two halves do not belong together. */
export function sealText(text: string, { publicKey, secret }: KeyPair): string {
  const x = Buffer.from(publicKey, 'hex').toString('base64url')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x, d: base64urlOf(secret) }
  const value = sign(null, Buffer.from(text, 'utf8'), createPrivateKey({ key: jwk, format: 'jwk' })).toString(
    'hex',
  )
  if (!textSealHolds(text, publicKey, value)) throw new Error('A signing key whose halves differ.')
  return value
}

// A store has few keys and many records; making a key object costs as much as checking a seal.
const known = new Map<string, KeyObject>()
const MOST_KNOWN = 1000

function keyObjectOf(publicKey: PublicKey): KeyObject {
  const found = known.get(publicKey)
  if (found) return found
  const x = Buffer.from(publicKey, 'hex').toString('base64url')
  const made = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(publicKey, made)
  return made
}

/** Whether a seal was made of this text with the key that belongs to the public one. */
export function textSealHolds(text: string, publicKey: PublicKey, value: string): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), keyObjectOf(publicKey), Buffer.from(value, 'hex'))
  } catch {
    // Bytes that are no point of the curve are nobody's key.
    return false
  }
}

/** The same on Node's own threads, for whoever has many to check. */
export function textSealHoldsAside(text: string, publicKey: PublicKey, value: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const key = keyObjectOf(publicKey)
      verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(value, 'hex'), (error, holds) =>
        resolve(error === null && holds),
      )
    } catch {
      resolve(false)
    }
  })
}

/** Whether a signed note's seal holds: its value, and its time, which is its signature's. Without a seal there is nothing to hold. */
export function sealHolds(note: SignedNote): boolean {
  const { seal, at } = note.signature
  if (seal === undefined) return true
  const canonical = canonicalRecord(note, note.signature)
  return seal.time === zonedTime(at) && textSealHolds(canonical, seal.publicKey, seal.value)
}
