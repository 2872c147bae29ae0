import { dayOfCase } from '../case/chain.ts'
import { daysBetween, type IsoDate, parseDate } from '../case/dates.ts'
import { type Language, translate } from '../text/index.ts'
import { type ColumnId, columnOf, wordsKey } from './columns.ts'
import type { WatchCell, WatchRow } from './row.ts'

/** A number of days where the column counts them; undefined where nothing is said. */
function ageOf(plus: number, value: WatchCell, today: IsoDate): number | undefined {
  const day = typeof value === 'string' ? parseDate(value) : undefined
  return day === undefined ? undefined : daysBetween(day, today) + plus
}

/** What a column says of a row as people read it; empty where nothing is said. */
export function watchCellText(
  language: Language,
  id: ColumnId,
  value: WatchCell,
  { today, firstSickDay }: Pick<WatchRow, 'firstSickDay'> & { readonly today: IsoDate },
): string {
  const column = columnOf(id)
  if (value === null) return ''
  if (column.type === 'age') return String(ageOf(column.plus, value, today) ?? '')
  if (column.type === 'choice') {
    const key = wordsKey(column, String(value))
    return key === undefined ? String(value) : translate(language, key, { count: 1 })
  }
  if (column.type === 'threshold') {
    const date = parseDate(String(value))
    if (date === undefined) return ''
    return translate(language, 'watch.thresholdOn', { date, day: dayOfCase(firstSickDay, date) })
  }
  return String(value)
}

/** What a column says as a number, where it counts something: of an age, the days. */
export function cellNumber(id: ColumnId, value: WatchCell, today: IsoDate): number | undefined {
  const column = columnOf(id)
  if (column.type === 'age') return ageOf(column.plus, value, today)
  return column.type === 'number' && typeof value === 'number' ? value : undefined
}
