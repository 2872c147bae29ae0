// How the closed table of columns stands in SQL. Every value is bound; names come from that table alone.
import { type RawBuilder, sql } from 'kysely'
import { addDays, type IsoDate } from '../../../shared/case/dates.ts'
import { sortKey } from '../../../shared/case/sort-key.ts'
import {
  type At,
  columnOf,
  thresholds,
  type WatchColumn,
  type WatchSubject,
} from '../../../shared/watch/columns.ts'
import type { Filter } from '../../../shared/watch/list.ts'

/** A piece of SQL with its values. */
export type SqlPart = RawBuilder<unknown>

/** What tells one row of a subject from the next. */
export const rowKeysOf: Readonly<Record<WatchSubject, readonly At[]>> = {
  case: ['facts.n'],
  due: ['dues.case_n', 'dues.seq'],
  insats: ['insatser.case_n', 'insatser.seq'],
  later: ['facts.n'],
}

/** The rows of the subjects that a case has many of. */
const many = {
  due: { rows: sql`case_dues AS dues`, n: 'dues.case_n', table: 'dues' },
  insats: { rows: sql`case_insatser AS insatser`, n: 'insatser.case_n', table: 'insatser' },
} as const

/** The rows that a list of all cases is read by, where they are not the cases themselves. */
export const manyRowsOf = (of: WatchSubject): ManyRows | undefined =>
  of === 'due' || of === 'insats' ? many[of] : undefined
export type ManyRows = (typeof many)[keyof typeof many]

/**
 * Where the rows of a subject are read. SQLite keeps the order of a CROSS JOIN: the cases of one person are few and come first,
 * and rows that are wanted in the order of their own day are read in it, and no further than the page. Left to itself it read
 * and sorted them all.
 */
export function sourceOf(
  of: WatchSubject,
  { mine, sortedBy }: { mine: boolean; sortedBy: At | undefined },
): SqlPart {
  const facts = mine ? sql`case_facts AS facts INDEXED BY watched_of_assigned` : sql`case_facts AS facts`
  if (of === 'case') return facts
  if (of === 'later')
    return sql`case_marks AS marks JOIN case_facts AS facts ON facts.case_id = marks.case_id`
  const { rows, n, table } = many[of]
  const on = sql`facts.n = ${sql.ref(n)}`
  if (mine) return sql`${facts} CROSS JOIN ${rows} ON ${on}`
  return sortedBy?.startsWith(`${table}.`) === true
    ? sql`${rows} CROSS JOIN ${facts} ON ${on}`
    : sql`${rows} JOIN ${facts} ON ${on}`
}

const at = (place: At): SqlPart => sql.ref(place)

/** The first day of the cases whose day today is `day`. */
const firstDayOf = (day: number, today: IsoDate): IsoDate => addDays(today, 1 - day)

/** The days that a column's value counts from. */
function dayOf(column: Extract<WatchColumn, { type: 'age' }>): SqlPart {
  return column.or === undefined ? at(column.at) : sql`coalesce(${at(column.at)}, ${at(column.or)})`
}

/** The day of the next threshold: of an employed person's case that has one left (27 kap. 46-48 §§ SFB). */
function thresholdDay({ at: place }: WatchColumn, today: IsoDate): SqlPart {
  const ways = thresholds.map(
    (day) =>
      sql`WHEN ${at(place)} >= ${firstDayOf(day, today)} THEN date(${at(place)}, ${`+${day - 1} days`})`,
  )
  return sql`CASE WHEN facts.employment <> 'anstalld' THEN NULL ${sql.join(ways, sql` `)} END`
}

/** How a list is read. */
export interface WatchReading {
  readonly today: IsoDate
  /** Of the cases that reach this threshold next, where it is read a threshold at a time. */
  readonly threshold?: number | undefined
  /** By these rows, which know themselves when their case was closed. */
  readonly rows?: ManyRows | undefined
}

const CLOSED_ON: At = 'facts.closed_on'

/** Where a column stands: among the rows that the list is read by, where they know it. */
const placeOf = ({ at: place }: WatchColumn, { rows }: WatchReading): At =>
  rows !== undefined && place === CLOSED_ON ? `${rows.table}.closed_on` : place

/** Whether the rows that a list is read by know all that the condition asks for, so that no case is looked up. */
export const isKnownTo = ({ table }: ManyRows, { column }: Filter): boolean =>
  columnOf(column).at === CLOSED_ON || columnOf(column).at.startsWith(`${table}.`)

/** What a column says, as the store has it: of an age, the day that it is counted from. */
export function columnSql(column: WatchColumn, reading: WatchReading): SqlPart {
  const { today, threshold } = reading
  if (column.type === 'age') return dayOf(column)
  if (column.type !== 'threshold') return at(placeOf(column, reading))
  return threshold === undefined
    ? thresholdDay(column, today)
    : sql`date(${at(column.at)}, ${`+${threshold - 1} days`})`
}

/** What a column is sorted by, and whether more of it comes first there: the older a day, the greater its age. */
export function sortOf(column: WatchColumn, reading: WatchReading): { by: SqlPart; turned: boolean } {
  if (column.type === 'text') return { by: at(column.key ?? column.at), turned: false }
  // Of one threshold, its days are in the order of the first days, which an index has.
  if (column.type === 'threshold' && reading.threshold !== undefined)
    return { by: at(column.at), turned: false }
  return { by: columnSql(column, reading), turned: column.type === 'age' }
}

/** A text as a text column compares it. Digits in a sort key are padded: what contains them is asked of the text as it stands. */
function compared(column: WatchColumn, text: string, part: boolean): { place: SqlPart; value: string } {
  return column.type === 'text' && column.key !== undefined && !(part && /\d/.test(text))
    ? { place: at(column.key), value: sortKey(text) }
    : { place: at(column.at), value: text.normalize('NFC') }
}

/** The cases whose next threshold is reached within so many days: by their first days, so that an index finds them. */
function thresholdWithin({ at: place }: WatchColumn, days: number, today: IsoDate): SqlPart {
  // Whoever is so near a later threshold with an earlier one left is nearer that.
  const ranges = thresholds.map((day) => {
    const first = firstDayOf(day, today)
    return sql`${at(place)} BETWEEN ${first} AND ${addDays(first, days)}`
  })
  return sql`+facts.employment = 'anstalld' AND (${sql.join(ranges, sql` OR `)})`
}

/** The cases that reach this threshold next, as far as the condition goes. */
function thresholdReached({ at: place }: WatchColumn, filter: Filter, threshold: number, today: IsoDate) {
  const first = firstDayOf(threshold, today)
  const before = thresholds.findLast((day) => day < threshold)
  const last = [
    ...(before === undefined ? [] : [addDays(firstDayOf(before, today), -1)]),
    ...(filter.op === 'within' ? [addDays(first, filter.days)] : []),
  ].toSorted()[0]
  const until = last === undefined ? sql`` : sql` AND ${at(place)} <= ${last}`
  // The plus keeps SQLite from an index that begins with the employment and has closed cases as well.
  return sql`+facts.employment = 'anstalld' AND ${at(place)} >= ${first}${until}`
}

/** A condition as SQL. */
export function conditionOf(filter: Filter, reading: WatchReading): SqlPart {
  const { today, threshold } = reading
  const column = columnOf(filter.column)
  if (column.type === 'threshold' && threshold !== undefined)
    return thresholdReached(column, filter, threshold, today)
  const value = columnSql(column, reading)
  switch (filter.op) {
    case 'empty':
      return sql`${value} IS NULL`
    case 'filled':
      return sql`${value} IS NOT NULL`
    case 'past':
      return sql`${value} < ${today}`
    case 'from':
      return sql`${value} >= ${filter.date}`
    case 'until':
      return sql`${value} <= ${filter.date}`
    case 'within':
      return column.type === 'threshold'
        ? thresholdWithin(column, filter.days, today)
        : sql`${value} BETWEEN ${today} AND ${addDays(today, filter.days)}`
    case 'is': {
      const { place, value: text } = compared(column, filter.text, false)
      return sql`${place} = ${text}`
    }
    case 'contains': {
      const { place, value: text } = compared(column, filter.text, true)
      return sql`instr(${place}, ${text}) > 0`
    }
    case 'anyOf': {
      const said =
        filter.values.length === 0
          ? sql`0`
          : sql`${value} IN (${sql.join(filter.values.map((each) => sql`${each}`))})`
      return filter.orEmpty === true ? sql`(${said} OR ${value} IS NULL)` : said
    }
    case 'atLeast':
    case 'atMost': {
      const most = filter.op === 'atMost'
      if (column.type !== 'age')
        return most ? sql`${value} <= ${filter.number}` : sql`${value} >= ${filter.number}`
      const day = addDays(today, column.plus - filter.number)
      return most ? sql`${value} >= ${day}` : sql`${value} <= ${day}`
    }
  }
}
