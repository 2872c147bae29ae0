import { oc } from '@orpc/contract'
import { z } from 'zod'
import { storedUserSchema, userDetailsSchema } from '../user/stored-user.ts'
import { roleSchema, userIdSchema } from '../user/user.ts'
import { archiveStatusSchema } from './archive.ts'
import { apiErrors } from './errors.ts'

const base = oc.errors(apiErrors)

export const peopleContract = {
  /** Everybody who works or has worked in the archive, in the order they were added. */
  list: base.output(z.array(storedUserSchema)),
  /** Adds a user. USER_NAME_TAKEN. */
  add: base.input(userDetailsSchema).output(storedUserSchema),
  /** Changes what a user is called and may do, and whether they have left. USER_NAME_TAKEN, LAST_MANAGER, USER_AT_WORK. */
  change: base
    .input(userDetailsSchema.extend({ id: userIdSchema, left: z.boolean() }))
    .output(storedUserSchema),
  /** Who works from now on, in which of their roles. ROLE_NOT_HELD. */
  switch: base.input(z.strictObject({ id: userIdSchema, role: roleSchema })).output(archiveStatusSchema),
}
