import { isObject, type Json } from '../fields/json.ts'
import { type JsonPath, jsonAt, listAt, withJsonAt } from './json-path.ts'
import type { Working } from './working.ts'

/** The members that hold a condition. */
const conditionMembers: ReadonlySet<string> = new Set(['visibleWhen', 'obligatoryWhen', 'when'])

/** Where a condition names a field. */
function inCondition(condition: Json, path: JsonPath, id: string): JsonPath[] {
  if (Array.isArray(condition))
    return condition.flatMap((part, index) => inCondition(part, [...path, index], id))
  if (!isObject(condition)) return []
  if (condition.field === id) return [[...path, 'field']]
  return ['all', 'any', 'not'].flatMap((member) => {
    const part = condition[member]
    return part === undefined ? [] : inCondition(part, [...path, member], id)
  })
}

/** Whether the columns of a group are called so: then their conditions mean the column and not the field. */
const hasColumn = (value: Json, id: string) =>
  listAt(value, ['fields']).some((column) => jsonAt(column, ['id']) === id)

function inValue(value: Json, path: JsonPath, id: string): JsonPath[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => inValue(part, [...path, index], id))
  if (!isObject(value)) return []
  const isShadowed = value.type === 'group' && hasColumn(value, id)
  return Object.entries(value).flatMap(([member, part]) => {
    if (conditionMembers.has(member)) return inCondition(part, [...path, member], id)
    if (member === 'journal' && isObject(part) && part.accordingTo === id)
      return [[...path, member, 'accordingTo']]
    return member === 'fields' && isShadowed ? [] : inValue(part, [...path, member], id)
  })
}

/**
 * Where the field or column at a path is named: in conditions of the template, and as the choice that says who has said
 * something. A column is named in its own group alone.
 */
export function namingsOf(working: Working, part: JsonPath): JsonPath[] {
  const id = jsonAt(working, [...part, 'id'])
  if (typeof id !== 'string' || id === '' || part.length < 4) return []
  const scope = part.length > 4 ? part.slice(0, 5) : []
  const within = jsonAt(working, scope)
  return within === undefined ? [] : inValue(within, scope, id)
}

/** Gives a field or a column another id; what names it follows. */
export function renamed(working: Working, part: JsonPath, id: string): Working {
  const follows = namingsOf(working, part).reduce((done, path) => withJsonAt(done, path, id), working)
  return withJsonAt(follows, [...part, 'id'], id)
}
