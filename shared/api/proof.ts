import { oc } from '@orpc/contract'
import { z } from 'zod'
import { digestSchema } from '../case/ids.ts'
import { languageSchema } from '../text/localized.ts'
import { messageSchema } from '../text/message.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

/** An anchor as a file that can be verified against, as a draft of a mail, or to be printed. */
export const anchorForms = ['json', 'eml', 'pdf'] as const

const base = oc.errors(apiErrors)
const code = z.string().max(1000).optional()

/** What proves that the archive's records are what they were, and what each user signs them with. */
export const proofContract = {
  /** Where the chain of the log stands now. */
  head: base.output(z.object({ entries: z.int(), records: z.int(), head: digestSchema })),
  /** Makes an anchor (förankring) of where the chain stands now, which is logged. Nothing is sent anywhere. */
  anchor: base
    .input(z.strictObject({ form: z.enum(anchorForms), language: languageSchema }))
    .output(exportedFileSchema),
  /** Verifies the open archive and every page of its file, and against the text of an anchor where one is given. ANCHOR_UNREADABLE. */
  verify: base
    .input(z.strictObject({ anchor: z.string().max(100_000).optional() }))
    .output(z.object({ entries: z.int(), records: z.int(), findings: z.array(messageSchema) })),
  /** Whether the user signs with a code of their own. */
  signingCode: base.output(z.object({ set: z.boolean() })),
  /** Gives the user a new key under another code, or under none. SIGNING_CODE_NEEDED, WRONG_SIGNING_CODE, PASSPHRASE_WEAK. */
  setSigningCode: base
    .input(z.strictObject({ now: code, next: code }))
    .output(z.object({ set: z.boolean() })),
}
