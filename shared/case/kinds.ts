import { z } from 'zod'

/** What kind of document a template makes. Plan, planering and behovsklarläggande are never one kind. */
export const documentKinds = [
  'arbetsgivarens-plan',
  'planering',
  'behovsklarlaggande',
  'stallningstagande',
  'uppfoljning',
  'aktivitet',
  'mote',
  'tips',
  'granskning',
  'intervju',
] as const
export const documentKindSchema = z.enum(documentKinds)
export type DocumentKind = z.infer<typeof documentKindSchema>

/** Whose document it is: the employer's plan belongs to the employer, all else to the agency. */
export const owners = ['arbetsgivare', 'forsakringskassan'] as const
export const ownerSchema = z.enum(owners)
export type Owner = z.infer<typeof ownerSchema>

/**
 * The three families of documents that must never look alike: the employer's plan, the agency's own, and the position on
 * the need. Each has a colour of its own, always with word and icon.
 */
export const tones = ['employer', 'agency', 'need'] as const
export type Tone = (typeof tones)[number]

/** The family of a document. What belongs to the employer is the employer's, whatever kind it says it is. */
export function toneOf(kind: DocumentKind, owner: Owner): Tone {
  if (owner === 'arbetsgivare') return 'employer'
  return kind === 'behovsklarlaggande' ? 'need' : 'agency'
}
