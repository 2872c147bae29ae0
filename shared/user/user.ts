import { z } from 'zod'

export const userIdSchema = z.uuid().brand<'UserId'>()
export type UserId = z.infer<typeof userIdSchema>

/**
 * What somebody is at the agency, and so what they may do in an archive. `specialist` and `rehabiliteringsspecialist` review
 * the notes of others, `lasare` reads and writes nothing. Which roles there are is in part our own choice (000:394-399,
 * 003:136-148).
 */
export const roles = ['utredare', 'specialist', 'rehabiliteringsspecialist', 'utbildare', 'lasare'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** What some may beside their role: look after users, backups and the log; dispose of closed cases; look after templates. Our own choice. */
export const rights = ['anvandare', 'gallring', 'mallar'] as const
export const rightSchema = z.enum(rights)
export type Right = z.infer<typeof rightSchema>

export const userNameSchema = z.string().trim().min(1).max(200)

/** Who does something: name, and the role it is done in. Notes from before archives had users know no id. */
export const userSchema = z.strictObject({
  id: userIdSchema.optional(),
  name: userNameSchema,
  role: roleSchema,
})
export type User = z.infer<typeof userSchema>

/** A name as it is told from others: whatever the case of its letters, and however it is spaced. */
export const nameKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('sv')

/**
 * Whether two are one person: by id where both have one, else by name. Notes from before archives had users, and those of
 * other archives that know none, have the name alone.
 */
export function isSamePerson(a: Pick<User, 'id' | 'name'>, b: Pick<User, 'id' | 'name'>): boolean {
  return a.id === undefined || b.id === undefined ? nameKey(a.name) === nameKey(b.name) : a.id === b.id
}
