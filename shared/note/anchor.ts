import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { digestSchema } from '../case/ids.ts'
import { userSchema } from '../user/user.ts'

export const ANCHOR_FORMAT = 'klarlagt/forankring'

/**
 * An anchor (förankring): the digest of the newest entry of an archive's log, kept outside the archive. Whoever has the archive's
 * key can write all of it anew, each digest fitting the next; the digest that somebody else has kept will then fit no more.
 */
export const storeAnchorSchema = z.strictObject({
  format: z.literal(ANCHOR_FORMAT),
  version: z.literal(1),
  /** What the archive was called. */
  archive: z.string(),
  at: timestampSchema,
  by: userSchema,
  /** How many entries the log had, and records there were. */
  entries: z.int().min(1),
  records: z.int().min(0),
  /** The digest of the newest entry, which every entry before it and every record has gone into. */
  head: digestSchema,
  digest: digestSchema,
})
export type StoreAnchor = z.infer<typeof storeAnchorSchema>
