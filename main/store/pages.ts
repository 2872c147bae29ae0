import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

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

/**
 * The first page of an archive's file that is not as it was written, counted from 1; undefined where all are. Reads pages that
 * no table uses as well, which SQLite's own check passes over. What is not yet in the file, but in its log, is not read.
 */
export function firstBrokenPage(path: string, key: Uint8Array): number | undefined {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const page = Buffer.alloc(PAGE)
    let hmacKey: Buffer | undefined
    for (let number = 1; (number - 1) * PAGE < size; number += 1) {
      if (readSync(file, page, 0, PAGE, (number - 1) * PAGE) < PAGE) return number
      hmacKey ??= hmacKeyOf(key, page.subarray(0, SALT))
      if (!pageHolds(page, number, hmacKey)) return number
    }
    return undefined
  } finally {
    closeSync(file)
  }
}
