import type { Case } from '../case/case.ts'
import { dateAt } from '../case/dates.ts'
import type { NoteId, RowId } from '../case/ids.ts'
import { rowIdSchema } from '../case/ids.ts'
import type { Thread } from '../comments/thread.ts'
import type { FieldId } from '../fields/base.ts'
import { holdsAnswer, opsOf } from '../fields/index.ts'
import { shortText } from '../fields/said.ts'
import { aroundCase, asSigned, type NoteContext } from '../note/context.ts'
import type { Note, StoredNote } from '../note/note.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import type { Template } from '../template/template.ts'

/** A text that is searched, and where it stands: in a field, a row of one, or in neither (the name of the template). */
export interface SearchedText {
  readonly text: string
  readonly field?: FieldId | undefined
  readonly row?: RowId | undefined
}

/** What a note says, in the words that its reader sees, field by field and cell by cell. What is hidden is not searched. */
function partsOf(read: ReadNote): SearchedText[] {
  const title = { text: read.template.title.sv }
  const said = read.shown().flatMap(({ field }): SearchedText[] => {
    const answer = holdsAnswer(field) ? read.note.answers[field.id] : undefined
    if (!holdsAnswer(field) || answer === undefined) return []
    const rows = opsOf(field).rows(answer, read.scope)
    if (rows === undefined || rows.length === 0)
      return [{ text: shortText(read.say(field)), field: field.id }]
    return rows.flatMap(({ id, cells }) => {
      const row = rowIdSchema.safeParse(id).data
      return cells.map(({ text }) => ({ text, field: field.id, row }))
    })
  })
  return [title, ...said.filter(({ text }) => text !== '')]
}

/** A note that is searched. */
export interface NoteInSearch {
  readonly id: NoteId
  readonly template: Template
  readonly parts: readonly SearchedText[]
}

/**
 * What the notes of a case say, those that no longer count as well: they are part of the record. A signed one as it was signed, a
 * draft on the day it was last written. One whose template is not here is left out.
 */
export function searchedNotes(
  of: { readonly case: Case; readonly notes: readonly (Note | StoredNote)[] },
  templates: readonly Template[],
  only?: NoteId,
): NoteInSearch[] {
  const around = aroundCase(of.notes, templates)
  return [...around.others, ...(around.uncounted ?? [])].flatMap((subject): NoteInSearch[] => {
    const { note, template } = subject
    if (only !== undefined && note.id !== only) return []
    const context: NoteContext = { case: of.case, today: dateAt(note.updatedAt), language: 'sv', ...around }
    return [{ id: note.id, template, parts: partsOf(readNote(subject, asSigned(note, context))) }]
  })
}

/** A number that people write with a hyphen, as they write it and as one word, and without the century where it has one. */
function numberTexts(number: string): string[] {
  const short = number.length === 13 ? [number.slice(2)] : []
  return [number, ...short].flatMap((one) => [one, one.replace(/\D/g, '')])
}

/** What the details of a case say that it is looked up by. */
export function searchedCase({
  number,
  insured,
  employment,
  office,
  assignedTo,
  persons,
}: Case): SearchedText[] {
  const employer = employment.kind === 'anstalld' ? employment.employer : undefined
  return [
    number,
    insured.name,
    ...numberTexts(insured.personnummer),
    ...(employer ? [employer.name, ...numberTexts(employer.organisationNumber)] : []),
    ...(office === undefined ? [] : [office]),
    assignedTo,
    ...persons.map(({ name, title }) => [name, title].filter(Boolean).join(', ')),
  ].map((text) => ({ text }))
}

/** What is written in a thread of comments: what is said, suggested, and said of a suggestion. */
export function searchedComments({ place, entries }: Thread): SearchedText[] {
  const field = place.kind === 'note' ? undefined : place.field
  const row = place.kind === 'row' ? place.row : undefined
  return entries
    .flatMap((entry) => {
      if (entry.kind === 'comment') return [entry.text, entry.suggestion ?? '']
      return entry.kind === 'declined' ? [entry.text] : []
    })
    .filter((text) => text !== '')
    .map((text) => ({ text, field, row }))
}
