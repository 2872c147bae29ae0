import { addDays, daysBetween, type IsoDate, parseDate } from '../../case/dates.ts'
import type { DateBound } from '../../template/field.ts'
import type { TextKey } from '../../text/index.ts'
import type { Marker } from '../marker.ts'
import { marker } from './marker.ts'
import type { Place } from './place.ts'
import type { CheckContext } from './rule.ts'
import { suggestDate } from './suggest-date.ts'

/** What a typed date has wrong: its form, or a day that does not exist. With the date that was meant, if it is clear. */
export function checkDate(text: string, place: Place): Marker[] {
  if (text.trim() === '' || parseDate(text.trim()) !== undefined) return []
  const meant = suggestDate(text)
  const key: TextKey = /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
    ? 'rules.falt.datum-finns-inte'
    : 'rules.falt.datum-form'
  const fixes = meant === undefined ? [] : [place.edit(['rules.falt.skriv-datum', { date: meant }], meant)]
  return [marker('falt/datum', 'error', [key, { label: place.name() }], place.where, { fixes })]
}

const boundKeys = {
  min: {
    today: 'rules.falt.fore-i-dag',
    'first-sick-day': 'rules.falt.fore-sjukfallet',
    fixed: 'rules.falt.fore-datum',
  },
  max: {
    today: 'rules.falt.efter-i-dag',
    'first-sick-day': 'rules.falt.efter-sjukfallet',
    fixed: 'rules.falt.efter-datum',
  },
} as const satisfies Record<string, Record<string, TextKey>>

function boundDate(bound: DateBound, { case: { firstSickDay }, today }: CheckContext): IsoDate | undefined {
  if ('date' in bound) return parseDate(bound.date)
  return addDays(bound.relativeTo === 'today' ? today : firstSickDay, bound.days)
}

/** Whether a date lies outside one of its bounds. */
export function checkBound(
  date: IsoDate,
  side: 'min' | 'max',
  bound: DateBound | undefined,
  place: Place,
  context: CheckContext,
): Marker[] {
  if (bound === undefined) return []
  const limit = boundDate(bound, context)
  if (limit === undefined || (side === 'min' ? daysBetween(limit, date) >= 0 : daysBetween(date, limit) >= 0))
    return []
  const key =
    'relativeTo' in bound && bound.relativeTo === 'today' && bound.days === 0
      ? side === 'min'
        ? 'rules.falt.har-varit'
        : 'rules.falt.framtid'
      : boundKeys[side]['date' in bound ? 'fixed' : bound.relativeTo]
  // The limit is told only where the template sets it: a date of the case is not repeated.
  const params = 'date' in bound ? { date: bound.date } : {}
  return [marker('falt/datum-grans', 'warning', [key, { label: place.name(), ...params }], place.where)]
}
