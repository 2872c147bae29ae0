import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { type Digest, digestSchema } from '../case/ids.ts'
import type { Note, SignedNote } from './note.ts'

/** What of a note goes into its record: of a note that is known, or of a stored one whose columns nobody has read through. */
export interface RecordedNote
  extends Record<'id' | 'kind' | 'owner' | 'author' | 'createdAt' | 'updatedAt' | 'answers', unknown> {
  template: { readonly id: unknown; readonly version: unknown }
  objections?: unknown
  setAside?: unknown
  amends?: unknown
}

/** What of its signature goes in, before its digest is known, and before the user's key has sealed it. */
export interface UnsealedSignature extends Record<'by' | 'at' | 'sequence' | 'previous' | 'case', unknown> {
  seal?: { readonly time: unknown; readonly publicKey: unknown } | undefined
}

const RECORD_FORMAT = 'klarlagt/journalpost'

/** What a sealed record (version 2) says of its signing, besides what version 1 says. */
function sealedMembers({ template }: RecordedNote, { seal }: UnsealedSignature) {
  if (seal === undefined) return {}
  return {
    time: seal.time,
    template: { id: template.id, version: template.version },
    publicKey: seal.publicKey,
  }
}

/**
 * The canonical form of a record: RFC 8785 over the note as stored, with all its answers (those of hidden fields
 * too), objections, what was set aside and which note it amends, the case as it was, and who signed when, as which record of the case and after which. Whatever else a
 * store or a bundle keeps beside the note is not in it. Version 2 also says by whose key it is sealed; a record without a
 * seal is of version 1, whose form never changes. Throws where a text holds half a surrogate pair.
 */
export function canonicalRecord(note: RecordedNote, signature: UnsealedSignature): string {
  const text = canonicalize({
    format: RECORD_FORMAT,
    version: signature.seal === undefined ? 1 : 2,
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
      ...sealedMembers(note, signature),
    },
  })
  if (text === undefined) throw new TypeError('A record always has a canonical form.')
  return text
}

/** The digest of what a note says, signed or not: of its answers, objections and what was set aside. */
export function contentDigest({ answers, objections, setAside }: Note): Digest {
  const text = canonicalize({
    answers,
    ...(objections === undefined ? {} : { objections }),
    ...(setAside === undefined ? {} : { setAside }),
  })
  return recordDigest(text ?? '')
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
