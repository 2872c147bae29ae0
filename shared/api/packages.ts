import { oc } from '@orpc/contract'
import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { userSchema } from '../user/user.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

const base = oc.errors(apiErrors)

/** Who can open a file: whoever knows the passphrase, or whoever has the key that this address belongs to. */
const lockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().max(1000) }),
  z.strictObject({ kind: z.literal('recipient'), recipient: z.string().trim().max(4000) }),
])
export type PackageLock = z.infer<typeof lockSchema>

/** What a file that was opened turned out to be, and what it did. */
export const openedFileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('package'), caseId: caseIdSchema, notes: z.int() }),
  z.object({ kind: z.literal('answer'), caseId: caseIdSchema, decisions: z.int(), comments: z.int() }),
])

export const packagesContract = {
  /** The address that files can be locked to for whoever works now; made the first time it is asked for. */
  address: base.output(z.object({ recipient: z.string() })),
  /** The cases that were received for review, with who sent each last, and when it came. */
  received: base.output(z.array(z.object({ caseId: caseIdSchema, sender: userSchema, at: timestampSchema }))),
  /** What has been sent and received of a case. */
  ofCase: base.input(z.strictObject({ caseId: caseIdSchema })).output(
    z.array(
      z.object({
        direction: z.enum(['sent', 'received']),
        at: timestampSchema,
        by: userSchema,
        notes: z.int(),
        /** Whether an answer can be locked to whoever sent it without a passphrase. */
        answerable: z.boolean(),
      }),
    ),
  ),
  /** Notes of a case that are handed in, as one encrypted file. NOT_SUBMITTED, PASSPHRASE_WEAK, RECIPIENT_UNKNOWN. */
  make: base
    .input(
      z.strictObject({
        caseId: caseIdSchema,
        notes: z.array(noteIdSchema).min(1).max(200),
        lock: lockSchema,
      }),
    )
    .output(exportedFileSchema),
  /** What has been decided and said here of a case that was received, as one encrypted file; to the sender's address without a lock. */
  answer: base
    .input(z.strictObject({ caseId: caseIdSchema, lock: lockSchema.optional() }))
    .output(exportedFileSchema),
  /** Takes in a package for review, the first of its case or a later one, or merges the answer to one. PACKAGE_LOCKED, PACKAGE_UNREADABLE, PACKAGE_FOREIGN. */
  open: base
    .input(
      z.strictObject({ base64: z.string().max(80_000_000), passphrase: z.string().max(1000).optional() }),
    )
    .output(openedFileSchema),
}
