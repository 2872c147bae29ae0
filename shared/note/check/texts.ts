import { MAX_FIELD_CHARS } from '../limits.ts'
import type { Marker } from '../marker.ts'
import { marker } from './marker.ts'
import type { Place } from './place.ts'

/** A text longer than its field, or any field, takes. Nothing is cut. */
export function checkLength(text: string, place: Place, limit = MAX_FIELD_CHARS): Marker[] {
  if (text.length <= limit) return []
  const params = { label: place.name(), characters: text.length, limit }
  return [marker('falt/for-lang', 'error', ['rules.falt.for-lang', params], place.where)]
}
