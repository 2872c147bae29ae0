import { z } from 'zod'
import { caseIdSchema, noteIdSchema, rowIdSchema } from '../case/ids.ts'
import { ownerSchema } from '../case/kinds.ts'
import type { Insats } from '../case/rows.ts'
import { fieldIdSchema } from '../fields/base.ts'
import { caseInsatser, isAskedFor } from '../note/case-insatser.ts'
import type { ReadNote } from '../note/read-note.ts'

/**
 * Why an insats that goes on aims at nothing that a reader can see: no purpose and no day of the chain that it is to have had
 * effect before; a purpose without a word of work; or a follow-up that found no effect on the capacity to work. That
 * rehabilitation often goes on without leading to regained capacity is a finding (001:6052-6058); which signs tell of it is our
 * own choice.
 */
export const aimlessReasons = ['no-purpose', 'purpose-without-work', 'no-effect'] as const
export type AimlessReason = (typeof aimlessReasons)[number]

export const aimlessSchema = z.object({
  caseId: caseIdSchema,
  caseNumber: z.string(),
  insured: z.string(),
  owner: ownerSchema,
  what: z.string(),
  purpose: z.string(),
  why: z.array(z.enum(aimlessReasons)).min(1),
  /** The row that says so last. */
  note: noteIdSchema,
  field: fieldIdSchema,
  row: rowIdSchema,
})
export type Aimless = z.infer<typeof aimlessSchema>

/** Words by which a purpose speaks of work or of the capacity for it. */
const work =
  /(?<!\p{L})(?:\p{L}*arbet|jobb|tjänst|återgå|yrke|anställ|sysselsätt|praktik|skift|deltid|heltid|halvtid|upptrapp|\d+\s*(?:%|procent|timm))/iu

function reasonsOf({ purpose = '', aimsAt, effect }: Insats): AimlessReason[] {
  const aims: AimlessReason[] =
    aimsAt !== undefined
      ? []
      : purpose.trim() === ''
        ? ['no-purpose']
        : work.test(purpose)
          ? []
          : ['purpose-without-work']
  return effect === 'oforandrad' || effect === 'minskad' ? [...aims, 'no-effect'] : aims
}

/** The insatser of a case that are planned or go on and aim at nothing, as its notes say last. */
export function aimlessIn(notes: readonly ReadNote[]): readonly Aimless[] {
  return caseInsatser(notes)
    .filter((insats) => isAskedFor(insats) && insats.row.status !== 'behovs-men-saknas')
    .flatMap(({ owner, row, latest }): Aimless[] => {
      const why = reasonsOf(row)
      const { context, note } = latest.read
      if (why.length === 0) return []
      return [
        {
          caseId: context.case.id,
          caseNumber: context.case.number,
          insured: context.case.insured.name,
          owner,
          what: row.what ?? '',
          purpose: row.purpose ?? '',
          why,
          note: note.id,
          field: latest.field.id,
          row: latest.row.id,
        },
      ]
    })
}
