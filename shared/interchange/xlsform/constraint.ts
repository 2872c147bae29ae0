import { parseDate } from '../../case/dates.ts'
import type { JsonObject } from '../../fields/json.ts'

type Kind = 'number' | 'date' | 'text'

const length = /^string-length\(\s*\.\s*\)\s*(<=?)\s*(\d{1,6})$/
const number = /^\.\s*(<=|>=|<|>)\s*(-?\d{1,12}(?:\.\d{1,6})?)$/
const day = /^\.\s*(<=|>=)\s*(?:date\(\s*)?'(\d{4}-\d{2}-\d{2})'\s*\)?$/
const today = /^\.\s*(<=|>=)\s*today\(\)$/

/** One comparison as a bound; undefined where it is none. `whole` where only whole numbers are answers. */
function boundOf(part: string, kind: Kind, whole: boolean): JsonObject | undefined {
  const side = (sign: string) => (sign.startsWith('<') ? 'max' : 'min')
  if (kind === 'text') {
    const [, sign = '', most] = length.exec(part) ?? []
    const longest = Number(most) - (sign === '<' ? 1 : 0)
    return most !== undefined && longest > 0 ? { maxLength: longest } : undefined
  }
  if (kind === 'date') {
    const [, todaySign] = today.exec(part) ?? []
    if (todaySign !== undefined) return { [side(todaySign)]: { relativeTo: 'today', days: 0 } }
    const [, sign = '', date = ''] = day.exec(part) ?? []
    return parseDate(date) === undefined ? undefined : { [side(sign)]: { date } }
  }
  const [, sign = '', limit] = number.exec(part) ?? []
  if (limit === undefined) return undefined
  const open = sign === '<' || sign === '>'
  // Between whole numbers "greater than 0" is "at least 1"; among others it has no equal.
  if (open && !(whole && Number.isInteger(Number(limit)))) return undefined
  return { [side(sign)]: Number(limit) + (sign === '<' ? -1 : sign === '>' ? 1 : 0) }
}

/** What an XLSForm constraint says of the least and the most; undefined where it says anything else. */
export function boundsOf(constraint: string, kind: Kind, whole: boolean): JsonObject | undefined {
  const parts = constraint
    .trim()
    .slice(0, 500)
    .split(/\s+and\s+/i)
  const bounds = parts.map((part) =>
    boundOf(
      part
        .trim()
        .replace(/^\((.*)\)$/, '$1')
        .trim(),
      kind,
      whole,
    ),
  )
  const read = bounds.filter((bound) => bound !== undefined)
  if (read.length < parts.length) return undefined
  const all: JsonObject = Object.fromEntries(read.flatMap((bound) => Object.entries(bound)))
  return typeof all.min === 'number' && typeof all.max === 'number' && all.min > all.max ? undefined : all
}
