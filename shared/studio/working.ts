import { isObject, type Json, type Value } from '../fields/json.ts'
import { type JsonPath, jsonAt, listAt } from './json-path.ts'
import { isTemplateText, type TemplateText } from './text.ts'

/**
 * A working copy of a template is plain JSON and may be unfinished anywhere. Where it is a text, that is what somebody has
 * written in the JSON beside the form and that no longer reads as JSON: it is kept as it stands.
 */
export type Working = Json

/** What somebody points at in a template: the whole, a section, a field, or a column of a repeated group. */
export interface WorkingPart {
  readonly kind: 'template' | 'section' | 'field' | 'column'
  readonly path: JsonPath
  readonly id: string
  /** The type of a field; empty for what is none. */
  readonly type: string
  readonly label: TemplateText
  readonly isConditional: boolean
}

const textMember = (value: Value, member: string): string => {
  const text = jsonAt(value, [member])
  return typeof text === 'string' ? text : ''
}

function partOf(kind: WorkingPart['kind'], path: JsonPath, value: Json): WorkingPart {
  const label = jsonAt(value, [kind === 'template' || kind === 'section' ? 'title' : 'label'])
  return {
    kind,
    path,
    id: textMember(value, 'id'),
    type: kind === 'field' || kind === 'column' ? textMember(value, 'type') : '',
    label: isTemplateText(label) ? label : {},
    isConditional: jsonAt(value, ['visibleWhen']) !== undefined,
  }
}

const parts = new WeakMap<object, { readonly path: JsonPath; readonly parts: readonly WorkingPart[] }>()

/** A part with those inside it, worked out once while it stands where it does. */
function withInner(kind: WorkingPart['kind'], path: JsonPath, value: Json): readonly WorkingPart[] {
  const known = isObject(value) ? parts.get(value) : undefined
  if (known && known.path.join() === path.join()) return known.parts
  const inner = kind === 'section' ? 'field' : 'column'
  const members = kind === 'column' ? [] : listAt(value, ['fields'])
  const made = [
    partOf(kind, path, value),
    ...members.flatMap((member, index) => withInner(inner, [...path, 'fields', index], member)),
  ]
  if (isObject(value)) parts.set(value, { path, parts: made })
  return made
}

/** The parts of each section, the section first: the same list for as long as nothing in the section is another. */
export function sectionPartsOf(working: Working): readonly (readonly WorkingPart[])[] {
  return listAt(working, ['sections']).map((section, index) =>
    withInner('section', ['sections', index], section),
  )
}

/** The template itself as a part. */
export const templatePart = (working: Working): WorkingPart => partOf('template', [], working)

/** The template and everything in it, in document order, whatever its form. */
export function partsOf(working: Working): readonly WorkingPart[] {
  return [templatePart(working), ...sectionPartsOf(working).flat()]
}

/** The lists that parts stand in, from the outside in. */
const lists = ['sections', 'fields', 'fields']

/** The innermost part that a path points at or into, by its form alone. */
export function partPath(path: readonly PropertyKey[]): JsonPath {
  const found: (string | number)[] = []
  for (const [depth, name] of lists.entries()) {
    const [list, index] = path.slice(2 * depth)
    if (list !== name || typeof index !== 'number') break
    found.push(name, index)
  }
  return found
}

/** The part that stands at a path, or the innermost one around it. */
export function partAround(working: Working, path: readonly PropertyKey[]): JsonPath {
  let part = partPath(path)
  while (part.length > 0 && jsonAt(working, part) === undefined) part = part.slice(0, -2)
  return part
}

/** The ids of sections, or of fields: those that a new one must differ from. */
export function takenIds(working: Working, kind: 'section' | 'field'): Set<string> {
  return new Set(partsOf(working).flatMap((part) => (part.kind === kind ? [part.id] : [])))
}

/** The ids of the columns of the group at a path. */
export function takenColumns(working: Working, group: JsonPath): Set<string> {
  return new Set(listAt(working, [...group, 'fields']).map((column) => textMember(column, 'id')))
}
