import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { digestSchema } from '../case/ids.ts'
import { templateStates } from '../template/life.ts'
import { type Template, templateRefSchema, templateSchema } from '../template/template.ts'
import { userSchema } from '../user/user.ts'
import { publicationSchema } from './publication.ts'

/** A published version as it is listed: what it is called, where it stands today, and who has answered for it. */
export const publishedHeadSchema = z.strictObject({
  template: templateRefSchema,
  title: templateSchema.shape.title,
  state: z.enum(templateStates),
  published: publicationSchema.shape.published,
  digest: digestSchema,
  /** When it came to this archive, and who brought it. */
  addedAt: timestampSchema,
  addedBy: userSchema,
  withdrawn: z.strictObject({ at: timestampSchema, by: userSchema, reason: z.string() }).optional(),
})
export type PublishedHead = z.infer<typeof publishedHeadSchema>

/** Why a template is not taken among those that are published. */
export const templateFaults = ['past', 'version', 'kind'] as const
export type TemplateFault = (typeof templateFaults)[number]

/**
 * What keeps a template from standing beside those that are known: a number that is not above all of its own, or another kind or
 * owner than it had, which rules, lists and colours go by. Undefined where nothing does.
 */
export function templateFault(
  { id, version, kind, owner }: Template,
  known: readonly Template[],
): TemplateFault | undefined {
  const own = known.filter((template) => template.id === id)
  if (own.some((template) => template.version >= version)) return 'version'
  if (own.some((template) => template.kind !== kind || template.owner !== owner)) return 'kind'
  return undefined
}
