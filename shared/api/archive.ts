import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isoDateSchema } from '../case/dates.ts'
import { rightSchema, userSchema } from '../user/user.ts'
import { apiErrors } from './errors.ts'

const keyKinds = ['passphrase', 'keychain'] as const

/** An archive found in the data folder. */
export const archiveInfoSchema = z.object({
  path: z.string(),
  name: z.string(),
  key: z.enum(keyKinds),
  demo: z.boolean(),
  /** Whether a recovery key opens it where the passphrase is lost. */
  recovery: z.boolean(),
})
export type ArchiveInfo = z.infer<typeof archiveInfoSchema>

export const archiveStatusSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('closed'),
    /** Whether the host names one archive: it alone is known, and no other is opened or made. */
    single: z.boolean(),
    known: z.array(archiveInfoSchema),
    /** Whether a keychain can keep the key; otherwise a passphrase is asked for, and `backend` says why. */
    keychain: z.object({ usable: z.boolean(), backend: z.string() }),
    /** The archive opened last, to be suggested first. */
    latest: z.string().optional(),
    /** The archive that was locked, and waits to be opened again. */
    locked: archiveInfoSchema.optional(),
  }),
  z.object({
    state: z.literal('open'),
    archive: archiveInfoSchema,
    /** Which opening of it this is: another one once its file has been put back to what it was. */
    opening: z.string(),
    /** Who works, in which role, and what they may beside it. */
    user: userSchema,
    rights: z.array(rightSchema),
    /** Whether somebody has said that it is they who work; until then whoever worked last is only suggested. */
    chosen: z.boolean(),
    /** The day that a demo archive is played on; not there where it goes by the calendar, as others do. */
    playedOn: isoDateSchema.optional(),
  }),
])
export type ArchiveStatus = z.infer<typeof archiveStatusSchema>

const base = oc.errors(apiErrors)

export const archiveContract = {
  status: base.output(archiveStatusSchema),
  /** Makes an encrypted archive in the data folder and opens it. Without a passphrase the keychain keeps the key. */
  create: base
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(80),
        /** Its first user, who gets every right. ROLE_REFUSED where their role may not write. */
        user: userSchema.omit({ id: true }),
        passphrase: z.string().max(1000).optional(),
      }),
    )
    .output(archiveStatusSchema),
  open: base
    .input(z.strictObject({ path: z.string(), passphrase: z.string().max(1000).optional() }))
    .output(archiveStatusSchema),
  /** Makes (or opens) the demo archive of invented cases. */
  demo: base.output(archiveStatusSchema),
  close: base.output(archiveStatusSchema),
  /**
   * Locks the archive for all windows, and is each window's answer when another has asked. `saved`: whether all that was
   * written in it is in the store. Open still, where another window has yet to answer or to save; ask again.
   */
  lock: base.input(z.strictObject({ saved: z.boolean() })).output(archiveStatusSchema),
  /** Somebody is at work in this window, and so at this archive. */
  active: base.output(z.void()),
}
