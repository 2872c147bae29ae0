import { z } from 'zod'
import type { DocumentKind } from '../case/kinds.ts'

/**
 * What a field means to the rules, whatever its template calls it. Rules ask for a concept, never for a
 * field id of one template, so a new template or a new version takes part by naming its concepts.
 */
export const concepts = [
  // Arbetsgivarens plan
  'plan-status',
  'plan-datum',
  'plan-upprattad',
  'plan-reviderad',
  'plan-gjord-med-den-anstallde',
  'plan-kanal',
  'plan-avsandare',
  'plan-uppgiftslamnare',
  'plan-redogors-av-forsakrad',
  'plan-hamtad-fran-arbetsgivaren',
  'plan-initiativ',
  'plan-begaran-skal',
  'plan-saknas-skal',
  'plan-insatser',
  'plan-foljbar',
  'plan-uppfoljning',
  'plan-utfall',
  // Behovsklarläggande
  'behov-resultat',
  'behov-datum',
  'behov-kalla',
  'behov-beskrivning',
  'behov-slag',
  // Planering
  'samrad',
  'mal',
  'planering-status',
  'planering-insatser',
  'sociala-faktorer',
  'insatser-stor-varandra',
  'uppehall-forklaring',
  'arbetsgivaren-informerad',
  'rehabiliteringsersattning',
  'rehab-informerad',
  'deltid-overvagd',
  'medicinskt-underlag',
  'behov-referens',
  'ingen-insats-skal',
  'plan-referens',
  'nasta-uppfoljning',
  // What the case is, as notes tell it
  'verksamhetsomrade',
  'verksamhetsomrade-svar',
  'sjukpenning',
  'rehabilitering-ansokt',
  // Ställningstagande
  'bedomningsdag',
  'undantag',
  'atergang-datum',
  'prognos',
  'nfa-utfall',
  'yrkesgrupper',
  'skalen',
  // Meetings and contacts
  'kallade',
  'mote-status',
  'kallelse-stodperson',
  'mote-resultat',
  'arbetsgivarkontakt',
  'lamnat-till-arbetsgivaren',
  'medgivande-medicinska-uppgifter',
  'fragor-till-varden',
  // Tips, support to the employer, follow-up
  'tips-brist',
  'tips-lamnat',
  'tips-lamnat-datum',
  'stod-lage',
  'anordnare-godkand',
  'insats-ar-behandling',
  'foljer-upp',
  // Any document
  'handelse-datum',
  'deltagare',
] as const
export const conceptSchema = z.enum(concepts)
export type Concept = z.infer<typeof conceptSchema>

/** Option values that rules and code rely on; a template's options for the concept include these. */
export const conceptValues = {
  'plan-status': ['inkommen', 'begard', 'saknas'],
  'plan-kanal': ['blankett', 'annan-skriftlig', 'telefon', 'arbetsgivartjansten'],
  'plan-initiativ': ['arbetsgivaren', 'begard-av-fk'],
  'behov-resultat': ['behov-finns', 'inget-behov', 'under-utredning'],
  'planering-status': ['klar', 'under-arbete'],
  verksamhetsomrade: ['forsta-ansprak', 'fordjupad-utredning', 'stod-for-atergang'],
  sjukpenning: ['ja', 'nej'],
  bedomningsdag: ['dag-90', 'dag-180', 'dag-365', 'dag-550'],
  undantag: ['inget', 'overvagande-skal', 'sarskilda-skal', 'oskaligt', 'alder'],
  'nfa-utfall': ['ratt', 'avslag'],
  'mote-status': ['kallat', 'genomfort', 'installt'],
  'tips-brist': ['ingen-plan', 'atgarder-genomfors-inte', 'inte-god-kvalitet'],
  'tips-lamnat': ['lamnat'],
  'stod-lage': ['ska-anlita', 'pagar', 'avslutat'],
} as const satisfies Partial<Record<Concept, readonly string[]>>

/**
 * Where all values of a concept have to be there: in its own kind of document. A template of another kind may tell a part;
 * a request for the plan knows only that it was asked for.
 */
export const wholeIn: Partial<Record<Concept, DocumentKind>> = {
  'plan-status': 'arbetsgivarens-plan',
  'plan-kanal': 'arbetsgivarens-plan',
  'plan-initiativ': 'arbetsgivarens-plan',
}
