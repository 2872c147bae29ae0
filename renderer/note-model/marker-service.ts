import { dequal } from 'dequal/lite'
import type { Severity } from '../../shared/fields/place.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { createListeners, type Unsubscribe } from '../base/listeners.ts'

/** What markers are about: the id of a note, or of a case. */
export type Resource = string
export type Counts = Readonly<Record<Severity, number>>

export const noCounts: Counts = { error: 0, warning: 0, info: 0 }
const none: readonly Marker[] = []

/**
 * Holds all markers, by owner (who found them) and resource (what they are about). Every view only reads.
 * What is read keeps its identity until it changes, so that a view can subscribe without rendering in vain.
 */
export interface MarkerService {
  /** An owner replaces all its markers for a resource in one call; an empty list takes them away. */
  replace: (owner: string, resource: Resource, markers: readonly Marker[]) => void
  /** Takes away all markers of a resource, whoever found them. */
  forget: (resource: Resource) => void
  markers: (resource: Resource) => readonly Marker[]
  /** The markers of one field, rows and columns with it. */
  ofField: (resource: Resource, field: string) => readonly Marker[]
  counts: (resource: Resource) => Counts
  resources: () => readonly Resource[]
  /** Another number after every change. */
  version: () => number
  /** The sum over all resources. */
  total: () => Counts
  /** Called with the resources that changed. */
  onChange: (listener: (resource: Resource) => void) => Unsubscribe
}

interface Held {
  owners: Map<string, readonly Marker[]>
  all: readonly Marker[]
  fields: Map<string, readonly Marker[]>
  counts: Counts
}

/** How many markers of each severity. */
export function countMarkers(markers: readonly Marker[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const marker of markers) counts[marker.severity] += 1
  return counts
}

function addCounts(left: Counts, right: Counts): Counts {
  return {
    error: left.error + right.error,
    warning: left.warning + right.warning,
    info: left.info + right.info,
  }
}

function sameMarkers(left: readonly Marker[], right: readonly Marker[]): boolean {
  if (left === right) return true
  if (left.length !== right.length) return false
  return left.every((marker, index) => {
    const other = right[index]
    return dequal(marker, other)
  })
}

function byField(
  markers: readonly Marker[],
  before: Map<string, readonly Marker[]>,
): Map<string, readonly Marker[]> {
  const fields = new Map<string, Marker[]>()
  for (const marker of markers) {
    const { field } = marker.where
    if (field === undefined) continue
    const list = fields.get(field)
    if (list) list.push(marker)
    else fields.set(field, [marker])
  }
  const kept = new Map<string, readonly Marker[]>()
  for (const [field, list] of fields) {
    const old = before.get(field)
    kept.set(field, old && sameMarkers(old, list) ? old : list)
  }
  return kept
}

/** An empty marker service. One serves the whole window. */
export function createMarkerService(): MarkerService {
  const held = new Map<Resource, Held>()
  const changes = createListeners<Resource>()
  let sum: Counts | undefined
  let names: readonly Resource[] | undefined
  let version = 0

  function put(resource: Resource, owners: Map<string, readonly Marker[]>): void {
    const before = held.get(resource)
    const all = [...owners.values()].flat()
    sum = undefined
    names = undefined
    version += 1
    if (all.length === 0) held.delete(resource)
    else {
      const fields = byField(all, before?.fields ?? new Map<string, readonly Marker[]>())
      held.set(resource, { owners, all, fields, counts: countMarkers(all) })
    }
    changes.emit(resource)
  }

  return {
    replace: (owner, resource, markers) => {
      const before = held.get(resource)
      if (sameMarkers(before?.owners.get(owner) ?? none, markers)) return
      const owners = new Map(before?.owners)
      if (markers.length === 0) owners.delete(owner)
      else owners.set(owner, markers)
      put(resource, owners)
    },
    forget: (resource) => {
      if (held.has(resource)) put(resource, new Map<string, readonly Marker[]>())
    },
    markers: (resource) => held.get(resource)?.all ?? none,
    ofField: (resource, field) => held.get(resource)?.fields.get(field) ?? none,
    counts: (resource) => held.get(resource)?.counts ?? noCounts,
    resources: () => {
      names ??= [...held.keys()]
      return names
    },
    version: () => version,
    total: () => {
      sum ??= [...held.values()].reduce((counts, each) => addCounts(counts, each.counts), noCounts)
      return sum
    },
    onChange: changes.add,
  }
}

export type FieldStatus = 'error' | 'warning' | 'answered' | 'empty'

/** How a field stands: its gravest problem, else answered or empty. Information is no problem. */
export function fieldStatus(markers: readonly Marker[], answered: boolean): FieldStatus {
  if (markers.some(({ severity }) => severity === 'error')) return 'error'
  if (markers.some(({ severity }) => severity === 'warning')) return 'warning'
  return answered ? 'answered' : 'empty'
}
