import type { NoteId } from '../../case/ids.ts'
import type { Evaluator } from '../../template/evaluate.ts'
import { type AnswerField, fieldIdSchema } from '../../template/field.ts'
import { isAnswered } from '../../template/fields.ts'
import { message } from '../../text/index.ts'
import type { Answer, Answers } from '../answers.ts'
import type { Marker } from '../marker.ts'
import type { Note } from '../note.ts'
import { marker } from './marker.ts'
import { cellPlace, fieldPlace, type Place, type Row } from './place.ts'
import { cachedAnswer } from './read.ts'
import { checkAktivitet, checkConsent, checkInsats } from './rows.ts'
import type { CheckContext } from './rule.ts'
import { checkSimple, missing, wrongForm } from './simple.ts'

/** What a field is checked in: its note, the case around it, and the template's conditions there. */
export interface Surroundings {
  note: Note
  context: CheckContext
  conditions: Evaluator
}

/** An answer kept though the template has no field for it. */
export function unknownAnswer(note: NoteId, id: string): Marker {
  const field = fieldIdSchema.safeParse(id)
  const params = { field: id.slice(0, 80) }
  if (!field.success) return marker('falt/okant', 'warning', ['rules.falt.okant', params], { note })
  const where = { note, field: field.data }
  const title = message('rules.falt.ta-bort-svaret')
  return marker('falt/okant', 'warning', ['rules.falt.okant', params], where, {
    fixes: [{ kind: 'edit', title, changes: [{ field: field.data }] }],
  })
}

type Group = Extract<AnswerField, { type: 'group' }>

function checkGroup(
  field: Group,
  rows: Answer<'group'>,
  { note, context, conditions }: Surroundings,
): Marker[] {
  return rows.flatMap(({ id, answers }, index) => {
    const row: Row = { note: note.id, field, index, id, stored: note.answers[field.id] }
    const inRow = conditions.row(field.fields, answers)
    return field.fields.flatMap((column) => {
      if (!inRow.visible(column)) return []
      const place = cellPlace(row, column.id, column.label, ['answers', column.id])
      if (isAnswered(column.type, answers[column.id])) return checkSimple(column, answers, place, context)
      return inRow.obligatory(column) ? [missing(place)] : []
    })
  })
}

/** A reference leads to a note of the case, of a kind that the field takes. */
function checkReference(
  field: Extract<AnswerField, { type: 'note-reference' }>,
  { note: target }: Answer<'note-reference'>,
  place: Place,
  { others }: CheckContext,
): Marker[] {
  const found = others.find(({ note }) => note.id === target)
  if (found && field.kinds.includes(found.template.kind)) return []
  const key = found ? 'rules.falt.hanvisning-slag' : 'rules.falt.hanvisning-saknas'
  return [marker('falt/hanvisning', 'warning', [key, { label: place.name() }], place.where)]
}

function checkAnswer(
  field: AnswerField,
  answers: Answers,
  place: Place,
  surroundings: Surroundings,
): Marker[] {
  const row = (index: number, id?: Row['id']): Row => ({
    note: surroundings.note.id,
    field,
    index,
    id,
    stored: answers[field.id],
  })
  switch (field.type) {
    case 'consents':
      return (
        cachedAnswer(answers, field.id, 'consents')?.flatMap((consent, index, all) =>
          checkConsent(consent, row(index), all.slice(0, index)),
        ) ?? [wrongForm(place)]
      )
    case 'insatser':
      return (
        cachedAnswer(answers, field.id, 'insatser')?.flatMap((insats, index) =>
          checkInsats(insats, row(index, insats.id), field.kinds),
        ) ?? [wrongForm(place)]
      )
    case 'aktiviteter':
      return (
        cachedAnswer(answers, field.id, 'aktiviteter')?.flatMap((aktivitet, index) =>
          checkAktivitet(aktivitet, row(index, aktivitet.id), field.kinds),
        ) ?? [wrongForm(place)]
      )
    case 'group': {
      const rows = cachedAnswer(answers, field.id, 'group')
      return rows === undefined ? [wrongForm(place)] : checkGroup(field, rows, surroundings)
    }
    case 'note-reference': {
      const reference = cachedAnswer(answers, field.id, 'note-reference')
      return reference === undefined
        ? [wrongForm(place)]
        : checkReference(field, reference, place, surroundings.context)
    }
    case 'text':
    case 'rich-text':
    case 'date':
    case 'number':
    case 'yes-no':
    case 'choice':
    case 'choices':
    case 'actor':
    case 'person':
      return checkSimple(field, answers, place, surroundings.context)
  }
}

/** Checks one field that is shown: whether it must be answered, and what its answer has wrong. */
export function checkField(field: AnswerField, surroundings: Surroundings): Marker[] {
  const { note, conditions } = surroundings
  const place = fieldPlace(note.id, field)
  if (isAnswered(field.type, note.answers[field.id]))
    return checkAnswer(field, note.answers, place, surroundings)
  return conditions.obligatory(field) ? [missing(place)] : []
}
