import { addDays, type IsoDate, parseDate } from '../case/dates.ts'
import { type CaseInsats, dayOfNote, isAskedFor } from '../note/case-insatser.ts'
import type { Where } from '../note/marker.ts'
import { type ReadNote, whereRow } from '../note/read-note.ts'
import type { Limit } from './limits.ts'

/** An insats as a bar; without an end it goes on as far as is known. */
export interface Bar {
  readonly insats: CaseInsats
  readonly from: IsoDate
  readonly to: IsoDate
  /** Nobody has said when it ends. */
  readonly isOpen: boolean
}

/** Something that has a day: a document, or a meeting, held or planned. */
export interface TimeEvent {
  readonly kind: 'document' | 'meeting'
  readonly date: IsoDate
  readonly read: ReadNote
  readonly where: Where
  /** What it is called; none where the document's own title says it. */
  readonly what: string | undefined
}

/** What the time line shows, and the days that it has to reach. */
export interface TimeLine {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly today: IsoDate
  readonly limits: readonly Limit[]
  readonly bars: readonly Bar[]
  readonly events: readonly TimeEvent[]
  /** Insatser without a day to begin: they are told of, but have no place on the line. */
  readonly undated: readonly CaseInsats[]
}

/** So many days are shown beyond the last thing that is known. */
const MARGIN_DAYS = 14

const dayIn = (typed: string | undefined) => parseDate(typed?.trim() ?? '')

/** A planned meeting among the FK-aktiviteter, once even where several notes have its row. */
function meetingsIn(read: ReadNote): TimeEvent[] {
  return read.ofType('aktiviteter').flatMap(({ field, answer = [] }) =>
    answer.flatMap(({ id, kind, date, status, what }): TimeEvent[] => {
      const day = dayIn(date)
      if (kind !== 'mote' || status === 'installd' || day === undefined) return []
      return [
        { kind: 'meeting', date: day, read, where: whereRow(read, field, id, 'date'), what: what?.trim() },
      ]
    }),
  )
}

/** Documents and meetings in the order of their days. `notes` are the oldest first. */
function eventsOf(notes: readonly ReadNote[]): TimeEvent[] {
  const documents = notes.map(
    (read): TimeEvent => ({
      kind: read.template.kind === 'mote' ? 'meeting' : 'document',
      date: dayOfNote(read),
      read,
      where: { note: read.note.id },
      what: undefined,
    }),
  )
  const rows = new Map(notes.flatMap(meetingsIn).map((event) => [event.where.row, event]))
  return [...documents, ...rows.values()].toSorted((a, b) => a.date.localeCompare(b.date))
}

/** The time line of a case. `notes` are the oldest first, and `limits` those of the case. */
export function timeLineOf(
  insatser: readonly CaseInsats[],
  notes: readonly ReadNote[],
  limits: readonly Limit[],
  today: IsoDate,
): TimeLine {
  const shown = insatser.filter(
    (one) => isAskedFor(one) || one.row.status === 'genomford' || one.row.status === 'avbruten',
  )
  const events = eventsOf(notes)
  const first = limits[0]?.date ?? today
  const ahead = limits.find(({ isNext }) => isNext)?.date
  const dated = shown.flatMap((insats) => {
    const begins = dayIn(insats.row.from)
    const ends = dayIn(insats.row.to)
    if (begins === undefined) return []
    return [{ insats, begins, ends: ends !== undefined && ends >= begins ? ends : undefined }]
  })
  const days = [
    first,
    today,
    ...(ahead === undefined ? [] : [ahead]),
    ...dated.flatMap(({ begins, ends }) => [begins, ends ?? begins]),
    ...events.map(({ date }) => date),
  ].toSorted()
  const from = addDays(days[0] ?? first, -MARGIN_DAYS)
  const to = addDays(days.at(-1) ?? today, MARGIN_DAYS)
  const bars = dated
    .map(
      ({ insats, begins, ends }): Bar => ({
        insats,
        from: begins,
        to: ends ?? to,
        isOpen: ends === undefined,
      }),
    )
    .toSorted((a, b) => a.insats.owner.localeCompare(b.insats.owner) || a.from.localeCompare(b.from))
  const placed = new Set(dated.map(({ insats }) => insats))
  return { from, to, today, limits, bars, events, undated: shown.filter((one) => !placed.has(one)) }
}
