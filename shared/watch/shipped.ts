// The lists that ship. One entry is one list: its name is `watch.list.ID`, what it is for `watch.list.ID.what`.
import { SILENT_AFTER_DAYS } from '../note/late.ts'
import type { ColumnId } from './columns.ts'
import type { Filter, WatchQuery } from './list.ts'

const open: Filter = { column: 'closedOn', op: 'empty' }
const asc = (column: ColumnId) => ({ column, descending: false })
const desc = (column: ColumnId) => ({ column, descending: true })

/** A draft that nobody has written in for so many days is old. Own choice. */
const OLD_DRAFT_DAYS = 14
/** So far ahead a threshold is told of. Own choice. */
const THRESHOLD_AHEAD_DAYS = 30

const dues = (filter: Filter, columns: ColumnId[]): WatchQuery => ({
  of: 'due',
  filters: [filter, open],
  columns: ['due', ...columns, 'dueKind', 'number', 'name', 'day', 'assignedTo'],
  sort: [asc('due')],
})
const long = (number: number, filters: Filter[], columns: ColumnId[]): WatchQuery => ({
  of: 'case',
  filters: [{ column: 'day', op: 'atLeast', number }, ...filters, open],
  columns: ['number', 'name', 'day', ...columns, 'assignedTo'],
  sort: [desc('day')],
})
const noPlan: Filter = { column: 'planCameOn', op: 'empty' }
const noFollowUp: Filter = { column: 'nextDue', op: 'empty' }
const silent: Filter = { column: 'silent', op: 'atLeast', number: SILENT_AFTER_DAYS + 1 }

/** Every list that ships, in the order of the side bar, under its heading `watch.heading.ID`. */
export const shippedGroups = {
  followUp: {
    late: dues({ column: 'due', op: 'past' }, ['late']),
    within14: dues({ column: 'due', op: 'within', days: 14 }, []),
    within30: dues({ column: 'due', op: 'within', days: 30 }, []),
  },
  chain: {
    thresholds: {
      of: 'case',
      filters: [{ column: 'threshold', op: 'within', days: THRESHOLD_AHEAD_DAYS }, open],
      columns: ['threshold', 'number', 'name', 'day', 'planState', 'needState', 'nextDue', 'assignedTo'],
      sort: [asc('threshold')],
    },
    // Cases that the agency has found passive (000:282-285, 517-521); a year is our own choice beside their two.
    long365NoPlan: long(365, [noPlan], ['planState', 'lastEvent']),
    long365NoFollowUp: long(365, [noFollowUp], ['planState', 'lastEvent']),
    long365Silent: long(365, [silent], ['silent', 'lastEvent', 'nextDue']),
    long730NoPlan: long(730, [noPlan], ['planState', 'lastEvent']),
    long730NoFollowUp: long(730, [noFollowUp], ['planState', 'lastEvent']),
    long730Silent: long(730, [silent], ['silent', 'lastEvent', 'nextDue']),
  },
  planAndNeed: {
    planAsked: {
      of: 'case',
      filters: [{ column: 'planState', op: 'anyOf', values: ['begard'] }, open],
      columns: ['planAskedOn', 'planWaited', 'number', 'name', 'employer', 'day', 'assignedTo'],
      sort: [asc('planAskedOn')],
    },
    needUnclear: {
      of: 'case',
      filters: [{ column: 'needState', op: 'anyOf', values: ['under-utredning'], orEmpty: true }, open],
      columns: ['number', 'name', 'day', 'needState', 'planState', 'lastEvent', 'assignedTo'],
      sort: [desc('day')],
    },
  },
  written: {
    oldDrafts: {
      of: 'case',
      filters: [{ column: 'draftAge', op: 'atLeast', number: OLD_DRAFT_DAYS }, open],
      columns: ['oldestDraft', 'draftAge', 'drafts', 'number', 'name', 'day', 'assignedTo'],
      sort: [asc('oldestDraft')],
    },
    // Done, and nobody has said what it meant; or it meant nothing or worse (001:6052-6058).
    noEffect: {
      of: 'insats',
      filters: [
        { column: 'status', op: 'anyOf', values: ['genomford', 'avbruten'] },
        { column: 'effect', op: 'anyOf', values: ['oforandrad', 'minskad'], orEmpty: true },
        open,
      ],
      columns: ['insats', 'insatsOwner', 'status', 'ends', 'effect', 'number', 'name', 'assignedTo'],
      sort: [asc('ends')],
    },
  },
  marked: {
    later: {
      of: 'later',
      filters: [],
      columns: ['until', 'number', 'name', 'day', 'nextDue', 'assignedTo'],
      sort: [asc('until')],
    },
  },
} satisfies Record<string, Record<string, WatchQuery>>

type Groups = typeof shippedGroups
export type HeadingId = keyof Groups
export type ShippedId = { [H in HeadingId]: keyof Groups[H] }[HeadingId]

/** A shipped list under its heading. */
export interface ShippedList {
  readonly id: ShippedId
  readonly heading: HeadingId
  readonly query: WatchQuery
}

const isShipped = (id: string): id is ShippedId =>
  Object.values(shippedGroups).some((group) => Object.hasOwn(group, id))
const isHeading = (id: string): id is HeadingId => Object.hasOwn(shippedGroups, id)

export const shippedLists: readonly ShippedList[] = Object.entries<Record<string, WatchQuery>>(
  shippedGroups,
).flatMap(([heading, lists]) =>
  Object.entries(lists).flatMap(([id, query]) =>
    isHeading(heading) && isShipped(id) ? [{ id, heading, query }] : [],
  ),
)

/** The shipped list of an id, where there is one. */
export const shippedList = (id: string): ShippedList | undefined =>
  shippedLists.find((list) => list.id === id)
