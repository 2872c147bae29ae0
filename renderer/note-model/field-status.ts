import type { Marker } from '../../shared/note/marker.ts'

export type FieldStatus = 'error' | 'warning' | 'answered' | 'empty'

/** How a field stands: its gravest problem, else answered or empty. Information is no problem. */
export function fieldStatus(markers: readonly Marker[], answered: boolean): FieldStatus {
  if (markers.some(({ severity }) => severity === 'error')) return 'error'
  if (markers.some(({ severity }) => severity === 'warning')) return 'warning'
  return answered ? 'answered' : 'empty'
}
