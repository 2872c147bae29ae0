import { z } from 'zod'
import { cooperationActorSchema, performerActorSchema, personRoleSchema } from './actors.ts'
import { rowIdSchema } from './ids.ts'

/**
 * A date as it was typed. Rows keep what was written even while it is no date yet;
 * the check says what is wrong with it, and nothing is lost.
 */
const typedDate = z.string().max(40).optional()
/** The longest text in a cell of a row, and the longest name of a performer, in UTF-16 units. Own choice. */
export const ROW_TEXT_CHARS = 2000
export const PERFORMER_NAME_CHARS = 200
const shortText = z.string().max(ROW_TEXT_CHARS).optional()

/** Consent of the insured to cooperation with one actor (30 kap. 10 § SFB, 001:1025-1031). */
export const consentAnswers = ['ja', 'nej', 'ej-fragat'] as const
export const consentSchema = z.strictObject({
  actor: cooperationActorSchema,
  consent: z.enum(consentAnswers),
  date: typedDate,
})
export type Consent = z.infer<typeof consentSchema>

/** Kinds of rehabilitation (002:98-108); arbetsanpassning is the employer's own (001:10363-10365). */
export const insatsKinds = ['medicinsk', 'arbetslivsinriktad', 'social', 'arbetsanpassning', 'annan'] as const

/** Own choice but for `behovs-men-saknas`, which the assignment demands be visible (000:351-353). */
export const insatsStatuses = ['planerad', 'pagar', 'genomford', 'avbruten', 'behovs-men-saknas'] as const

/** Why a needed insats is missing (domain.md §6.1; 001:7610-7655). */
export const missingReasons = [
  'vantetid',
  'arbetsgivaren-kan-inte',
  'arbetsgivaren-vill-inte',
  'utforare-saknas',
  'samtycke-saknas',
  'annat',
] as const

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
  from: typedDate,
  to: typedDate,
  purpose: shortText,
  followUp: typedDate,
  status: z.enum(insatsStatuses).optional(),
  missingReason: z.enum(missingReasons).optional(),
  missingComment: shortText,
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
  date: typedDate,
  followUp: typedDate,
  status: z.enum(aktivitetStatuses).optional(),
  outcome: shortText,
})
export type Aktivitet = z.infer<typeof aktivitetSchema>
