import { z } from 'zod'

/** What kind of document a template makes. Plan, planering and behovsklarläggande are never one kind. */
export const documentKinds = [
  'arbetsgivarens-plan',
  'planering',
  'behovsklarlaggande',
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
