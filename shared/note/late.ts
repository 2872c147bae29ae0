import { z } from 'zod'
import type { Case } from '../case/case.ts'
import { dayOfCase } from '../case/chain.ts'
import { addDays, dateAt, daysBetween, type IsoDate, isoDateSchema, parseDate } from '../case/dates.ts'
import { begunAt, caseInsatser, dayOfNote, isAskedFor } from './case-insatser.ts'
import { changedAt, type NoteContext } from './context.ts'
import { type Where, whereSchema } from './marker.ts'
import { type ReadNote, whereRow } from './read-note.ts'

/** What can be late: a follow-up, that of an insats, a planned FK-aktivitet, a plan that was asked for. */
export const lateKinds = ['followUp', 'insats', 'aktivitet', 'requestedPlan'] as const
export const lateSchema = z.object({
  kind: z.enum(lateKinds),
  /** The day when it was to be done. */
  due: isoDateSchema,
  where: whereSchema,
})
export type Late = z.infer<typeof lateSchema>

/** So many days after it was asked for, a plan that has not come is late. Own choice: no source gives a time. */
const PLAN_REPLY_DAYS = 14

/** A case longer than this is one of those that the agency has found passive (000:282-285, 517-521). */
const LONG_CASE_DAYS = 730
/** So many days without an event, and a long case is silent. Own choice; the agency may choose otherwise. */
export const SILENT_AFTER_DAYS = 90

/** A case's notes, read, and the day. */
interface NotesOfCase {
  readonly notes: readonly ReadNote[]
  readonly context: Pick<NoteContext, 'today'>
}

/**
 * What is to be done in a case and is not settled, the oldest first; the same on every day, until another note is made. A day is
 * settled by a note that is made in the case on that day or later (R19; 000:185-187): a signed note cannot be ticked off, so it is
 * the next note that says what came of it. A plan that was asked for is due until a note says that it has come, or why it has not.
 */
export function duesIn(notes: readonly ReadNote[]): Late[] {
  const lastNoted = notes
    .map(({ note }) => dateAt(note.createdAt))
    .toSorted()
    .at(-1)
  const days = [...notes.flatMap(dueDays), ...insatserDue(notes)].filter(
    ({ due }) => lastNoted === undefined || lastNoted < due,
  )
  return [...days, ...planAskedFor(notes)].toSorted((a, b) => a.due.localeCompare(b.due))
}

/** What is late in a case, the oldest first: what was to be done before today. */
export function lateIn({ notes, context: { today } }: NotesOfCase): Late[] {
  return duesIn(notes).filter(({ due }) => due < today)
}

/** The days on which something in a note is to be done. */
function dueDays(read: ReadNote): Late[] {
  const found: Late[] = []
  const add = (kind: Late['kind'], typed: string | undefined, where: Where) => {
    const due = parseDate(typed ?? '')
    if (due !== undefined) found.push({ kind, due, where })
  }
  add('followUp', read.answer('nasta-uppfoljning', 'date'), read.whereOf('nasta-uppfoljning'))
  for (const { field, answer = [] } of read.ofType('aktiviteter')) {
    for (const { id, status, date, followUp } of answer) {
      if (status === 'installd') continue
      if (status !== 'genomford') add('aktivitet', date, whereRow(read, field, id, 'date'))
      add('followUp', followUp, whereRow(read, field, id, 'followUp'))
    }
  }
  return found
}

/** The days on which insatser are to be followed up, as the last note that has each of them says. */
function insatserDue(notes: readonly ReadNote[]): Late[] {
  return caseInsatser(notes)
    .filter(isAskedFor)
    .flatMap(({ row, latest: { read, field } }): Late[] => {
      const due = parseDate(row.followUp ?? '')
      return due === undefined
        ? []
        : [{ kind: 'insats', due, where: whereRow(read, field, row.id, 'followUp') }]
    })
}

/** The employer's plan, where the last that is said of it is that it has been asked for. */
function planAskedFor(notes: readonly ReadNote[]): Late[] {
  const read = notes
    .filter(({ template }) => template.kind === 'arbetsgivarens-plan')
    .toSorted((a, b) => changedAt(a.note, a.context).localeCompare(changedAt(b.note, b.context)))
    .at(-1)
  if (read?.answer('plan-status', 'choice')?.value !== 'begard') return []
  const asked = parseDate(read.answer('handelse-datum', 'date') ?? '') ?? dateAt(begunAt(read))
  return [{ kind: 'requestedPlan', due: addDays(asked, PLAN_REPLY_DAYS), where: read.whereOf('plan-status') }]
}

/** The day of the last that is noted in a case: when a note was begun, or of what it tells; undefined without notes. */
function lastEvent({ notes, context: { today } }: NotesOfCase): IsoDate | undefined {
  return notes
    .flatMap((read) => [dateAt(read.note.createdAt), dayOfNote(read)])
    .filter((day) => day <= today)
    .toSorted()
    .at(-1)
}

/**
 * For how many days nothing has been noted in a case that has lasted more than two years, where they are more than
 * `after`; else undefined. Without a single note it has been silent from its first day.
 */
export function silentDays(
  read: NotesOfCase & { readonly context: { readonly case: Pick<Case, 'firstSickDay'> } },
  after: number,
): number | undefined {
  const { firstSickDay } = read.context.case
  const { today } = read.context
  if (dayOfCase(firstSickDay, today) <= LONG_CASE_DAYS) return undefined
  const days = daysBetween(lastEvent(read) ?? firstSickDay, today)
  return days > after ? days : undefined
}
