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
