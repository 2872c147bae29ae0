import { z } from 'zod'
import { cooperationActorSchema } from './actors.ts'
import { type IsoDate, parseDate, typedDateSchema } from './dates.ts'

/** Consent of the insured to cooperation with one actor (30 kap. 10 § SFB, 001:1025-1031). */
export const consentAnswers = ['ja', 'nej', 'aterkallat', 'ej-fragat'] as const
/** How it was given or taken back. Own choice. */
export const consentWays = ['muntligt', 'skriftligt'] as const
export const consentSchema = z.strictObject({
  actor: cooperationActorSchema,
  consent: z.enum(consentAnswers),
  date: typedDateSchema,
  how: z.enum(consentWays).optional(),
})
export type Consent = z.infer<typeof consentSchema>

function dateOf(consent: Consent): IsoDate | undefined {
  return consent.date === undefined ? undefined : parseDate(consent.date.trim())
}

/** Whether a newer answer takes the place of the one in the register: a later date wins, and of equal ones the new. */
function replaces(added: Consent, known: Consent): boolean {
  const [addedDate, knownDate] = [dateOf(added), dateOf(known)]
  if (addedDate === undefined)
    return knownDate === undefined && (added.consent !== 'ej-fragat' || known.consent === 'ej-fragat')
  return knownDate === undefined || addedDate >= knownDate
}

/** The register of consents with more put into it: one row an actor. An answer without a date never outdoes a dated. */
export function mergeConsents(register: readonly Consent[], added: readonly Consent[]): Consent[] {
  const byActor = new Map(register.map((consent) => [consent.actor, consent]))
  for (const consent of added) {
    const known = byActor.get(consent.actor)
    if (!known || replaces(consent, known)) byActor.set(consent.actor, consent)
  }
  return [...byActor.values()].map((consent) => consentSchema.parse(consent))
}
