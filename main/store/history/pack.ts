import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** A revision's text, as its bytes are stored: whole, or as a change of another revision's text. */
export interface Packed {
  readonly content: Buffer
  /** The revision that it is a change of; null where it is whole. */
  readonly base: number | null
}

/** The text that others are stored as changes of. */
export interface WholeText {
  readonly revision: number
  readonly text: string
}

// A change larger than this is stored whole, and the next are changes of it: a page of the database then holds a few.
const MOST_OF_A_CHANGE = 1500
// Deflate looks back so far and no further.
const WINDOW = 32_768
const HEADER = 8
/** More than any note holds, so that damaged bytes cannot fill the memory. */
const MOST_BYTES = 64_000_000

/** How many bytes two texts begin and end with in common. */
function commonEnds(one: Buffer, other: Buffer): { before: number; after: number } {
  const shorter = Math.min(one.length, other.length)
  let before = 0
  while (before < shorter && one[before] === other[before]) before += 1
  let after = 0
  while (after < shorter - before && one[one.length - 1 - after] === other[other.length - 1 - after])
    after += 1
  return { before, after }
}

/** What deflate may refer to: the part of the frame that the change stands in for, as far as it can look back. */
function dictionaryOf(frame: Buffer, before: number, after: number) {
  const replaced = frame.subarray(before, frame.length - after).subarray(-WINDOW)
  return replaced.length === 0 ? {} : { dictionary: replaced }
}

function changeOf(frame: Buffer, text: Buffer): Buffer {
  const { before, after } = commonEnds(frame, text)
  const header = Buffer.alloc(HEADER)
  header.writeUInt32BE(before, 0)
  header.writeUInt32BE(after, 4)
  const middle = text.subarray(before, text.length - after)
  return Buffer.concat([header, deflateRawSync(middle, dictionaryOf(frame, before, after))])
}

/** Packs a text as a change of `frame`, or whole where that is no gain. */
export function pack(text: string, frame: WholeText | undefined): Packed {
  const bytes = Buffer.from(text)
  if (frame !== undefined) {
    const content = changeOf(Buffer.from(frame.text), bytes)
    if (content.length <= MOST_OF_A_CHANGE) return { content, base: frame.revision }
  }
  return { content: deflateRawSync(bytes), base: null }
}

/** The text that was packed; `frame` is the text of its base. Throws where the bytes are no such thing. */
export function unpack(content: Buffer, frame: string | undefined): string {
  const most = { maxOutputLength: MOST_BYTES }
  if (frame === undefined) return inflateRawSync(content, most).toString()
  const base = Buffer.from(frame)
  const before = content.readUInt32BE(0)
  const after = content.readUInt32BE(4)
  if (before + after > base.length) throw new RangeError('The change is of another text.')
  const middle = inflateRawSync(content.subarray(HEADER), {
    ...most,
    ...dictionaryOf(base, before, after),
  })
  return Buffer.concat([base.subarray(0, before), middle, base.subarray(base.length - after)]).toString()
}
