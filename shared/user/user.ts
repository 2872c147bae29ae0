import { z } from 'zod'

const userIdSchema = z.uuid().brand<'UserId'>()

/**
 * What somebody is at the agency, and so what they may do in an archive. `specialist` and `rehabiliteringsspecialist` review
 * the notes of others, `lasare` reads and writes nothing. Which roles there are is in part our own choice (000:394-399,
 * 003:136-148).
 */
export const roles = ['utredare', 'specialist', 'rehabiliteringsspecialist', 'utbildare', 'lasare'] as const

/** Who does something: name, and the role it is done in. Notes from before archives had users know no id. */
export const userSchema = z.strictObject({
  id: userIdSchema.optional(),
  name: z.string().trim().min(1).max(200),
  role: z.enum(roles),
})
export type User = z.infer<typeof userSchema>
