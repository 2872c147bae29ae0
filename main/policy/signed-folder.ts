// A folder that somebody stands for: a list of its files with their digests, and a signature of that list. The list is what
// `sha256sum *.json > MANIFEST` prints, and the signature what `openssl pkeyutl -sign -rawin` makes with an Ed25519 key.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sizeFault } from '../../shared/file/json-text.ts'
import { keyBody } from '../../shared/policy/policies.ts'
import { message } from '../../shared/text/index.ts'
import type { Message } from '../../shared/text/message.ts'

const MANIFEST = 'MANIFEST'
const SIGNATURE = 'MANIFEST.sig'
const MAX_MANIFEST = 1_000_000
const MAX_FILE = 6_000_000

export interface SignedFile {
  readonly name: string
  readonly bytes: Uint8Array
}
type Signed =
  | { readonly ok: true; readonly files: readonly SignedFile[] }
  | { readonly ok: false; readonly reason: Message }

/** Why a folder is not taken. */
class NotSigned extends Error {
  override readonly name = 'NotSigned'
  readonly reason: Message

  constructor(reason: Message) {
    super(reason.key)
    this.reason = reason
  }
}

function publicKey(text: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(keyBody(text), 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, as is a key of another kind.
  }
  throw new NotSigned(message('policies.templates.badKey'))
}

/** Reads a file once: what is checked is what is used. */
function bytesOf(folder: string, name: string, limit: number): Uint8Array {
  const path = join(folder, name)
  try {
    if (sizeFault(statSync(path).size, limit) === undefined) return readFileSync(path)
  } catch {
    throw new NotSigned(message('policies.templates.noFile', { file: name }))
  }
  throw new NotSigned(message('policies.templates.tooLarge', { file: name }))
}

/** A signature as OpenSSL writes it: 64 bytes, or the same in base64. */
function signatureOf(bytes: Uint8Array): Uint8Array {
  return bytes.length === 64 ? bytes : Buffer.from(Buffer.from(bytes).toString('latin1'), 'base64')
}

/** Digest and name, as `sha256sum` prints them; a name leads into no other folder. */
const LINE = /^([0-9a-f]{64}) [ *]([^/\\\p{Cc}]+)$/u

function listed(manifest: Uint8Array): ReadonlyMap<string, string> {
  const lines = Buffer.from(manifest).toString('utf8').split(/\r?\n/)
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line, index): [string, string] => {
        const [, digest, name] = LINE.exec(line) ?? []
        if (digest !== undefined && name !== undefined) return [name, digest]
        throw new NotSigned(message('policies.templates.badLine', { line: index + 1 }))
      }),
  )
}

function verified(folder: string, key: string): SignedFile[] {
  const signer = publicKey(key)
  const manifest = bytesOf(folder, MANIFEST, MAX_MANIFEST)
  if (!verify(null, manifest, signer, signatureOf(bytesOf(folder, SIGNATURE, MAX_MANIFEST))))
    throw new NotSigned(message('policies.templates.badSignature'))
  const digests = listed(manifest)
  const unlisted = readdirSync(folder).find((name) => name.endsWith('.json') && !digests.has(name))
  if (unlisted !== undefined) throw new NotSigned(message('policies.templates.unlisted', { file: unlisted }))
  return [...digests].map(([name, digest]) => {
    const bytes = bytesOf(folder, name, MAX_FILE)
    if (createHash('sha256').update(bytes).digest('hex') !== digest)
      throw new NotSigned(message('policies.templates.changed', { file: name }))
    return { name, bytes }
  })
}

/**
 * The files of a folder whose list is signed with this key, each as it was signed. One file that is another, one that is
 * missing and one that nobody has signed for is enough for none of them to be used.
 */
export function readSignedFolder(folder: string, key: string): Signed {
  try {
    return { ok: true, files: verified(folder, key) }
  } catch (error) {
    if (error instanceof NotSigned) return { ok: false, reason: error.reason }
    throw error
  }
}
