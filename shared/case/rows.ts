import { z } from 'zod'
import { performerActorSchema, personRoleSchema } from './actors.ts'
import { typedDateSchema } from './dates.ts'
import { rowIdSchema } from './ids.ts'

/** The longest text in a cell of a row, and the longest name of a performer, in UTF-16 units. Own choice. */
export const ROW_TEXT_CHARS = 2000
export const PERFORMER_NAME_CHARS = 200
const shortText = z.string().max(ROW_TEXT_CHARS).optional()

/** Kinds of rehabilitation (002:98-108); arbetsanpassning is the employer's own (001:10363-10365). */
export const insatsKinds = ['medicinsk', 'arbetslivsinriktad', 'social', 'arbetsanpassning', 'annan'] as const

/** Own choice but for `behovs-men-saknas`, which has to be visible (000:351-353). */
export const insatsStatuses = ['planerad', 'pagar', 'genomford', 'avbruten', 'behovs-men-saknas'] as const

/** Why a needed insats is missing (001:7610-7655). */
export const missingReasons = [
  'vantetid',
  'arbetsgivaren-kan-inte',
  'arbetsgivaren-vill-inte',
  'utforare-saknas',
  'samtycke-saknas',
  'medicinskt-hinder',
  'den-forsakrade-avbojer',
  'annat',
] as const

/** What an insats has meant for the capacity to work, as its follow-up says (001:6052-6058). The words are our own choice. */
export const insatsEffects = ['okad', 'oforandrad', 'minskad', 'for-tidigt-att-saga'] as const

/** The day of rehabiliteringskedjan before which an insats is to have had its effect (001:15197-15203). */
export const insatsAims = ['dag-90', 'dag-180', 'dag-365', 'dag-550'] as const

/** Who performs an insats: a kind of actor, a name, or both, as it was written. */
export const performerSchema = z.strictObject({
  actor: performerActorSchema.optional(),
  name: z.string().max(PERFORMER_NAME_CHARS).optional(),
})
export type Performer = z.infer<typeof performerSchema>

/** A rehabilitation insats. Its performer is never Försäkringskassan; rule R1 catches what is typed. */
export const insatsSchema = z.strictObject({
  id: rowIdSchema,
  what: shortText,
  kind: z.enum(insatsKinds).optional(),
  performer: performerSchema.optional(),
  from: typedDateSchema,
  to: typedDateSchema,
  purpose: shortText,
  followUp: typedDateSchema,
  status: z.enum(insatsStatuses).optional(),
  missingReason: z.enum(missingReasons).optional(),
  missingComment: shortText,
  outcome: shortText,
  effect: z.enum(insatsEffects).optional(),
  aimsAt: z.enum(insatsAims).optional(),
})
export type Insats = z.infer<typeof insatsSchema>

/** Försäkringskassan's own steps: never an insats (001:4401-4405). `begaran-av-plan` is 110 kap. 31 § SFB. */
export const aktivitetKinds = [
  'kontakt',
  'mote',
  'begaran-av-plan',
  'fraga-till-varden',
  'utredning',
  'information',
  'uppfoljning',
  'annan',
] as const
export const aktivitetStatuses = ['planerad', 'genomford', 'installd'] as const

export const aktivitetSchema = z.strictObject({
  id: rowIdSchema,
  what: shortText,
  kind: z.enum(aktivitetKinds).optional(),
  /** With whom Försäkringskassan does it. */
  counterpart: personRoleSchema.optional(),
  date: typedDateSchema,
  followUp: typedDateSchema,
  status: z.enum(aktivitetStatuses).optional(),
  outcome: shortText,
})
export type Aktivitet = z.infer<typeof aktivitetSchema>
