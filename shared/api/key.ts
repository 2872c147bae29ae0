import { oc } from '@orpc/contract'
import { z } from 'zod'
import { archiveStatusSchema } from './archive.ts'
import { apiErrors } from './errors.ts'

const base = oc.errors(apiErrors)
const passphrase = z.string().max(1000).optional()

/** What protects the open archive's key, and what can be done about it. */
const keyStateSchema = z.object({
  key: z.enum(['passphrase', 'keychain']),
  keychain: z.object({ usable: z.boolean(), backend: z.string() }),
  /** Whether there is a recovery key. */
  has: z.boolean(),
  /** Whether one is to be offered without being asked for: the archive was made just now, or must have one. */
  asks: z.boolean(),
  /** Whether the agency demands it. */
  must: z.boolean(),
  /** Whether the passphrase is asked for before one is made. */
  asksCurrent: z.boolean(),
})
export type KeyState = z.infer<typeof keyStateSchema>

/** What protects an archive's key. The key itself never changes, so nothing that it has encrypted is written again. */
export const keyContract = {
  state: base.output(keyStateSchema),
  /** Protects the open archive by another passphrase, or by the keychain where `next` is not given. */
  change: base.input(z.strictObject({ current: passphrase, next: passphrase })).output(archiveStatusSchema),
  /**
   * Makes a recovery key and shows it, once. It opens nothing until it is taken, and the one before goes on doing so. An
   * archive that was made a moment ago asks for no passphrase.
   */
  offerRecovery: base
    .input(z.strictObject({ current: passphrase }))
    .output(z.object({ groups: z.array(z.string()) })),
  /** What was offered is written down: from now on it opens the archive, and the one before does not. */
  takeRecovery: base.output(archiveStatusSchema),
  /** What was offered is thrown away. */
  declineRecovery: base.output(archiveStatusSchema),
  /** Opens an archive by its recovery key and gives it a new passphrase, or the keychain where `next` is not given. */
  recover: base
    .input(z.strictObject({ path: z.string(), recoveryKey: z.string().max(1000), next: passphrase }))
    .output(archiveStatusSchema),
}
