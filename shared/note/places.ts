import type { FieldId } from '../fields/base.ts'

/** Where what was written in each field of one version of a template stands in another; several where it has been parted. */
export type Places = ReadonlyMap<FieldId, readonly FieldId[]>

/** The same, looked at from the other end. */
export function turnedPlaces(places: Places): Places {
  const back = new Map<FieldId, FieldId[]>()
  for (const [from, fields] of places)
    for (const field of fields) back.set(field, [...(back.get(field) ?? []), from])
  return back
}

/** From the first version to the last, by way of the one between. */
export function placesThrough(first: Places, then: Places): Places {
  return new Map(
    [...first].map(([from, fields]) => [
      from,
      [...new Set(fields.flatMap((field) => then.get(field) ?? []))],
    ]),
  )
}

/** Where something that stood in a field stands now: of several, in the one that says it. */
export function placeNow(places: Places, field: FieldId, says: (field: FieldId) => boolean): FieldId {
  const fields = places.get(field) ?? []
  return fields.find(says) ?? fields[0] ?? field
}
