import { z } from 'zod'
import { suggestDate } from '../case/date-text.ts'
import { addDays, daysBetween, type IsoDate, parseDate } from '../case/dates.ts'
import type { TextKey } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import { base } from './base.ts'
import { defineField, type FieldScope } from './define.ts'
import { type Finding, finding, type Place } from './place.ts'
import { line } from './said.ts'

/** A bound on a date: a day relative to today or to a date of the case, or a fixed date. */
export const dateBoundSchema = z.union([
  z.strictObject({ relativeTo: z.enum(['today', 'first-sick-day']), days: z.int() }),
  z.strictObject({ date: z.iso.date() }),
])
export type DateBound = z.infer<typeof dateBoundSchema>

/** The bounds of a date, as members of a field. */
export const dateBounds = { min: dateBoundSchema.optional(), max: dateBoundSchema.optional() }
type DateBounds = { [Side in keyof typeof dateBounds]?: DateBound | undefined }

const boundKeys = {
  min: {
    today: 'rules.field.beforeToday',
    'first-sick-day': 'rules.field.beforeSickLeave',
    fixed: 'rules.field.beforeDate',
  },
  max: {
    today: 'rules.field.afterToday',
    'first-sick-day': 'rules.field.lateInSickLeave',
    fixed: 'rules.field.afterDate',
  },
} as const satisfies Record<string, Record<string, TextKey>>

function boundDate(bound: DateBound, { case: { firstSickDay }, today }: FieldScope): IsoDate | undefined {
  if ('date' in bound) return parseDate(bound.date)
  return addDays(bound.relativeTo === 'today' ? today : firstSickDay, bound.days)
}

function checkBound(
  date: IsoDate,
  side: 'min' | 'max',
  bound: DateBound | undefined,
  place: Place,
  scope: FieldScope,
): Finding[] {
  if (bound === undefined) return []
  const limit = boundDate(bound, scope)
  if (limit === undefined || (side === 'min' ? daysBetween(limit, date) >= 0 : daysBetween(date, limit) >= 0))
    return []
  const key =
    'relativeTo' in bound && bound.relativeTo === 'today' && bound.days === 0
      ? side === 'min'
        ? 'rules.field.inPast'
        : 'rules.field.inFuture'
      : boundKeys[side]['date' in bound ? 'fixed' : bound.relativeTo]
  // The limit is told only where the template sets it: a date of the case is not repeated.
  const params = 'date' in bound ? { date: bound.date } : {}
  return [finding('falt/datum-grans', 'warning', [key, { label: place.name(), ...params }], place)]
}

/** What a typed date has wrong: its form, or a day that does not exist. With the date that was meant, if it is clear. */
export function checkDate(text: string, place: Place): Finding[] {
  if (text.trim() === '' || parseDate(text.trim()) !== undefined) return []
  const meant = suggestDate(text)
  const key: TextKey = /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
    ? 'rules.field.dateNotInCalendar'
    : 'rules.field.dateForm'
  const fixes = meant === undefined ? [] : [place.edit(['rules.field.writeDate', { date: meant }], meant)]
  return [finding('falt/datum', 'error', [key, { label: place.name() }], place, fixes)]
}

/** The same, and whether a date that exists lies outside one of its bounds. */
export function checkBoundedDate(
  text: string,
  { min, max }: DateBounds,
  place: Place,
  scope: FieldScope,
): Finding[] {
  const date = parseDate(text.trim())
  if (date === undefined) return checkDate(text, place)
  return [...checkBound(date, 'min', min, place, scope), ...checkBound(date, 'max', max, place, scope)]
}

/** Whether a typed date comes before another; never where one of them is no date. */
export function isBefore(text: string | undefined, other: string | undefined): boolean {
  const [date, limit] = [parseDate(text?.trim() ?? ''), parseDate(other?.trim() ?? '')]
  return date !== undefined && limit !== undefined && date < limit
}

/** A date, kept as it was typed: "2026-02-30" is shown and complained about, never dropped. */
export const date = defineField(
  { schema: z.strictObject({ ...base, type: z.literal('date'), ...dateBounds }), answer: z.string() },
  {
    check: (answer, field, { place, scope }) => checkBoundedDate(answer, field, place, scope),
    comparable: {
      operators: ['is', 'is-not', 'less', 'greater'],
      of: (answer) => parseDate(answer.trim()),
      possible: (value) => typeof value === 'string' && parseDate(value) !== undefined,
    },
    say: (answer) => line(printableLine(answer)),
  },
)
