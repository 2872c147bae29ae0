import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { localizedSchema } from '../text/localized.ts'
import { userSchema } from '../user/user.ts'
import { templateRefSchema } from './template.ts'

export const workingCopyIdSchema = z.uuid().brand<'WorkingCopyId'>()
export type WorkingCopyId = z.infer<typeof workingCopyIdSchema>

/** Where a working copy stands on its way to be published. What is in review or reviewed is not written in. */
export const workingStateSchema = z.enum(['utkast', 'inlamnad', 'granskad'])
export type WorkingState = z.infer<typeof workingStateSchema>

/** What whoever reviewed the working copy last said of it. */
export const templateReviewSchema = z.strictObject({
  verdict: z.enum(['aterlamnad', 'godkand']),
  by: userSchema,
  at: timestampSchema,
  reason: z.string().optional(),
})

const about = {
  id: workingCopyIdSchema,
  revision: z.int().min(1),
  state: workingStateSchema,
  /** The template that it was begun from. */
  from: templateRefSchema.optional(),
  /** Everybody who has written in it, in the order they began. */
  writers: z.array(userSchema).min(1),
  review: templateReviewSchema.optional(),
  begunAt: timestampSchema,
  updatedAt: timestampSchema,
}

/** What is written: JSON, which need not be a template yet, or a text that is no JSON yet. */
export const writtenSchema = z.union([
  z.strictObject({ template: z.json() }),
  z.strictObject({ text: z.string() }),
])
export type Written = z.infer<typeof writtenSchema>

/** A template that is being written. */
export const workingCopySchema = z.union([
  z.strictObject({ ...about, template: z.json() }),
  z.strictObject({ ...about, text: z.string() }),
])
export type WorkingCopy = z.infer<typeof workingCopySchema>

/** What an unfinished template says that it is, as far as it does. */
export const templateNameSchema = z.object({
  id: z.string().optional().catch(undefined),
  version: z.number().optional().catch(undefined),
  title: localizedSchema.partial().optional().catch(undefined),
})

/** A working copy without what is written, for a list of them. */
export const workingCopyHeadSchema = z.strictObject({ ...about, named: templateNameSchema })
export type WorkingCopyHead = z.infer<typeof workingCopyHeadSchema>

/** A working copy without what is written. */
export function copyHead(copy: WorkingCopy): WorkingCopyHead {
  const { template, text: _text, ...about } = { template: undefined, text: undefined, ...copy }
  return { ...about, named: templateNameSchema.catch({}).parse(template) }
}

/** The working copy of a head, with what is written in it. */
export function copyWith({ named: _named, ...about }: WorkingCopyHead, written: Written): WorkingCopy {
  return { ...about, ...written }
}
