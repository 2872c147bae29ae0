import { z } from 'zod'

/**
 * The actors Försäkringskassan may cooperate with if the insured consents (30 kap. 10 § SFB, 002:32-44).
 */
export const cooperationActors = [
  'arbetsgivare',
  'arbetstagarorganisation',
  'halso-och-sjukvarden',
  'socialtjansten',
  'arbetsformedlingen',
  'annan-myndighet',
] as const

/**
 * Who can perform an insats. Försäkringskassan is not among them: it performs no rehabilitation
 * (002:125-129; 001:1009-1015).
 * Those added here need no consent of 30 kap. 10 §.
 */
export const performerActors = [
  ...cooperationActors,
  'foretagshalsovard',
  'samordningsforbund',
  'den-forsakrade',
  'annan',
] as const

/** Persons in a case; the agency's own staff are persons but never performers. */
export const personRoles = [...performerActors, 'forsakringskassan'] as const

export const cooperationActorSchema = z.enum(cooperationActors)
export const performerActorSchema = z.enum(performerActors)
export const personRoleSchema = z.enum(personRoles)

export type CooperationActor = z.infer<typeof cooperationActorSchema>
export type PerformerActor = z.infer<typeof performerActorSchema>
export type PersonRole = z.infer<typeof personRoleSchema>

/** Whether cooperation with this actor needs the consent of the insured (30 kap. 10 § SFB). */
export function needsConsent(actor: PersonRole): actor is CooperationActor {
  return cooperationActorSchema.safeParse(actor).success
}
