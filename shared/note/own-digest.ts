import type { Digest } from '../case/ids.ts'
import { recordDigest } from './canonical.ts'

/** Data as our JSON files hold it: one text for the same data, so that any other byte is found. */
export const fileText = (data: object): string => `${JSON.stringify(data, undefined, 2)}\n`

/**
 * The digest that a file's data should have, whatever it says that it has: SHA-256 over the text of all else. Unlike the
 * canonical form of a record it takes whatever a draft may hold, half a surrogate pair too.
 */
export function ownDigest(data: object): Digest {
  const rest = Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'digest'))
  return recordDigest(fileText(rest))
}

/** A file's data with its own digest last. */
export function withOwnDigest<T extends object>(data: T): T & { digest: Digest } {
  return { ...data, digest: ownDigest(data) }
}
