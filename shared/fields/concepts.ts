import { z } from 'zod'

/**
 * What a field means to the rules, whatever its template calls it. Rules ask for a concept, never for a
 * field id of one template, so a new template or a new version takes part by naming its concepts.
 */
export const concepts = [
  // Arbetsgivarens plan
  'plan-status',
  'plan-datum',
  'plan-kanal',
  'plan-uppgiftslamnare',
  'plan-initiativ',
  'plan-begaran-skal',
  'plan-saknas-skal',
  'plan-foljbar',
  'plan-uppfoljning',
  // Behovsklarläggande
  'behov-resultat',
  'behov-datum',
  'behov-kalla',
  // Planering
  'samrad',
  'mal',
  'behov-referens',
  'ingen-insats-skal',
  'plan-referens',
  'nasta-uppfoljning',
  // Any document
  'handelse-datum',
  'deltagare',
] as const
export const conceptSchema = z.enum(concepts)
export type Concept = z.infer<typeof conceptSchema>

/** Option values that rules and code rely on; a template's options for the concept include these. */
export const conceptValues = {
  'plan-status': ['inkommen', 'begard', 'saknas'],
  'plan-kanal': ['blankett', 'annan-skriftlig', 'telefon', 'arbetsgivartjansten', 'via-den-forsakrade'],
  'plan-initiativ': ['arbetsgivaren', 'begard-av-fk'],
  'behov-resultat': ['behov-finns', 'inget-behov', 'under-utredning'],
} as const satisfies Partial<Record<Concept, readonly string[]>>
