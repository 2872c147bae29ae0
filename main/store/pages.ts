import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { Db } from './db.ts'
import { withEmptyLog } from './empty-log.ts'
import { fileOf } from './open.ts'

// The file format of SQLCipher 4 (https://www.zetetic.net/sqlcipher/design/): every page ends in its initialisation vector
// and an HMAC-SHA512 over what stands before it and the number of the page. The first page begins with the salt.
const PAGE = 4096
const SALT = 16
const HMAC = 64
const SALT_MASK = 0x3a

function hmacKeyOf(key: Uint8Array, salt: Uint8Array): Buffer {
  return pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ SALT_MASK),
    2,
    32,
    'sha512',
  )
}

function pageHolds(page: Buffer, number: number, key: Buffer): boolean {
  const end = PAGE - HMAC
  const place = Buffer.alloc(4)
  place.writeUInt32LE(number)
  const expected = createHmac('sha512', key)
    .update(page.subarray(number === 1 ? SALT : 0, end))
    .update(place)
    .digest()
  // A page that was set aside in the file and never written.
  return timingSafeEqual(expected, page.subarray(end)) || page.every((byte) => byte === 0)
}

/** Reads a file from a position on, and says how much of it there was. */
type ReadAt = (into: Uint8Array, position: number) => Promise<{ bytesRead: number }>

const CHUNK = 256 * PAGE
/** A page that is being written while it is read is read anew; one that is broken stays so. */
const READINGS = 5

/** Whether a page holds at last, read anew until it does. */
async function holdsAnew(read: ReadAt, number: number, key: Buffer): Promise<boolean> {
  const page = Buffer.alloc(PAGE)
  for (let reading = 0; reading < READINGS; reading += 1) {
    const { bytesRead } = await read(page, (number - 1) * PAGE)
    if (bytesRead === PAGE && pageHolds(page, number, key)) return true
    await setTimeout(reading)
  }
  return false
}

/**
 * The first page of an archive's file that is not as it was written, counted from 1; undefined where all are. Reads pages that
 * no table uses as well, which SQLite's own check passes over. What is not yet in the file, but in its log, is not read.
 */
export async function firstBrokenPage(read: ReadAt, key: Uint8Array): Promise<number | undefined> {
  const chunk = Buffer.alloc(CHUNK)
  let hmacKey: Buffer | undefined
  for (let position = 0; ; position += CHUNK) {
    const { bytesRead } = await read(chunk, position)
    hmacKey ??= hmacKeyOf(key, chunk.subarray(0, SALT))
    for (let at = 0; at < bytesRead; at += PAGE) {
      const number = (position + at) / PAGE + 1
      const isWhole = at + PAGE <= bytesRead && pageHolds(chunk.subarray(at, at + PAGE), number, hmacKey)
      if (!isWhole && !(await holdsAnew(read, number, hmacKey))) return number
    }
    if (bytesRead < CHUNK) return undefined
  }
}

/** The same of a file that nobody has open. */
export async function firstBrokenPageOf(path: string, key: Uint8Array): Promise<number | undefined> {
  const file = await open(path, 'r')
  try {
    return await firstBrokenPage((into, position) => file.read(into, 0, into.length, position), key)
  } finally {
    await file.close()
  }
}

/** The same of the database that is open, once all that is saved has been brought into its file. */
export async function firstBrokenPageIn(db: Db, key: Uint8Array): Promise<number | undefined> {
  await withEmptyLog(db, () => undefined)
  return firstBrokenPage(fileOf(db).read, key)
}
