import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { whereSchema } from '../../../shared/note/marker.ts'
import { columnOf, thresholds } from '../../../shared/watch/columns.ts'
import { orderOf } from '../../../shared/watch/list.ts'
import type { WatchAsked, WatchCursor, WatchPage, WatchRow } from '../../../shared/watch/row.ts'
import { all, type Db, first, query } from '../db.ts'
import {
  columnSql,
  conditionOf,
  isKnownTo,
  manyRowsOf,
  rowKeysOf,
  type SqlPart,
  sortOf,
  sourceOf,
  type WatchReading,
} from './parts.ts'

/** Whose list: of whom it shows the marks, and the sort key of whose cases alone, where not all. */
export interface WatchReader {
  readonly userId: string
  readonly assignedKey?: string | undefined
}

const compilable = (built: RawBuilder<unknown>) => ({ compile: () => built.compile(query) })

/** What keeps a case out of every list until its day: the mark that the reader has put on it. */
function notMarked({ query: { of }, today }: WatchAsked, { userId, assignedKey }: WatchReader): SqlPart {
  const n = (assignedKey === undefined ? manyRowsOf(of)?.n : undefined) ?? 'facts.n'
  if (of === 'later') return sql`marks.user_id = ${userId} AND marks.until > ${today}`
  return sql`${sql.ref(n)} NOT IN (SELECT hidden.n FROM case_marks AS mark JOIN case_facts AS hidden
    ON hidden.case_id = mark.case_id WHERE mark.user_id = ${userId} AND mark.until > ${today})`
}

const readingOf = (
  { query: { of }, today }: WatchAsked,
  reader: WatchReader,
  threshold?: number,
): WatchReading => ({
  today,
  threshold,
  rows: reader.assignedKey === undefined ? manyRowsOf(of) : undefined,
})

function conditions(asked: WatchAsked, reader: WatchReader, threshold?: number): SqlPart[] {
  const own = reader.assignedKey === undefined ? [] : [sql`facts.assigned_key = ${reader.assignedKey}`]
  return [
    ...own,
    ...asked.query.filters.map((filter) => conditionOf(filter, readingOf(asked, reader, threshold))),
    notMarked(asked, reader),
  ]
}

interface Order {
  readonly by: SqlPart
  readonly descending: boolean
  /** Of the day of one threshold, which is sorted by the first day. */
  readonly day?: { readonly told: SqlPart; readonly threshold: number }
}

/** What the rows are sorted by: as the list says, and then by what tells one from the next. */
function ordered({ query: asked, today }: WatchAsked, threshold?: number): Order[] {
  const said = orderOf(asked).map(({ column: id, descending }): Order => {
    const column = columnOf(id)
    const { by, turned } = sortOf(column, { today, threshold })
    const day = column.type === 'threshold' &&
      threshold !== undefined && { day: { told: columnSql(column, { today, threshold }), threshold } }
    return { by, descending: descending !== turned, ...day }
  })
  return [...said, ...rowKeysOf[asked.of].map((place): Order => ({ by: sql.ref(place), descending: false }))]
}

const dateText = isoDateSchema.nullable()

/** A value of a cursor, as its order is compared by. */
function valueIn({ day }: Order, value: WatchCursor[number]): WatchCursor[number] {
  const told = day && dateText.safeParse(value).data
  return told == null || day === undefined ? value : addDays(told, 1 - day.threshold)
}

/** The rows that come after one, by what it is sorted by. What is empty comes first, or last where the order is turned. */
function after([one, ...rest]: readonly Order[], [said, ...values]: WatchCursor): SqlPart {
  if (one === undefined || said === undefined) return sql`0`
  const { by, descending } = one
  const value = valueIn(one, said)
  const further =
    value === null
      ? descending
        ? sql`0`
        : sql`${by} IS NOT NULL`
      : descending
        ? sql`(${by} < ${value} OR ${by} IS NULL)`
        : sql`${by} > ${value}`
  const same = rest.length === 0 ? sql`0` : sql`(${by} IS ${value} AND ${after(rest, values)})`
  // Said first on its own, so that an index begins there.
  const bound = value === null || descending ? sql`1` : sql`${by} >= ${value}`
  return sql`(${bound} AND (${further} OR ${same}))`
}

function readFrom({ query: asked }: WatchAsked, { assignedKey }: WatchReader): SqlPart {
  const [sort] = orderOf(asked)
  return sourceOf(asked.of, { mine: assignedKey !== undefined, sortedBy: sort && columnOf(sort.column).at })
}

const cell = z.union([z.string(), z.number(), z.null()])
const rowSchema = z
  .object({
    case_id: caseIdSchema,
    number: z.string(),
    name: z.string(),
    first_sick_day: isoDateSchema,
    note_id: noteIdSchema.nullable().optional(),
    field: whereSchema.shape.field.nullable(),
    row_id: whereSchema.shape.row.nullable(),
  })
  .catchall(cell)

/** Where in a note a row leads. */
const places: Partial<Record<WatchAsked['query']['of'], SqlPart>> = {
  due: sql`, dues.note_id, dues.field, dues.row_id`,
  insats: sql`, insatser.note_id, NULL AS field, insatser.row_id`,
}

type PageAsked = readonly [
  asked: WatchAsked,
  reader: WatchReader,
  cursor: WatchCursor | undefined,
  limit: number,
]

/** The rows of a page: of all cases, or of those that reach one threshold next. */
function selected([asked, reader, cursor, limit]: PageAsked, threshold?: number): SqlPart {
  const { of, columns } = asked.query
  const order = ordered(asked, threshold)
  const reading = { today: asked.today, threshold }
  const cells = columns.map(
    (id, index) => sql`${columnSql(columnOf(id), reading)} AS ${sql.ref(`c${index}`)}`,
  )
  const sorts = order.map(({ by, day }, index) => sql`${day?.told ?? by} AS ${sql.ref(`s${index}`)}`)
  const where = [
    ...conditions(asked, reader, threshold),
    ...(cursor === undefined ? [] : [after(order, cursor)]),
  ]
  const by = order.map((each) => (each.descending ? sql`${each.by} DESC` : sql`${each.by}`))
  return sql`
    SELECT facts.case_id, facts.number, facts.name, facts.first_sick_day ${places[of] ?? sql``},
      ${sql.join([...cells, ...sorts])}
    FROM ${readFrom(asked, reader)}
    WHERE ${sql.join(where, sql` AND `)}
    ORDER BY ${sql.join(by)} LIMIT ${limit}`
}

/** Whether a list tells of thresholds alone, in their order: no index has it, but one has that of each threshold. */
function isByThreshold({ query: asked }: WatchAsked): boolean {
  const [sort] = orderOf(asked)
  const about = asked.filters.filter(({ column }) => columnOf(column).type === 'threshold')
  return (
    sort !== undefined &&
    columnOf(sort.column).type === 'threshold' &&
    about.length > 0 &&
    about.every(({ op }) => op !== 'empty')
  )
}

/** The query of one page, for the store and for the test of its plan. */
export function pageQuery(...page: PageAsked) {
  const [asked, , , limit] = page
  if (!isByThreshold(asked)) return compilable(selected(page))
  const each = thresholds.map((threshold) => sql`SELECT * FROM (${selected(page, threshold)})`)
  const by = ordered(asked).map(({ descending }, index) =>
    descending ? sql`${sql.ref(`s${index}`)} DESC` : sql.ref(`s${index}`),
  )
  return compilable(
    sql`SELECT * FROM (${sql.join(each, sql` UNION ALL `)}) ORDER BY ${sql.join(by)} LIMIT ${limit}`,
  )
}

/** The query of how many rows a list has, as far as `most`. */
export function countQuery(asked: WatchAsked, reader: WatchReader, most: number) {
  const { of, filters } = asked.query
  const rows = reader.assignedKey === undefined ? manyRowsOf(of) : undefined
  const isAlone = rows !== undefined && filters.every((filter) => isKnownTo(rows, filter))
  return compilable(sql`
    SELECT count(*) AS count FROM (
      SELECT 1 FROM ${isAlone ? rows.rows : readFrom(asked, reader)}
      WHERE ${sql.join(conditions(asked, reader), sql` AND `)} LIMIT ${most})`)
}

function readRow(asked: WatchAsked, row: z.infer<typeof rowSchema>): { row: WatchRow; cursor: WatchCursor } {
  const { case_id, number, name, first_sick_day, note_id, field, row_id } = row
  const order = ordered(asked).map((_, index) => row[`s${index}`] ?? null)
  const keys = rowKeysOf[asked.query.of].length
  return {
    row: {
      key: order.slice(-keys).join('.'),
      caseId: case_id,
      number,
      name,
      firstSickDay: first_sick_day,
      cells: asked.query.columns.map((_, index) => row[`c${index}`] ?? null),
      ...(note_id == null ? {} : { note: note_id }),
      ...(field == null ? {} : { field }),
      ...(row_id == null ? {} : { row: row_id }),
    },
    cursor: order,
  }
}

/** A page of a list, after the row that `cursor` tells of. `next`: what the page after begins with, where there is one. */
export function readWatchPage(
  db: Db,
  {
    asked,
    reader,
    cursor,
    limit,
  }: { asked: WatchAsked; reader: WatchReader; cursor?: WatchCursor | undefined; limit: number },
): WatchPage {
  const read = all(db, pageQuery(asked, reader, cursor, limit + 1), rowSchema).map((row) =>
    readRow(asked, row),
  )
  const shown = read.slice(0, limit)
  const next = read.length > limit ? shown.at(-1)?.cursor : undefined
  return { rows: shown.map(({ row }) => row), ...(next && { next }) }
}

/** How many rows a list has, counted no further than `most`. */
export function countWatched(
  db: Db,
  { asked, reader, most }: { asked: WatchAsked; reader: WatchReader; most: number },
): number {
  return first(db, countQuery(asked, reader, most), z.object({ count: z.int() }))?.count ?? 0
}
