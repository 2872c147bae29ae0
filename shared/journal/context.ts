import type { CaseDetails } from '../case/case.ts'
import type { IsoDate } from '../case/dates.ts'
import type { NoteWithTemplate } from '../note/check/rule.ts'
import type { Note } from '../note/note.ts'
import type { Concept } from '../template/concepts.ts'
import type { Evaluator } from '../template/evaluate.ts'
import { evaluator } from '../template/evaluate.ts'
import { templateIndex } from '../template/fields.ts'
import type { Template } from '../template/template.ts'
import type { Language } from '../text/index.ts'
import { dateAt } from './time.ts'

/** What a journal entry is made from. */
export interface EntryInput {
  note: Note
  template: Template
  /** The case as it is; a signed note is printed with the case as it was when signed. */
  case: CaseDetails
  /** The other notes of the case, for references. */
  otherNotes: readonly NoteWithTemplate[]
  language: Language
  today: IsoDate
}

/** The input with what follows from it. */
export interface EntryContext extends EntryInput {
  evaluator: Evaluator
}

/**
 * The circumstances an entry is printed under. What is signed never changes with time: a signed note has the
 * case and the day of its signature.
 */
export function contextOf(input: EntryInput): EntryContext {
  const { note, template } = input
  const signature = note.status === 'journalford' ? note.signature : undefined
  const facts = signature
    ? { case: signature.case, today: dateAt(signature.at) }
    : { case: input.case, today: input.today }
  return { ...input, ...facts, evaluator: evaluator({ template, answers: note.answers, ...facts }) }
}

/** The stored answer to the visible field with a concept, or undefined where there is none. */
export function conceptAnswer(
  { note, template, evaluator }: Pick<EntryContext, 'note' | 'template' | 'evaluator'>,
  concept: Concept,
): unknown {
  const field = templateIndex(template).byConcept.get(concept)
  return field && evaluator.visible(field.id) ? note.answers[field.id] : undefined
}
