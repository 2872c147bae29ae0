import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { type Digest, digestSchema } from '../case/ids.ts'
import type { Note, Signature, SignedNote } from './note.ts'

/** A signature before its digest is known. */
export type UnsealedSignature = Omit<Signature, 'digest'>

const RECORD_FORMAT = 'klarlagt/journalpost'
const RECORD_VERSION = 1

/**
 * The canonical form of a record: RFC 8785 over the note as stored, with all its answers (those of hidden fields
 * too), objections, what was set aside and which note it amends, the case as it was, and who signed when, as which record of the case and after which. Whatever else a
 * store or a bundle keeps beside the note is not in it. Throws where a text holds half a surrogate pair.
 */
export function canonicalRecord(note: Note, signature: UnsealedSignature): string {
  const text = canonicalize({
    format: RECORD_FORMAT,
    version: RECORD_VERSION,
    note: {
      id: note.id,
      template: { id: note.template.id, version: note.template.version },
      kind: note.kind,
      owner: note.owner,
      author: note.author,
      createdAt: note.createdAt,
      updatedAt: note.updatedAt,
      answers: note.answers,
      ...(note.objections === undefined ? {} : { objections: note.objections }),
      ...(note.setAside === undefined ? {} : { setAside: note.setAside }),
      ...(note.amends === undefined ? {} : { amends: note.amends }),
    },
    case: signature.case,
    signature: {
      by: signature.by,
      at: signature.at,
      sequence: signature.sequence,
      previous: signature.previous,
    },
  })
  if (text === undefined) throw new TypeError('A record always has a canonical form.')
  return text
}

/** SHA-256 of a canonical record's UTF-8 bytes, in lower-case hex. */
export function recordDigest(text: string): Digest {
  return digestSchema.parse(bytesToHex(sha256(utf8ToBytes(text))))
}

/** Whether a signed note is what its digest was taken of. */
export function digestHolds(note: SignedNote): boolean {
  try {
    return recordDigest(canonicalRecord(note, note.signature)) === note.signature.digest
  } catch {
    // Text without a canonical form was never signed by us.
    return false
  }
}
