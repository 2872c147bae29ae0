import type { NoteId, RowId } from '../../case/ids.ts'
import type { AnswerField } from '../../template/field.ts'
import { type Localized, message, type TextKey } from '../../text/index.ts'
import type { Answers } from '../answers.ts'
import type { Fix, Where } from '../marker.ts'
import { localized, type Params } from './marker.ts'

export type Json = Answers[string]
type JsonObject = { [key: string]: Json }

/** A place where one value stands: a field, or a column of one of its rows. */
export interface Place {
  where: Where
  /** How a message names it, in quotes. Worked out only when something is wrong. */
  name(): Localized
  /** A fix that puts another value here, or none at all. */
  edit(title: readonly [TextKey, Params?], value: Json | undefined): Fix
}

function editFix(
  [key, params]: readonly [TextKey, Params?],
  field: AnswerField['id'],
  value: Json | undefined,
): Fix {
  const change = value === undefined ? { field } : { field, value }
  return { kind: 'edit', title: message(key, params), changes: [change] }
}

/** The place of a field's answer. */
export function fieldPlace(note: NoteId, field: AnswerField): Place {
  return {
    where: { note, field: field.id },
    name: () => localized('rules.plats.falt', { label: field.label }),
    edit: (title, value) => editFix(title, field.id, value),
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The stored rows of a field as they are, other members kept. Nothing where the answer is no list. */
export function storedRows(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** An object with one member set, or removed where there is no value. */
export function withMember(object: JsonObject, member: string, value: Json | undefined): JsonObject {
  const { [member]: _, ...rest } = object
  return value === undefined ? rest : { ...rest, [member]: value }
}

/** A row of a field: its number as the user counts, and its id where rows of the type have one. */
export interface Row {
  field: AnswerField
  note: NoteId
  /** From 0. */
  index: number
  id?: RowId | undefined
  /** The field's whole answer, as stored. */
  stored: Json | undefined
}

/** The place of a column in a row, with the way to its value inside the stored row (`answers`, field id). */
export function cellPlace(
  row: Row,
  column: string,
  label: Localized,
  path: readonly string[] = [column],
): Place {
  const put = (
    object: JsonObject,
    [member, ...rest]: readonly string[],
    value: Json | undefined,
  ): JsonObject => {
    if (member === undefined) return object
    if (rest.length === 0) return withMember(object, member, value)
    const inner = object[member]
    return { ...object, [member]: put(isObject(inner) ? inner : {}, rest, value) }
  }
  return {
    where: { ...rowWhere(row), column },
    name: () =>
      localized('rules.plats.kolumn', { column: label, row: row.index + 1, label: row.field.label }),
    edit: (title, value) =>
      editFix(
        title,
        row.field.id,
        storedRows(row.stored).map((stored, index) =>
          index === row.index ? put(stored, path, value) : stored,
        ),
      ),
  }
}

/** Where a row stands. */
export function rowWhere({ note, field, id }: Row): Where {
  return id === undefined ? { note, field: field.id } : { note, field: field.id, row: id }
}

/** How a message names a row, in quotes. */
export function rowName(row: Row): Localized {
  return localized('rules.plats.rad', { row: row.index + 1, label: row.field.label })
}

/** A fix that takes a row away; the field's answer too where it was the last. */
export function removeRow(row: Row): Fix {
  const left = storedRows(row.stored).filter((_, index) => index !== row.index)
  return editFix(['rules.falt.ta-bort-rad'], row.field.id, left.length === 0 ? undefined : left)
}
