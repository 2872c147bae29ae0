import { dateOfDay } from '../case/chain.ts'
import { addDays, type IsoDate } from '../case/dates.ts'
import type { Answers } from '../note/answers.ts'

type Json = Answers[string]

/** What a text of a pack stands for, where it begins with `@`. */
type Relative =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'from-today'; readonly days: number }
  | { readonly kind: 'note'; readonly key: string }

const FORM = /^@(?:(?<day>-?\d{1,4})|idag(?<days>[+-]\d{1,4})?|not:(?<key>[a-z0-9-]+))$/

/** What a text stands for: itself where that is undefined, and nothing where it begins with `@` and is of no form that we know. */
export function relativeIn(text: string): Relative | 'unknown' | undefined {
  if (!text.startsWith('@')) return undefined
  const { day, days, key } = FORM.exec(text)?.groups ?? {}
  if (day !== undefined) return { kind: 'day', day: Number(day) }
  if (key !== undefined) return { kind: 'note', key }
  return FORM.test(text) ? { kind: 'from-today', days: Number(days ?? 0) } : 'unknown'
}

/** Whether a text holds a calendar date, which would be another day of the case whenever the pack is loaded. */
export const holdsDate = (text: string): boolean => /\d{4}-\d{2}-\d{2}/.test(text)

/** What texts of a case are worked out from. */
export interface PackMoment {
  readonly firstSickDay: IsoDate
  readonly today: IsoDate
  readonly noteOf: (key: string) => string
}

/** A text as it stands once the pack is loaded. */
export function textAt(text: string, { firstSickDay, today, noteOf }: PackMoment): string {
  const relative = relativeIn(text)
  if (relative === undefined || relative === 'unknown') return text
  if (relative.kind === 'note') return noteOf(relative.key)
  return relative.kind === 'day' ? dateOfDay(firstSickDay, relative.day) : addDays(today, relative.days)
}

/** Any JSON with each of its texts changed; names of members are kept. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapTexts(part, change)]))
  return value
}

/** Answers as they stand once the pack is loaded. */
export const answersAt = (answers: Answers, moment: PackMoment): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([field, answer]) => [
      field,
      mapTexts(answer, (text) => textAt(text, moment)),
    ]),
  )

/** Every text in any JSON, with the way to it. */
export function textsIn(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { text: string; path: readonly PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (Array.isArray(value)) return value.flatMap((part, index) => textsIn(part, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, [...path, name]))
}
