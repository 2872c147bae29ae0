import { isObject, type Json } from '../fields/json.ts'
import { blankField, blankSection } from './blank.ts'
import { type JsonPath, jsonAt, listAt, splicedAt, withJsonAt } from './json-path.ts'
import { renamed } from './namings.ts'
import { freeId } from './slug.ts'
import { takenColumns, takenIds, type Working } from './working.ts'

/** A working copy after an edit, and the part that one is at then. */
export interface Edited {
  readonly working: Working
  readonly at: JsonPath
}

/** The list that a part stands in, and its number there; undefined for the template itself. */
function standing(part: JsonPath): { list: JsonPath; index: number } | undefined {
  const index = part.at(-1)
  return typeof index === 'number' ? { list: part.slice(0, -1), index } : undefined
}

const isColumn = (part: JsonPath) => part.length === 6
const isGroup = (working: Working, part: JsonPath) => jsonAt(working, [...part, 'type']) === 'group'

function put(working: Working, list: JsonPath, index: number, item: Json): Edited {
  return { working: splicedAt(working, list, index, 0, item), at: [...list, index] }
}

/** Adds a section after the one that a part is in, or last. */
export function withNewSection(working: Working, after: JsonPath): Edited {
  const index = typeof after[1] === 'number' ? after[1] + 1 : listAt(working, ['sections']).length
  const id = freeId('avsnitt', takenIds(working, 'section'))
  const section = blankSection(id, freeId('falt', takenIds(working, 'field')))
  return put(working, ['sections'], index, section)
}

/** Adds a field after a field, or last in a section; a column after a column. In a template without sections one is made. */
export function withNewField(working: Working, after: JsonPath, type: string): Edited {
  if (after.length === 0) {
    const sections = listAt(working, ['sections']).length
    if (sections === 0) return withNewSection(working, after)
    return withNewField(working, ['sections', sections - 1], type)
  }
  const place = after.length === 2 ? undefined : standing(after)
  const list = place?.list ?? [...after, 'fields']
  const index = place === undefined ? listAt(working, list).length : place.index + 1
  const taken = isColumn(after) ? takenColumns(working, after.slice(0, 4)) : takenIds(working, 'field')
  return put(working, list, index, blankField(type, freeId(isColumn(after) ? 'kolumn' : 'falt', taken)))
}

/** Adds a column last in the group at a path. */
export function withNewColumn(working: Working, group: JsonPath): Edited {
  const list = [...group, 'fields']
  const column = blankField('text', freeId('kolumn', takenColumns(working, group)))
  return put(working, list, listAt(working, list).length, column)
}

/** What only one field of a template may have stays with the first. */
function withoutUnique(value: Json): Json {
  if (!isObject(value)) return value
  const { concept: _concept, survey: _survey, ...rest } = value
  return Array.isArray(rest.fields) ? { ...rest, fields: rest.fields.map(withoutUnique) } : rest
}

/** A section's copy is first given its new ids standing alone, so that what its fields say of each other follows. */
function copiedSection(working: Working, section: Json): Json {
  const taken = takenIds(working, 'field')
  const alone: Json = { sections: [withoutUnique(section)] }
  const copied = listAt(alone, ['sections', 0, 'fields']).reduce<Working>((done, field, index) => {
    const id = jsonAt(field, ['id'])
    if (typeof id !== 'string') return done
    const free = freeId(id, taken)
    taken.add(free)
    return renamed(done, ['sections', 0, 'fields', index], free)
  }, alone)
  return jsonAt(copied, ['sections', 0]) ?? section
}

/** Copies a part to just after itself, with ids of its own. */
export function withCopy(working: Working, part: JsonPath): Edited {
  const place = standing(part)
  const value = jsonAt(working, part)
  if (place === undefined || value === undefined) return { working, at: part }
  const copy = part.length === 2 ? copiedSection(working, value) : withoutUnique(value)
  const taken = isColumn(part)
    ? takenColumns(working, part.slice(0, 4))
    : takenIds(working, part.length === 2 ? 'section' : 'field')
  const id = jsonAt(copy, ['id'])
  const own = typeof id === 'string' ? withJsonAt(copy, ['id'], freeId(id, taken)) : copy
  return put(working, place.list, place.index + 1, own)
}

/** Takes a part away. One is then at what stands in its place, or before it, or at what it stood in. */
export function withoutPart(working: Working, part: JsonPath): Edited {
  const place = standing(part)
  if (place === undefined) return { working, at: part }
  const without = splicedAt(working, place.list, place.index, 1)
  const left = listAt(without, place.list).length
  const at = left === 0 ? place.list.slice(0, -1) : [...place.list, Math.min(place.index, left - 1)]
  return { working: without, at }
}

/** The sections that a field comes to when it goes on past the first or the last of its own. */
function intoNext(working: Working, part: JsonPath, by: -1 | 1): Edited | undefined {
  const [, section] = part
  const to = typeof section === 'number' ? section + by : -1
  const value = jsonAt(working, part)
  if (part.length !== 4 || value === undefined || jsonAt(working, ['sections', to]) === undefined)
    return undefined
  const list = ['sections', to, 'fields']
  const without = withoutPart(working, part).working
  return put(without, list, by === 1 ? 0 : listAt(without, list).length, value)
}

/**
 * Moves a part a step up or down among those it stands with. A field goes on into the section before or after its own; what
 * names it goes by its id, and so still means it.
 */
export function withMoved(working: Working, part: JsonPath, by: -1 | 1): Edited {
  const place = standing(part)
  const value = jsonAt(working, part)
  if (place === undefined || value === undefined) return { working, at: part }
  const to = place.index + by
  if (jsonAt(working, [...place.list, to]) === undefined)
    return intoNext(working, part, by) ?? { working, at: part }
  return put(splicedAt(working, place.list, place.index, 1), place.list, to, value)
}

/**
 * Makes a field one of another type. What the types have in common stays, with the options where both have some; the rest goes,
 * and is there again where the change is undone.
 */
export function withType(working: Working, part: JsonPath, type: string): Working {
  const before = jsonAt(working, part)
  if (!isObject(before)) return working
  const blank = blankField(type, '')
  const common = ['id', 'label', 'visibleWhen', ...(type === 'info' ? [] : answerMembers)]
  const kept = Object.entries(before).filter(
    ([member]) => common.includes(member) || Object.hasOwn(blank, member),
  )
  return withJsonAt(working, part, { ...blank, ...Object.fromEntries(kept), type })
}

/** What every field with an answer may have. */
const answerMembers = [
  'help',
  'support',
  'obligation',
  'obligatoryWhen',
  'demand',
  'concept',
  'about',
  'journal',
  'medical',
  'saidBy',
  'survey',
]

/** Whether a column can be added in a part. */
export const takesColumns = (working: Working, part: JsonPath): boolean =>
  part.length === 4 && isGroup(working, part)
