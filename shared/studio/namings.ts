import { isObject, type Json } from '../fields/json.ts'
import type { Template } from '../template/template.ts'
import { columnStepsRenamed, optionStepsRenamed, stepsRenamed } from './follow-names.ts'
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

/** Whether another part that it could be taken for has the same id: then what names it means that one as well. */
function isTwice(working: Working, part: JsonPath): boolean {
  const id = jsonAt(working, [...part, 'id'])
  const fields =
    part.length > 4
      ? listAt(working, part.slice(0, -1))
      : listAt(working, ['sections']).flatMap((section) => listAt(section, ['fields']))
  return fields.filter((field) => jsonAt(field, ['id']) === id).length > 1
}

/**
 * Gives a field or a column another id. What names it follows, also the steps by which answers of the version before come over. What
 * two bear stays with the other one.
 */
export function renamed(working: Working, part: JsonPath, id: string, before?: Template): Working {
  const own = withJsonAt(working, [...part, 'id'], id)
  const was = jsonAt(working, [...part, 'id'])
  if (typeof was !== 'string' || was === '' || was === id || part.length < 4 || isTwice(working, part))
    return own
  const named = namingsOf(working, part).reduce((done, path) => withJsonAt(done, path, id), own)
  const [type, concept] = [jsonAt(working, [...part, 'type']), jsonAt(working, [...part, 'concept'])]
  if (part.length === 4) return stepsRenamed(named, { id: was, type, concept }, id, before)
  const group = jsonAt(working, [...part.slice(0, 4), 'id'])
  return typeof group === 'string' ? columnStepsRenamed(named, group, { id: was, type }, id, before) : named
}

/** Gives an option another value. Conditions that compare with it follow, and so do the steps by which older answers come over. */
export function optionRenamed(working: Working, option: JsonPath, value: string, before?: Template): Working {
  const own = withJsonAt(working, [...option, 'value'], value)
  const was = jsonAt(working, [...option, 'value'])
  const part = option.slice(0, -2)
  const options = listAt(working, [...part, 'options'])
  const isAlone = options.filter((each) => jsonAt(each, ['value']) === was).length === 1
  if (typeof was !== 'string' || was === '' || was === value || !isAlone) return own
  const compared = namingsOf(working, part)
    .map((path) => [...path.slice(0, -1), 'value'])
    .filter((path) => jsonAt(working, path) === was)
  const named = compared.reduce((done, path) => withJsonAt(done, path, value), own)
  const id = jsonAt(working, [...part, 'id'])
  return part.length === 4 && typeof id === 'string'
    ? optionStepsRenamed(named, id, { from: was, to: value }, before)
    : named
}
