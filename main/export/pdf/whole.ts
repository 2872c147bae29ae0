import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'

// A PDF carries the digest of itself among its facts, where it takes as many bytes as the zeros that it is computed with.
export const DIGEST_FACT = 'KlarlagtDigest'
export const NO_DIGEST = '0'.repeat(64)
const place = / obj\n\(([0-9a-f]{64})\)\nendobj/g

// One byte a character, so that places in the text are places in the file.
const textOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function placesOf(text: string): { digest: string; start: number }[] {
  return [...text.matchAll(place)].map((match) => ({
    digest: match[1] ?? '',
    start: match.index + match[0].indexOf('(') + 1,
  }))
}

function digestWithout(bytes: Uint8Array, start: number): string {
  return createHash('sha256')
    .update(bytes.subarray(0, start))
    .update(NO_DIGEST, 'latin1')
    .update(bytes.subarray(start + NO_DIGEST.length))
    .digest('hex')
}

/** Puts the digest of a whole PDF into its place in it. */
export function withPdfDigest(bytes: Uint8Array): Uint8Array {
  const [found] = placesOf(textOf(bytes))
  if (found === undefined) throw new Error('A PDF of ours always has a place for its digest.')
  const sealed = new Uint8Array(bytes)
  sealed.set(Buffer.from(digestWithout(bytes, found.start), 'latin1'), found.start)
  return sealed
}

/** Whether a PDF is to the byte what was exported; undefined where it carries no digest, or more than one. */
export function pdfDigestHolds(bytes: Uint8Array): boolean | undefined {
  const [found, another] = placesOf(textOf(bytes))
  if (found === undefined || another !== undefined) return undefined
  return digestWithout(bytes, found.start) === found.digest
}

const embedded = /\/Type \/EmbeddedFile\b[\s\S]*?>>\s*stream\r?\n/g

/** The file that is attached to a PDF of ours, as text; undefined where there is none that can be read. */
export function attachedText(bytes: Uint8Array): string | undefined {
  const text = textOf(bytes)
  const [found] = [...text.matchAll(embedded)]
  if (found === undefined) return undefined
  const start = found.index + found[0].length
  const end = text.indexOf('\nendstream', start)
  if (end === -1) return undefined
  const stream = bytes.subarray(start, end)
  try {
    const plain = found[0].includes('/FlateDecode') ? inflateSync(stream) : stream
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    // Damaged: what is attached cannot be read.
    return undefined
  }
}
