import { dateAt } from '../case/dates.ts'
import type { NoteId, RowId } from '../case/ids.ts'
import type { Concept } from '../fields/concepts.ts'
import type { Condition } from '../fields/condition.ts'
import type { FieldScope, ReferredNote } from '../fields/define.ts'
import {
  type Answer,
  type AnswerField,
  type AnswerType,
  type FieldOf,
  opsOf,
  readAs,
} from '../fields/index.ts'
import type { Said } from '../fields/said.ts'
import { type FieldEntry, templateIndex } from '../template/template.ts'
import { printableLine } from '../text/printable.ts'
import { conditionsOf, type Known } from './conditions.ts'
import { asSigned, type NoteContext, type NoteWithTemplate, noteAround } from './context.ts'
import type { Where, WhereInField } from './marker.ts'

/**
 * One state of a note as it is read: what is shown, what must be answered, what the answers say. By concept and by
 * type of field, hidden fields are left out.
 */
export interface ReadNote extends NoteWithTemplate {
  readonly context: NoteContext
  visible: (field: string) => boolean
  obligatory: (field: string) => boolean
  /** Whether a condition of its template holds. */
  holds: (condition: Condition) => boolean
  /** The fields that are shown, headings and help texts among them, in document order; the same list until that changes. */
  shown: () => readonly FieldEntry[]
  /** The field with a concept, if the template has one and it is shown. */
  field: (concept: Concept) => AnswerField | undefined
  /** The answer to the field with a concept, where it is shown and of this type. */
  answer: <T extends AnswerType>(concept: Concept, type: T) => Answer<T> | undefined
  /** Whether the field with a concept is shown and says something. */
  answered: (concept: Concept) => boolean
  /** The fields of a type that are shown, with their answers. */
  ofType: <T extends AnswerType>(type: T) => { field: FieldOf<T>; answer: Answer<T> | undefined }[]
  /** Where the field with a concept stands; the note itself where it has none. */
  whereOf: (concept: Concept) => Where
  /** Another note of the case, read in the same case on the same day. */
  other: (note: NoteWithTemplate) => ReadNote
  /** What its fields may ask of it. */
  readonly scope: FieldScope
  /** What the answer to a field says; undefined where it says nothing. The same object until that can be another. */
  say: (field: AnswerField) => Said | undefined
}

/** What has been worked out of a note, by the number of the field. */
export interface KnownOfNote extends Known {
  said: ({ said: Said | undefined } | undefined)[]
}

export const nothingKnown = (): KnownOfNote => ({ visible: [], obligatory: [], said: [] })

const othersRead = new WeakMap<NoteWithTemplate, ReadNote>()

/** Another note of a case. Read once while case and day are the same, however many notes ask. */
function readOther(other: NoteWithTemplate, context: NoteContext): ReadNote {
  const before = othersRead.get(other)
  if (before && before.context.case === context.case && before.context.today === context.today) return before
  const read = readNote(other, context)
  othersRead.set(other, read)
  return read
}

/** Reads a note in its context. `known` is what is known of it already. */
export function readNote(
  { note, template }: NoteWithTemplate,
  context: NoteContext,
  known: KnownOfNote = nothingKnown(),
): ReadNote {
  const { answers } = note
  const { entries, byConcept, byId } = templateIndex(template)
  const conditions = conditionsOf(template, answers, context, known)
  const { visible, obligatory, holds, row } = conditions

  const field = (concept: Concept) => {
    const found = byConcept.get(concept)
    return found && visible(found.id) ? found : undefined
  }
  let shownEntries: readonly FieldEntry[] | undefined
  const shown = () => {
    shownEntries ??= entries.filter((entry) => visible(entry.field.id))
    return shownEntries
  }
  const referred = (id: NoteId): ReferredNote | undefined => {
    const found = noteAround(context, id)
    return found && referredNote(found, note, context)
  }
  const { case: ofCase, today, language } = context
  const scope: FieldScope = { case: ofCase, today, language, row, referred }
  return {
    note,
    template,
    context,
    visible,
    obligatory,
    holds,
    shown,
    field,
    answer: (concept, type) => {
      const found = field(concept)
      return found?.type === type ? readAs(type, answers[found.id]) : undefined
    },
    answered: (concept) => {
      const found = field(concept)
      return found !== undefined && opsOf(found).isAnswered(answers[found.id])
    },
    ofType: (type) =>
      entries.flatMap(({ field: one }) =>
        isOfType(one, type) && visible(one.id) ? [{ field: one, answer: readAs(type, answers[one.id]) }] : [],
      ),
    whereOf: (concept) => {
      const found = field(concept)
      return found ? { note: note.id, field: found.id } : { note: note.id }
    },
    other: (other) => readOther(other, context),
    scope,
    say: (one) => {
      const index = byId.get(one.id)?.index
      const before = index === undefined ? undefined : known.said[index]
      if (before) return before.said
      const said = opsOf(one).say(answers[one.id], scope)
      if (index !== undefined) known.said[index] = { said }
      return said
    },
  }
}

function isOfType<T extends AnswerType>(field: FieldEntry['field'], type: T): field is FieldOf<T> {
  return field.type === type
}

/** Where a row of a field stands. */
export function whereRow(
  { note }: NoteWithTemplate,
  field: AnswerField,
  row: RowId,
  column?: string,
): WhereInField {
  const where = { note: note.id, field: field.id, row }
  return column === undefined ? where : { ...where, column }
}

/** The date of the event is the first of these that is answered; whoever reads it reads these. */
export const dateConcepts = [
  'plan-datum',
  'behov-datum',
  'handelse-datum',
] as const satisfies readonly Concept[]

/** The date of what a note tells of, as typed, with its field; undefined where it tells of none. */
export function eventDateField(read: ReadNote): { field: AnswerField; date: string } | undefined {
  for (const concept of dateConcepts) {
    const field = read.field(concept)
    const date = printableLine(read.answer(concept, 'date') ?? '')
    if (field && date !== '') return { field, date }
  }
  return undefined
}

/** The date of what a note tells of, as typed, or undefined where it tells of none. */
export const eventDate = (read: ReadNote): string | undefined => eventDateField(read)?.date

/** A referred note as it stood: whether it was journalförd when the referring note was; now, for a draft. */
function referredNote(
  referred: NoteWithTemplate,
  referring: NoteWithTemplate['note'],
  context: NoteContext,
): ReferredNote {
  const { note } = referred
  const read = readNote(referred, asSigned(note, { ...context, others: [] }))
  return {
    kind: note.kind,
    date: eventDate(read) ?? dateAt(note.createdAt),
    signed:
      note.status === 'journalford' &&
      (referring.status !== 'journalford' || note.signature.at <= referring.signature.at),
  }
}
