import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { digestSchema } from '../case/ids.ts'
import { templateStates } from '../template/life.ts'
import { type Template, templateRefSchema, templateSchema, withdrawalSchema } from '../template/template.ts'
import { userSchema } from '../user/user.ts'
import { besideCauses } from './beside.ts'
import { publicationSchema } from './publication.ts'

/** A published version as it is listed: what it is called, where it stands today, and who has answered for it. */
export const publishedHeadSchema = z.strictObject({
  template: templateRefSchema,
  /** The version before it; left out of a first one. */
  earlier: z.int().optional(),
  title: templateSchema.shape.title,
  state: z.enum(templateStates),
  published: publicationSchema.shape.published,
  digest: digestSchema,
  /** When it came to this archive, and who brought it. */
  addedAt: timestampSchema,
  addedBy: userSchema,
  withdrawn: withdrawalSchema.optional(),
})
export type PublishedHead = z.infer<typeof publishedHeadSchema>

/** What a version goes to others as: our own file, signed by whoever published it, or a form that other programs read. */
export const templateFormats = ['json', 'fhir'] as const
export type TemplateFormat = (typeof templateFormats)[number]

/** Why a template is not taken among those that are published. */
export const templateFaults = [
  'past',
  'version',
  'kind',
  'follows',
  'unreadable',
  'digest',
  'seal',
  'signer',
  'known',
  'taken',
] as const
export type TemplateFault = (typeof templateFaults)[number]

/** What keeps a template from standing beside those that are known; undefined where nothing does. */
export function templateFault(template: Template, known: readonly Template[]): TemplateFault | undefined {
  return besideCauses(template, known)[0]?.fault
}

/** The same for one that was published elsewhere, whose number need only be free. */
export function takenFault(template: Template, known: readonly Template[]): TemplateFault | undefined {
  const own = known.filter(({ id }) => id === template.id)
  if (own.some(({ version }) => version === template.version)) return 'taken'
  return own.some(({ kind, owner }) => kind !== template.kind || owner !== template.owner)
    ? 'kind'
    : undefined
}

/**
 * How well the key that a template is sealed with is known in an archive: the agency has named it, somebody has signed with it
 * here, a template that was read in before is sealed with it, or nobody knows it.
 */
export const signerSchema = z.enum(['named', 'own', 'met', 'unknown'])
export type SignerStanding = z.infer<typeof signerSchema>
