import type { RowId } from '../case/ids.ts'
import { MAX_FIELD_CHARS } from '../case/limits.ts'
import { type Localized, localized, message, type TextKey } from '../text/index.ts'
import type { Message, MessageParams } from '../text/message.ts'
import { isObject, type JsonObject, storedRows, type Value, withMember } from './json.ts'

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** What is wrong with an answer, at its field or at a row or column of it. */
export interface Finding {
  /** The check that found it: `falt/obligatoriskt`, `falt/datum` … */
  rule: string
  severity: Severity
  message: Message
  row?: RowId
  column?: string
  fixes: readonly FieldFix[]
}

/** A change that mends it: the field's whole answer as it would be, or none. */
export interface FieldFix {
  title: Message
  value: Value
}

/** A place where one value stands: a field's answer, or a column of one of its rows. */
export interface Place {
  row?: RowId
  column?: string
  /** How a message names it, in quotes. Worked out only when something is wrong. */
  name: () => Localized
  /** A fix that puts another value here, or none at all. */
  edit: (title: readonly [TextKey, MessageParams?], value: Value) => FieldFix
}

/** The place of a field's whole answer. */
export function fieldPlace(label: Localized): Place {
  return {
    name: () => localized('rules.place.field', { label }),
    edit: ([key, params], value) => ({ title: message(key, params), value }),
  }
}

/** A row of a field's answer: its number as the user counts, and its id where rows of the type have one. */
export interface RowPlace {
  /** How a message names the row, in quotes. */
  name: () => Localized
  /** The place of a column, with the way to its value inside the stored row (`answers`, field id). */
  cell: (column: string, label: Localized, path?: readonly string[]) => Place
  /** A fix that takes the row away; the field's answer too where it was the last. */
  remove: () => FieldFix
}

function put(object: JsonObject, [member, ...rest]: readonly string[], value: Value): JsonObject {
  if (member === undefined) return object
  if (rest.length === 0) return withMember(object, member, value)
  const inner = object[member]
  return { ...object, [member]: put(isObject(inner) ? inner : {}, rest, value) }
}

/** The place of a row in the stored answer of a field with this label; rows are numbered from 0. */
export function rowPlace(label: Localized, stored: Value, index: number, id?: RowId): RowPlace {
  return {
    name: () => localized('rules.place.row', { row: index + 1, label }),
    cell: (column, heading, path = [column]) => ({
      ...(id === undefined ? {} : { row: id }),
      column,
      name: () => localized('rules.place.column', { column: heading, row: index + 1, label }),
      edit: ([key, params], value) => ({
        title: message(key, params),
        value: storedRows(stored).map((row, number) => (number === index ? put(row, path, value) : row)),
      }),
    }),
    remove: () => {
      const left = storedRows(stored).filter((_, number) => number !== index)
      return { title: message('rules.field.removeRow'), value: left.length === 0 ? undefined : left }
    },
  }
}

/** Something wrong at a place. */
export function finding(
  rule: string,
  severity: Severity,
  [key, params]: readonly [TextKey, MessageParams],
  { row, column }: Pick<Place, 'row' | 'column'>,
  fixes: readonly FieldFix[] = [],
): Finding {
  return {
    rule,
    severity,
    message: message(key, params),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    fixes,
  }
}

/** The answer is not of the form its field takes; it is kept. */
export function wrongForm(place: Place): Finding {
  const fixes = [place.edit(['rules.field.removeAnswer'], undefined)]
  return finding('falt/form', 'error', ['rules.field.form', { label: place.name() }], place, fixes)
}

/** An obligatory field without an answer. */
export function missing(place: Place): Finding {
  return finding('falt/obligatoriskt', 'error', ['rules.field.obligatory', { label: place.name() }], place)
}

/** A blank that a phrase leaves to be filled in: "{datum}". */
export const BLANK = /\{[^{}\n]{1,40}\}/

/** What can be wrong with a written text: longer than its field, or any field, takes, or with a blank left in it. Nothing is cut. */
export function checkText(text: string, place: Place, limit = MAX_FIELD_CHARS): Finding[] {
  const label = place.name()
  if (text.length > limit) {
    const params = { label, characters: text.length, limit }
    return [finding('falt/for-lang', 'error', ['rules.field.tooLong', params], place)]
  }
  return BLANK.test(text) ? [finding('falt/lucka', 'warning', ['rules.field.blank', { label }], place)] : []
}
