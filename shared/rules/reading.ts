import type { Case } from '../case/case.ts'
import type { RowId } from '../case/ids.ts'
import type { Answer, AnswerType } from '../note/answers.ts'
import { cachedAnswer } from '../note/check/read.ts'
import type { CheckContext, NoteWithTemplate } from '../note/check/rule.ts'
import type { Where } from '../note/marker.ts'
import type { Concept } from '../template/concepts.ts'
import { evaluator } from '../template/evaluate.ts'
import type { AnswerField } from '../template/field.ts'
import { isAnswered, templateIndex } from '../template/fields.ts'
import type { DocumentKind } from '../template/kinds.ts'

/** The field of a type. */
export type AnswerFieldOf<T extends AnswerType> = Extract<AnswerField, { type: T }>

/** A note as the rules read it: by concept and type of field, hidden fields left out. */
export interface Reading {
  subject: NoteWithTemplate
  case: Case
  /** The field with a concept, if the template has one and it is shown. */
  field: (concept: Concept) => AnswerField | undefined
  /** The answer to the field with a concept, where it is shown and of this type. */
  answer: <T extends AnswerType>(concept: Concept, type: T) => Answer<T> | undefined
  /** Whether the field with a concept is shown and says something. */
  answered: (concept: Concept) => boolean
  /** The fields of a type that are shown, with their answers. */
  ofType: <T extends AnswerType>(type: T) => { field: AnswerFieldOf<T>; answer: Answer<T> | undefined }[]
  /** All fields that are shown and hold answers. */
  fields: () => AnswerField[]
  /** Where the field with a concept stands; the note itself where it has none. */
  whereOf: (concept: Concept) => Where
}

/** Reads a note in its case. */
export function reading(subject: NoteWithTemplate, context: CheckContext): Reading {
  const { note, template } = subject
  const { answers } = note
  const { entries, byConcept } = templateIndex(template)
  const { visible } = evaluator({ answers, template, case: context.case, today: context.today })
  const field = (concept: Concept) => {
    const found = byConcept.get(concept)
    return found && visible(found.id) ? found : undefined
  }
  const fields = () =>
    entries.flatMap((entry) => (entry.field.type !== 'info' && visible(entry.field.id) ? [entry.field] : []))
  return {
    subject,
    case: context.case,
    field,
    fields,
    answer: (concept, type) => {
      const found = field(concept)
      return found?.type === type ? cachedAnswer(answers, found.id, type) : undefined
    },
    answered: (concept) => {
      const found = field(concept)
      return found !== undefined && isAnswered(found.type, answers[found.id])
    },
    ofType: (type) =>
      fields()
        .filter((one) => isOfType(one, type))
        .map((one) => ({ field: one, answer: cachedAnswer(answers, one.id, type) })),
    whereOf: (concept) => {
      const found = field(concept)
      return found ? { note: note.id, field: found.id } : { note: note.id }
    },
  }
}

function isOfType<T extends AnswerType>(field: AnswerField, type: T): field is AnswerFieldOf<T> {
  return field.type === type
}

/** Where a row of a field stands. */
export function whereRow(reading: Reading, field: AnswerField, row: RowId, column?: string): Where {
  const where = { note: reading.subject.note.id, field: field.id, row }
  return column === undefined ? where : { ...where, column }
}

/** The notes of a kind, the one changed last first. */
export function notesOfKind(notes: readonly NoteWithTemplate[], kind: DocumentKind): NoteWithTemplate[] {
  return notes
    .filter(({ template }) => template.kind === kind)
    .toSorted((a, b) => b.note.updatedAt.localeCompare(a.note.updatedAt))
}
