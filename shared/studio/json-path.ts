import { isObject, type Json, type Value, withMember } from '../fields/json.ts'

/** Where something stands in a JSON value: `['sections', 0, 'fields', 2]`. */
export type JsonPath = readonly (string | number)[]

/** Whether a path is one that JSON can have. */
export function isJsonPath(path: readonly PropertyKey[]): path is JsonPath {
  return path.every((part) => typeof part !== 'symbol')
}

/** What stands at a path; undefined where nothing does. */
export function jsonAt(root: Value, path: JsonPath): Value {
  let value: Value = root
  for (const part of path) {
    if (Array.isArray(value)) value = typeof part === 'number' ? value[part] : undefined
    else value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined
  }
  return value
}

/** The list at a path; an empty one where there is none. */
export function listAt(root: Value, path: JsonPath): readonly Json[] {
  const value = jsonAt(root, path)
  return Array.isArray(value) ? value : []
}

/**
 * The value with another at a path, or without it where it is undefined. All that stands elsewhere is the same object as
 * before. Objects and lists on the way that are not there are made; a scalar on the way gives place to them.
 */
export function withJsonAt(root: Value, path: JsonPath, value: Value): Json {
  const [part, ...rest] = path
  if (part === undefined) return value ?? null
  const inner = rest.length === 0 ? value : withJsonAt(jsonAt(root, [part]), rest, value)
  if (typeof part === 'string') {
    const object = isObject(root) ? root : {}
    // Members stay in their order, as whoever reads the JSON has them.
    return inner === undefined ? withMember(object, part, inner) : { ...object, [part]: inner }
  }
  const list = Array.isArray(root) ? root : []
  if (inner === undefined) return list.filter((_, index) => index !== part)
  return part < list.length ? list.with(part, inner) : [...list, inner]
}

/** The list at a path with some of its items in place of `removed` others. */
export function splicedAt(
  root: Json,
  path: JsonPath,
  index: number,
  removed: number,
  ...items: Json[]
): Json {
  return withJsonAt(root, path, listAt(root, path).toSpliced(index, removed, ...items))
}

/** Whether a path stands at another or inside it. */
export function isInside(path: readonly PropertyKey[], outer: JsonPath): boolean {
  return outer.every((part, index) => path[index] === part)
}

/** A path as a key of a map or of a list on the screen. */
export function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('/')
}
