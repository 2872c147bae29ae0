import { z } from 'zod'
import { isSamePerson, rightSchema, roleSchema, type User, userIdSchema, userNameSchema } from './user.ts'

const once = <T>(values: readonly T[]) => new Set(values).size === values.length

/** What is decided of a user: name, the roles they may work in, and their rights. */
export const userDetailsSchema = z.strictObject({
  name: userNameSchema,
  roles: z.array(roleSchema).min(1).refine(once),
  rights: z.array(rightSchema).refine(once),
})

/** A user of an archive. One who has left stays, since notes and the log name them. */
export const storedUserSchema = userDetailsSchema.extend({
  id: userIdSchema,
  addedAt: z.iso.datetime(),
  leftAt: z.iso.datetime().optional(),
})
export type StoredUser = z.infer<typeof storedUserSchema>

/** Those who work in the archive today. */
export const atWork = (users: readonly StoredUser[]): StoredUser[] =>
  users.filter(({ leftAt }) => leftAt === undefined)

/** What stands in the way of users being as they would be after a change. */
export type UsersFault = 'USER_NAME_TAKEN' | 'LAST_MANAGER' | 'USER_AT_WORK'

/**
 * What is wrong with the users of an archive as `changed` would leave them, or undefined: two of a name, nobody who looks
 * after users, or that whoever works now is gone or lost the role they work in.
 */
export function usersFault(
  users: readonly StoredUser[],
  changed: StoredUser,
  current: User,
): UsersFault | undefined {
  const others = users.filter(({ id }) => id !== changed.id)
  const nameless = ({ name }: StoredUser) => ({ id: undefined, name })
  if (atWork(others).some((other) => isSamePerson(nameless(other), nameless(changed))))
    return 'USER_NAME_TAKEN'
  if (!atWork([...others, changed]).some(({ rights }) => rights.includes('anvandare'))) return 'LAST_MANAGER'
  const works = changed.leftAt === undefined && changed.roles.includes(current.role)
  return changed.id === current.id && !works ? 'USER_AT_WORK' : undefined
}
