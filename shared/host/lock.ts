import { z } from 'zod'

/** The setting of the archive that says after how many idle minutes it locks; 0: never. */
export const LOCK_KEY = 'lock'

/** The minutes that are offered; any other whole number of a day may be stored. */
export const lockChoices = [5, 10, 15, 30, 60, 0] as const

const settingSchema = z.object({
  minutes: z
    .int()
    .min(0)
    .max(24 * 60),
})
export type LockSetting = z.infer<typeof settingSchema>

const usual: LockSetting = { minutes: 15 }

/** The minutes as stored, or the usual ones where none are. */
export function readLockMinutes(stored: unknown): number {
  const parsed = settingSchema.safeParse(stored)
  return (parsed.success ? parsed.data : usual).minutes
}

/** Whether this many minutes are allowed where an organisation allows at most `most`; never to lock is longer than any. */
export function mayWait(minutes: number, most: number | undefined): boolean {
  return most === undefined || most === 0 || (minutes !== 0 && minutes <= most)
}

/** The minutes after which the archive locks: those that were chosen, or the organisation's where they are fewer. */
export function lockMinutes(chosen: number, most: number | undefined): number {
  return most === undefined || mayWait(chosen, most) ? chosen : most
}
