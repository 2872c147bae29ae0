import { describe, expect, test } from 'vitest'
import { createMarkerService } from '../../../renderer/note-model/marker-service.ts'
import { type Marker, markerSchema } from '../../../shared/note/marker.ts'

const planering = '0b9f6c1e-8f43-4b0b-9a52-1d5ad8f9a001'
const plan = '0b9f6c1e-8f43-4b0b-9a52-1d5ad8f9a003'

function problem(field: string, severity: Marker['severity'] = 'error', rule = 'falt/obligatoriskt'): Marker {
  return markerSchema.parse({
    rule,
    severity,
    message: { key: 'rules.required' },
    where: { note: planering, field },
    related: [],
    fixes: [],
  })
}

describe('the marker service', () => {
  test('an owner replaces all its markers for a note, and no others', () => {
    const service = createMarkerService()
    service.replace('check', planering, [problem('mal'), problem('samrad')])
    service.replace('case', planering, [problem('mal', 'warning')])
    service.replace('check', plan, [problem('kanal')])
    service.replace('check', planering, [problem('samrad')])
    expect(service.markers(planering).map((marker) => [marker.where.field, marker.severity])).toEqual([
      ['samrad', 'error'],
      ['mal', 'warning'],
    ])
    expect(service.markers(plan)).toHaveLength(1)
  })

  test('counts by severity, for a note and for all', () => {
    const service = createMarkerService()
    service.replace('check', planering, [problem('mal'), problem('samrad', 'warning')])
    service.replace('check', plan, [problem('kanal'), problem('initiativ', 'info')])
    expect(service.counts(planering)).toEqual({ error: 1, warning: 1, info: 0 })
    expect(service.total()).toEqual({ error: 2, warning: 1, info: 1 })
    service.forget(plan)
    expect(service.total()).toEqual({ error: 1, warning: 1, info: 0 })
    expect(service.resources()).toEqual([planering])
  })

  test('tells once for each change, and not at all where nothing changed', () => {
    const service = createMarkerService()
    const heard: string[] = []
    const stop = service.onChange((resource) => heard.push(resource))
    service.replace('check', planering, [problem('mal')])
    service.replace('check', planering, [problem('mal')])
    service.replace('check', plan, [])
    expect(heard).toEqual([planering])
    stop()
    service.replace('check', planering, [])
    expect(heard).toEqual([planering])
  })

  test('what a field shows keeps its identity while other fields change', () => {
    const service = createMarkerService()
    service.replace('check', planering, [problem('mal'), problem('samrad')])
    const before = service.ofField(planering, 'mal')
    service.replace('check', planering, [problem('mal')])
    expect(service.ofField(planering, 'mal')).toBe(before)
    expect(service.ofField(planering, 'samrad')).toEqual([])
    service.replace('check', planering, [problem('mal', 'warning')])
    expect(service.ofField(planering, 'mal')).not.toBe(before)
  })
})
