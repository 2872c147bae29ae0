import { z } from 'zod'
import { isoDateSchema } from '../case/dates.ts'
import {
  type ColumnId,
  columnIdSchema,
  columnOf,
  subjects,
  type WatchColumn,
  watchColumnsOf,
} from './columns.ts'

/** What can be asked of a column of each type. */
export const filterOpsOf = {
  text: ['is', 'contains', 'empty', 'filled'],
  date: ['past', 'within', 'from', 'until', 'empty', 'filled'],
  number: ['atLeast', 'atMost', 'empty', 'filled'],
  choice: ['anyOf', 'empty', 'filled'],
  age: ['atLeast', 'atMost', 'empty', 'filled'],
  threshold: ['within', 'empty', 'filled'],
} as const satisfies Record<WatchColumn['type'], readonly string[]>

const column = columnIdSchema
const days = z.int().min(0).max(10_000)
const words = z.string().trim().min(1).max(200)

/** One condition of a list. Days are counted from the day on which the list is read; `past` is before it, `within` from it on. */
export const filterSchema = z.discriminatedUnion('op', [
  z.strictObject({ column, op: z.enum(['empty', 'filled', 'past']) }),
  z.strictObject({ column, op: z.enum(['is', 'contains']), text: words }),
  z.strictObject({ column, op: z.enum(['atLeast', 'atMost']), number: days }),
  z.strictObject({ column, op: z.literal('within'), days }),
  z.strictObject({ column, op: z.enum(['from', 'until']), date: isoDateSchema }),
  z.strictObject({
    column,
    op: z.literal('anyOf'),
    values: z.array(z.string().max(60)).max(30),
    /** Where nothing is said as well. */
    orEmpty: z.boolean().optional(),
  }),
])
export type Filter = z.infer<typeof filterSchema>
export type Op = Filter['op']

const sortSchema = z.strictObject({ column, descending: z.boolean() })

/** Whether a column may be asked this. */
const mayAsk = ({ column, op }: Filter) => filterOpsOf[columnOf(column).type].some((each) => each === op)

/** What a list asks for: which rows, what of them, in which order. All conditions hold at once. */
export const querySchema = z
  .strictObject({
    of: z.enum(subjects),
    filters: z.array(filterSchema).max(20),
    columns: z.array(column).min(1).max(20),
    sort: z.array(sortSchema).max(3),
    group: column.optional(),
  })
  .refine(({ of, filters, columns, sort, group }) => {
    const there = new Set<ColumnId>(watchColumnsOf(of))
    const named = [...filters, ...sort].map((each) => each.column)
    return [...named, ...columns, ...(group === undefined ? [] : [group])].every((id) => there.has(id))
  }, 'column')
  .refine(({ filters }) => filters.every(mayAsk), 'op')
export type WatchQuery = z.infer<typeof querySchema>

export const LIST_NAME_CHARS = 80

/** A list that somebody has made: a name, and what it asks for. */
export const keptListSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(LIST_NAME_CHARS),
  query: querySchema,
})

const MOST_KEPT = 100

/** What somebody keeps of lists in the archive: their own, and which stand on their start page, by id. */
export const keptSchema = z.strictObject({
  lists: z.array(keptListSchema).max(MOST_KEPT),
  pinned: z.array(z.string().max(60)).max(20),
})
export type Kept = z.infer<typeof keptSchema>

/** What the settings begin with in which users' lists are kept. */
export const keptPrefix = 'watch-lists:'

/** The setting in which a user's lists are kept. */
export const keptKey = (user: { readonly id?: string | undefined; readonly name: string }): string =>
  `${keptPrefix}${user.id ?? user.name}`.slice(0, 100)

/** What is kept, as the setting has it; nothing where it is of another form. */
export const readKeptLists = (value: unknown): Kept =>
  keptSchema.safeParse(value).data ?? { lists: [], pinned: [] }

/** The order in which a list is read: that of its groups first. */
export function orderOf({ sort, group }: WatchQuery): WatchQuery['sort'] {
  if (group === undefined) return sort
  const own = sort.find(({ column: sorted }) => sorted === group)
  return [own ?? { column: group, descending: false }, ...sort.filter((each) => each !== own)]
}
