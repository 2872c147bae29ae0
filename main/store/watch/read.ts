import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { whereSchema } from '../../../shared/note/marker.ts'
import { columnOf } from '../../../shared/watch/columns.ts'
import { orderOf } from '../../../shared/watch/list.ts'
import type { WatchAsked, WatchCursor, WatchPage, WatchRow } from '../../../shared/watch/row.ts'
import { all, type Db, first, query } from '../db.ts'
import { columnSql, conditionOf, rowKeysOf, type SqlPart, sortOf, sourceOf } from './parts.ts'

/** Whose list: of whom it shows the marks, and the sort key of whose cases alone, where not all. */
export interface WatchReader {
  readonly userId: string
  readonly assignedKey: string | undefined
}

const compilable = (built: RawBuilder<unknown>) => ({ compile: () => built.compile(query) })

/** What keeps a case out of every list until its day: the mark that the reader has put on it. */
function notMarked({ query: { of }, today }: WatchAsked, { userId }: WatchReader): SqlPart {
  if (of === 'later') return sql`marks.user_id = ${userId} AND marks.until > ${today}`
  return sql`facts.n NOT IN (SELECT hidden.n FROM case_marks AS mark JOIN case_facts AS hidden
    ON hidden.case_id = mark.case_id WHERE mark.user_id = ${userId} AND mark.until > ${today})`
}

function conditions(asked: WatchAsked, reader: WatchReader): SqlPart[] {
  const own = reader.assignedKey === undefined ? [] : [sql`facts.assigned_key = ${reader.assignedKey}`]
  return [
    ...own,
    ...asked.query.filters.map((filter) => conditionOf(filter, asked.today)),
    notMarked(asked, reader),
  ]
}

interface Order {
  readonly by: SqlPart
  readonly descending: boolean
}

/** What the rows are sorted by: as the list says, and then by what tells one from the next. */
function ordered({ query: asked, today }: WatchAsked): Order[] {
  const said = orderOf(asked).map(({ column, descending }): Order => {
    const { by, turned } = sortOf(columnOf(column), today)
    return { by, descending: descending !== turned }
  })
  return [...said, ...rowKeysOf[asked.of].map((place): Order => ({ by: sql.ref(place), descending: false }))]
}

/** The rows that come after one, by what it is sorted by. What is empty comes first, or last where the order is turned. */
function after([one, ...rest]: readonly Order[], [value, ...values]: WatchCursor): SqlPart {
  if (one === undefined || value === undefined) return sql`0`
  const { by, descending } = one
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

/** The query of one page, for the store and for the test of its plan. */
export function pageQuery(
  asked: WatchAsked,
  reader: WatchReader,
  cursor: WatchCursor | undefined,
  limit: number,
) {
  const { of, columns } = asked.query
  const order = ordered(asked)
  const cells = columns.map(
    (id, index) => sql`${columnSql(columnOf(id), asked.today)} AS ${sql.ref(`c${index}`)}`,
  )
  const sorts = order.map(({ by }, index) => sql`${by} AS ${sql.ref(`s${index}`)}`)
  const where = [...conditions(asked, reader), ...(cursor === undefined ? [] : [after(order, cursor)])]
  const by = order.map((each) => (each.descending ? sql`${each.by} DESC` : sql`${each.by}`))
  return compilable(sql`
    SELECT facts.case_id, facts.number, facts.name, facts.first_sick_day ${places[of] ?? sql``},
      ${sql.join([...cells, ...sorts])}
    FROM ${readFrom(asked, reader)}
    WHERE ${sql.join(where, sql` AND `)}
    ORDER BY ${sql.join(by)} LIMIT ${limit}`)
}

/** The query of how many rows a list has, as far as `most`. */
export const countQuery = (asked: WatchAsked, reader: WatchReader, most: number) =>
  compilable(sql`
    SELECT count(*) AS count FROM (
      SELECT 1 FROM ${readFrom(asked, reader)}
      WHERE ${sql.join(conditions(asked, reader), sql` AND `)} LIMIT ${most})`)

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
