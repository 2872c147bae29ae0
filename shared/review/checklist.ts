import type { DocumentKind } from '../case/kinds.ts'
import { type AnswerField, holdsAnswer, opsOf } from '../fields/index.ts'
import type { Answers } from '../note/answers.ts'
import { conditionsOf } from '../note/conditions.ts'
import type { NoteContext, NoteWithTemplate } from '../note/context.ts'
import type { Verdicts } from '../note/review.ts'
import { newestVersions, type Section, type Template, templateIndex } from '../template/template.ts'

/**
 * What a note is reviewed against: a template whose fields say what they ask about in the note under review. A review's
 * verdicts are answers to it, so that what counts as whole, what is asked when, and what a verdict is called is said in one
 * place, for the review and for the note that a specialist may write of it.
 */
export function checklistOf(templates: readonly Template[]): Template | undefined {
  return newestVersions(templates).find(
    (template) => template.kind === 'granskning' && template.sections.some(isChecklist),
  )
}

const isItem = (field: Section['fields'][number]) => holdsAnswer(field) && field.about !== undefined

const isChecklist = (section: Section) => section.fields.some(isItem)

/** The sections of a checklist that are asked of a note of this kind. */
export function checklistSections(checklist: Template, kind: DocumentKind): readonly Section[] {
  return checklist.sections.filter(
    (section) => isChecklist(section) && (section.reviews === undefined || section.reviews.includes(kind)),
  )
}

/** A field of the checklist as it stands among the answers given so far. */
export interface Asked {
  readonly field: AnswerField
  readonly required: boolean
  readonly answered: boolean
}

/** Where a checklist is asked: of which note, in which case, on which day. */
export type Reviewed = Pick<NoteContext, 'case' | 'today'> & { readonly kind: DocumentKind }

/** The fields of a section that are asked now. Of a section for this very kind of note every item is required. */
export function askedIn(
  checklist: Template,
  section: Section,
  answers: Answers,
  { kind, ...context }: Reviewed,
): readonly Asked[] {
  const { visible, obligatory } = conditionsOf(checklist, answers, context)
  return section.fields.flatMap((field) => {
    if (!holdsAnswer(field) || !visible(field.id)) return []
    const forThisKind = section.reviews?.includes(kind) === true && isItem(field)
    return [
      {
        field,
        required: forThisKind || obligatory(field.id),
        answered: opsOf(field).isAnswered(answers[field.id]),
      },
    ]
  })
}

/** What a checklist asks without fail and has no answer to. */
export function lackingIn(checklist: Template, answers: Answers, reviewed: Reviewed): readonly AnswerField[] {
  return checklistSections(checklist, reviewed.kind)
    .flatMap((section) => askedIn(checklist, section, answers, reviewed))
    .flatMap(({ field, required, answered }) => (required && !answered ? [field] : []))
}

/** The answers that a review keeps: those of fields that are asked, with something said. */
function keptVerdicts(checklist: Template, answers: Answers, reviewed: Reviewed): Answers {
  const kept = checklistSections(checklist, reviewed.kind)
    .flatMap((section) => askedIn(checklist, section, answers, reviewed))
    .flatMap(({ field, answered }) => (answered ? [[field.id, answers[field.id] ?? null] as const] : []))
  return Object.fromEntries(kept)
}

/** The verdicts that are sent with the end of a review: what is answered of what is asked. None where nothing is. */
export function verdictsOf(
  templates: readonly Template[],
  answers: Answers,
  reviewed: Reviewed,
): Verdicts | undefined {
  const checklist = checklistOf(templates)
  if (checklist === undefined) return undefined
  const kept = keptVerdicts(checklist, answers, reviewed)
  if (Object.keys(kept).length === 0) return undefined
  return { template: { id: checklist.id, version: checklist.version }, answers: kept }
}

/** The fields of the note under review that an item is about. */
export function fieldsAbout(
  { about = [] }: AnswerField,
  { template }: Pick<NoteWithTemplate, 'template'>,
): AnswerField[] {
  return about.flatMap((concept) => templateIndex(template).byConcept.get(concept) ?? [])
}
