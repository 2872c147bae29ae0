import { oc } from '@orpc/contract'
import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { archiveStatusSchema } from './archive.ts'
import { apiErrors } from './errors.ts'

/** A backup, and how much is in it; what is not known of one whose facts are gone is left out. */
const backupSchema = z.object({
  name: z.string(),
  at: timestampSchema,
  bytes: z.int(),
  reason: z.enum(['scheduled', 'asked', 'migration']).optional(),
  cases: z.int().optional(),
  notes: z.int().optional(),
  /** What did not hold when it was opened and checked after it was made. */
  findings: z.int().optional(),
})
export type Backup = z.infer<typeof backupSchema>

const base = oc.errors(apiErrors)
const secret = z.string().max(1000).optional()

export const backupsContract = {
  /** The backups of the open archive, the newest first; whether one is being made, and why the last could not be. */
  state: base.output(
    z.object({
      folder: z.string(),
      backups: z.array(backupSchema),
      isRunning: z.boolean(),
      failure: z.object({ code: z.string(), at: timestampSchema }).optional(),
    }),
  ),
  /** Makes a backup of the open archive and checks it by opening it. */
  make: base.output(backupSchema),
  /** The backups of an archive that is not open, which may be why they are asked for. */
  of: base.input(z.strictObject({ path: z.string() })).output(
    z.object({
      folder: z.string(),
      backups: z.array(backupSchema),
      /** When the archive's own file was last written; what came after a backup is not in it. */
      written: timestampSchema.optional(),
    }),
  ),
  /**
   * Puts a backup in the place of an archive and opens it. What lay there is moved aside, and named in the answer. The
   * passphrase is the archive's, as it is now; where that is lost, the recovery key opens it, but sets no new one.
   */
  restore: base
    .input(
      z.strictObject({
        path: z.string(),
        name: z.string().max(200),
        passphrase: secret,
        recoveryKey: secret,
      }),
    )
    .output(z.object({ status: archiveStatusSchema, aside: z.array(z.string()) })),
}
