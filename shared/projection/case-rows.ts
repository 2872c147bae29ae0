import type { Case } from '../case/case.ts'
import { dateAt, parseDate, type Timestamp } from '../case/dates.ts'
import { sortKey } from '../case/sort-key.ts'
import { caseInsatser, dayOfNote, inEventOrder } from '../note/case-insatser.ts'
import { aroundCase, asSigned, type NoteContext } from '../note/context.ts'
import { duesIn } from '../note/late.ts'
import { type Note, plainNote, type StoredNote } from '../note/note.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import type { Template } from '../template/template.ts'
import { eventsIn, figureEvents } from './case-events.ts'
import { factsOf } from './case-facts.ts'
import type { CaseRows, RowOf } from './derived-rows.ts'

/**
 * Which rows are made of the same notes. Raised whenever what is derived changes, so that every archive derives them anew when it
 * is next opened.
 */
export const DERIVED_VERSION = 2

/** A case as it is stored, with all its notes. */
export interface WholeCase {
  readonly case: Case
  readonly updatedAt: Timestamp
  readonly notes: readonly (Note | StoredNote)[]
}

/** The notes that count, read: a signed one as it was signed, a draft on the day it was last written. No clock. */
function readCounted(of: WholeCase, templates: readonly Template[]): ReadNote[] {
  const around = aroundCase(of.notes, templates)
  return around.others.map((subject) => {
    const { note } = subject
    const today = dateAt(note.updatedAt)
    const context: NoteContext = { case: of.case, today, language: 'sv', ...around }
    return readNote(subject, asSigned(note, context))
  })
}

const day = (typed: string | undefined) => parseDate(typed ?? '') ?? null

function insatserIn(notes: readonly ReadNote[], closedOn: string | null): RowOf<'case_insatser'>[] {
  return caseInsatser(notes).map(({ row, owner, latest, replacedBy }) => ({
    note_id: latest.read.note.id,
    row_id: row.id,
    owner,
    what: row.what ?? null,
    kind: row.kind ?? null,
    performer_role: row.performer?.actor ?? null,
    performer: row.performer?.name ?? null,
    starts: day(row.from),
    ends: day(row.to),
    follow_up: day(row.followUp),
    status: row.status ?? null,
    missing_reason: row.missingReason ?? null,
    effect: row.effect ?? null,
    aims_at: row.aimsAt ?? null,
    replaced_by: replacedBy ?? null,
    closed_on: closedOn,
  }))
}

/** What interviews say in choices and numbers; own words stay in their notes. */
function answersIn(notes: readonly ReadNote[]): RowOf<'survey_answers'>[] {
  return notes
    .filter(({ template }) => template.kind === 'intervju')
    .flatMap((read) => {
      const said = [
        ...read
          .ofType('choice')
          .map(({ field, answer }) => ({ field, values: answer ? [answer.value] : [] })),
        ...read.ofType('choices').map(({ field, answer }) => ({ field, values: answer?.values ?? [] })),
        ...read.ofType('number').map(({ field, answer }) => ({
          field,
          values: answer === undefined ? [] : [String(answer)],
        })),
      ]
      return said.flatMap(({ field, values }) =>
        values.map((value) => ({
          note_id: read.note.id,
          question: field.id,
          value,
          on_day: dayOfNote(read),
        })),
      )
    })
}

/** Who has written a note of the case, each once. */
function writersOf(notes: readonly Note[]): RowOf<'case_writers'>[] {
  const keys = new Set(notes.map(({ author }) => sortKey(author.name)))
  return [...keys].toSorted().map((writer_key) => ({ writer_key }))
}

/**
 * All that is derived of a case, from its details and its notes with the templates they pin: the same whatever day it is. A note
 * that does not count (annulled, corrected by a rättelse, a rättelse that is not signed) gives nothing, nor does one whose template
 * is not here.
 */
export function caseRows(of: WholeCase, templates: readonly Template[]): CaseRows {
  const counted = readCounted(of, templates)
  const notes = inEventOrder(counted)
  const events = eventsIn(notes)
  const closedOn = of.case.closed?.on ?? null
  const insatser = insatserIn(notes, closedOn)
  const dues = duesIn(counted).map(({ kind, due, where }) => ({
    kind,
    due,
    note_id: where.note ?? '',
    field: where.field ?? '',
    row_id: where.row ?? null,
    closed_on: closedOn,
  }))
  const every = of.notes.map((note) => ('caseId' in note ? plainNote(note) : note))
  const facts = factsOf({ of: of.case, updatedAt: of.updatedAt, notes, every, events, insatser, dues })
  return {
    case_facts: [facts],
    case_events: events,
    case_figure_events: figureEvents(events, facts),
    case_insatser: insatser,
    case_dues: dues,
    survey_answers: answersIn(notes),
    case_writers: writersOf(every),
  }
}
