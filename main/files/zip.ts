import { crc32, inflateRawSync } from 'node:zlib'

/** A file within a zip archive. */
export interface ZipEntry {
  name: string
  bytes: Buffer
}

/** Why an archive is not unpacked: it is none, or more than may be unpacked. */
export class ZipFault extends Error {
  readonly kind: 'broken' | 'tooLarge'
  constructor(kind: 'broken' | 'tooLarge') {
    super(kind)
    this.kind = kind
  }
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8

/** The most entries that are looked at. Own choice: a workbook has about ten, and one for each sheet. */
const MOST_ENTRIES = 1000

function endOf(zip: Buffer): number {
  const least = Math.max(0, zip.length - 65_557)
  for (let at = zip.length - 22; at >= least; at--) if (zip.readUInt32LE(at) === END) return at
  throw new ZipFault('broken')
}

/** What one entry holds, unpacked to no more than `most`: its own word for its size is not believed. */
function contents(zip: Buffer, method: number, from: number, length: number, most: number): Buffer {
  if (zip.readUInt32LE(from) !== LOCAL) throw new ZipFault('broken')
  const data = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
  const packed = zip.subarray(data, data + length)
  if (packed.length < length) throw new ZipFault('broken')
  if (method === STORED && length <= most) return packed
  if (method !== DEFLATED && method !== STORED) throw new ZipFault('broken')
  if (most <= 0 || method === STORED) throw new ZipFault('tooLarge')
  try {
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch (error) {
    const grew = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipFault(grew ? 'tooLarge' : 'broken')
  }
}

/** Reads what a zip archive says it holds, of the entries that are wanted, unpacked to no more than `most` bytes together. */
export function unzipped(zip: Buffer, wanted: (name: string) => boolean, most: number): ZipEntry[] {
  try {
    const end = endOf(zip)
    const count = zip.readUInt16LE(end + 10)
    if (count > MOST_ENTRIES) throw new ZipFault('tooLarge')
    const found: ZipEntry[] = []
    let at = zip.readUInt32LE(end + 16)
    let left = most
    for (let index = 0; index < count; index++) {
      if (zip.readUInt32LE(at) !== CENTRAL) throw new ZipFault('broken')
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
      const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
      if (wanted(name)) {
        const bytes = contents(
          zip,
          zip.readUInt16LE(at + 10),
          zip.readUInt32LE(at + 42),
          zip.readUInt32LE(at + 20),
          left,
        )
        left -= bytes.length
        found.push({ name, bytes })
      }
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
    }
    return found
  } catch (error) {
    // An offset that points outside of the file.
    if (error instanceof RangeError) throw new ZipFault('broken')
    throw error
  }
}

function header(signature: number, { name, bytes }: ZipEntry, size: number): Buffer {
  const isCentral = signature === CENTRAL
  const head = Buffer.alloc(size)
  const at = isCentral ? 2 : 0
  head.writeUInt32LE(signature, 0)
  head.writeUInt16LE(20, 4)
  if (isCentral) head.writeUInt16LE(20, 6)
  head.writeUInt16LE(0x0800, 6 + at)
  head.writeUInt32LE(crc32(bytes), 14 + at)
  head.writeUInt32LE(bytes.length, 18 + at)
  head.writeUInt32LE(bytes.length, 22 + at)
  head.writeUInt16LE(Buffer.byteLength(name), 26 + at)
  return head
}

/** An archive of these entries as they are, not packed: what is read of it is this and nothing else. */
export function zipped(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const listed = header(CENTRAL, entry, 46)
    listed.writeUInt32LE(at, 42)
    central.push(listed, name)
    parts.push(header(LOCAL, entry, 30), name, entry.bytes)
    at += 30 + name.length + entry.bytes.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}
