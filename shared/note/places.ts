import type { FieldId } from '../fields/base.ts'

/** Where what was written in each field of one version of a template stands in another; several where it has been parted. */
export type FieldPlaces = ReadonlyMap<FieldId, readonly FieldId[]>

/** The same, looked at from the other end. */
export function turnedPlaces(places: FieldPlaces): FieldPlaces {
  const back = new Map<FieldId, FieldId[]>()
  for (const [from, fields] of places)
    for (const field of fields) back.set(field, [...(back.get(field) ?? []), from])
  return back
}

/** From the first version to the last, by way of the one between. */
export function placesThrough(first: FieldPlaces, then: FieldPlaces): FieldPlaces {
  return new Map(
    [...first].map(([from, fields]) => [
      from,
      [...new Set(fields.flatMap((field) => then.get(field) ?? []))],
    ]),
  )
}

/** Where something that stood in a field stands now: of several, in the one that says it. */
export function placeNow(places: FieldPlaces, field: FieldId, says: (field: FieldId) => boolean): FieldId {
  const fields = places.get(field) ?? []
  return fields.find(says) ?? fields[0] ?? field
}

/** What each field that is no longer called as it was is called now. One to one, so that it can be turned: an id goes to one. */
export type FieldNames = ReadonlyMap<FieldId, FieldId>

/**
 * The names by which what was said of whole answers is found again. An answer that was parted or joined keeps its name, unless another
 * answer came there whole: then it gives way, and has the name that came free.
 */
export function namesOf(places: FieldPlaces): FieldNames {
  const origins = turnedPlaces(places)
  const names = new Map<FieldId, FieldId>()
  const back = new Map<FieldId, FieldId>()
  for (const [from, [to, ...more]] of places) {
    if (to === undefined || more.length > 0 || origins.get(to)?.length !== 1) continue
    names.set(from, to)
    back.set(to, from)
  }
  for (const to of [...back.keys()].filter((name) => !names.has(name))) {
    let free = to
    for (let before = back.get(free); before !== undefined; before = back.get(free)) free = before
    names.set(to, free)
  }
  return names
}

/** The names after two versions, by those of the one between. */
export const namesThrough = (first: FieldNames, then: FieldNames): FieldNames =>
  new Map([...then, ...[...first].map(([from, to]) => [from, then.get(to) ?? to] as const)])

/** The names before, by those after. */
export const turnedNames = (names: FieldNames): FieldNames =>
  new Map([...names].map(([from, to]) => [to, from] as const))

/** What is said of fields, under the names that these have now. */
export const underNames = <T extends { readonly field: FieldId }>(
  said: readonly T[],
  names: FieldNames,
): T[] => said.map((one) => ({ ...one, field: names.get(one.field) ?? one.field }))
