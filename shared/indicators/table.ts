import { z } from 'zod'
import { sortKey } from '../case/sort-key.ts'
import type { Month } from './months.ts'

/** An office by its name, or null: the cases that name none. */
export const officeSchema = z.string().max(200).nullable()
export type Office = z.infer<typeof officeSchema>

/** What the store counts of an office in a month, or of one of the values of a part. */
export interface Tally<K extends string | null = Month> {
  readonly office: Office
  readonly at: K
  readonly count: number
  /** Of these, how many are what a share is of. */
  readonly hits: number
  /** All their days together. */
  readonly days: number
  /** How many more there are of which the notes do not say. */
  readonly gap: number
}

/** What is counted, added up. */
export interface Sum {
  count: number
  hits: number
  days: number
  gap: number
}
const noSum = (): Sum => ({ count: 0, hits: 0, days: 0, gap: 0 })

function add(sum: Sum, { count, hits, days, gap }: Readonly<Sum>): void {
  sum.count += count
  sum.hits += hits
  sum.days += days
  sum.gap += gap
}

/** A row or column of sums, beside those that are summed. */
export const WHOLE: unique symbol = Symbol('whole')

const places = <T>(values: readonly T[]) => new Map(values.map((value, index): [T, number] => [value, index]))

type Row = Office | typeof WHOLE

/** A table of sums with its margins; what of it is hidden is said of it afterwards. */
export function sumsTable<K extends string | null>(
  tallies: readonly Tally<K>[],
  columns: readonly K[],
  offices: readonly Office[],
  across: boolean,
) {
  const rows = places<Office | typeof WHOLE>([...offices, WHOLE])
  const heads = places<K | typeof WHOLE>(across ? [...columns, WHOLE] : columns)
  const sums = [...rows].map(() => [...heads].map(noSum))
  const at = (row: Office | typeof WHOLE, column: K | typeof WHOLE) =>
    sums[rows.get(row) ?? -1]?.[heads.get(column) ?? -1]
  for (const tally of tallies)
    for (const row of [tally.office, WHOLE] as const)
      for (const column of [tally.at, WHOLE] as const) {
        const sum = at(row, column)
        if (sum) add(sum, tally)
      }
  return {
    counts: sums.map((line) => line.map(({ count }) => count)),
    /** A cell of the table, where these are hidden of it. */
    cell: (hidden: readonly (readonly boolean[])[] | undefined, row: Row, column: K | typeof WHOLE) => ({
      sum: at(row, column) ?? noSum(),
      hidden: hidden?.[rows.get(row) ?? -1]?.[heads.get(column) ?? -1] ?? true,
    }),
  }
}

/** What is said comes in Swedish order, and then what is not. */
export function inSwedishOrder<K extends string | null>(values: Iterable<K>): K[] {
  const key = (value: K) => (value === null ? '\u{10ffff}' : sortKey(value))
  return [...new Set(values)].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
