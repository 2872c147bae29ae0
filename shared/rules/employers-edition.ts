import type { Insats } from '../case/rows.ts'
import type { BaseField } from '../fields/base.ts'
import { newestAnswer } from '../note/case-answers.ts'
import type { ReadNote } from '../note/read-note.ts'
import { mentionsHealth } from './text/medical.ts'

/**
 * What an edition for the employer may tell, as R15 asks: without the insured's agreement nothing that is marked as medical
 * and nothing that mentions somebody's health. Whatever is handed to the employer is asked of here, text by text.
 */
export interface EmployersEdition {
  /** Whether the insured has agreed that the employer is told of diagnosis and health. */
  readonly allowsMedical: boolean
  /** Whether a field may be told of at all. */
  mayTellField: (field: Pick<BaseField, 'medical'>) => boolean
  /** Whether a text may be told. */
  mayTellText: (text: string) => boolean
  /** Whether it may be told what an insats is; else only that there is one, when, and how it stands. */
  mayTellInsats: (insats: Pick<Insats, 'kind' | 'performer' | 'what' | 'purpose' | 'outcome'>) => boolean
}

/** What is the care's own is medical, whatever it is called. */
function isOfHealth({
  kind,
  performer,
  what,
  purpose,
  outcome,
}: Parameters<EmployersEdition['mayTellInsats']>[0]) {
  return (
    kind === 'medicinsk' ||
    performer?.actor === 'halso-och-sjukvarden' ||
    [what, performer?.name, purpose, outcome].some((text) => text !== undefined && mentionsHealth(text))
  )
}

/** What may be told to the employer of a case with these notes, the newest first: the newest answer of the insured counts. */
export function employersEdition(notes: readonly ReadNote[]): EmployersEdition {
  const allowsMedical = newestAnswer(notes, 'medgivande-medicinska-uppgifter', 'yes-no')?.answer === 'ja'
  return {
    allowsMedical,
    mayTellField: ({ medical }) => allowsMedical || medical !== true,
    mayTellText: (text) => allowsMedical || !mentionsHealth(text),
    mayTellInsats: (insats) => allowsMedical || !isOfHealth(insats),
  }
}
