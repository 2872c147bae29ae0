import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Marker } from '../../../shared/note/marker.ts'
import { rules } from '../../../shared/rules/index.ts'
import { checkBundle, readBundle } from './bundles.ts'

const folder = 'tests/fixtures/rules'
const fileOf = (id: string, kind: string) => `${folder}/r${id.slice(1).padStart(2, '0')}-${kind}.json`
const ruleMarkers = (markers: readonly Marker[]) => markers.filter(({ rule }) => /^R\d+$/.test(rule))
const fieldErrors = (markers: readonly Marker[]) =>
  markers.filter(({ rule, severity }) => rule.startsWith('falt/') && severity === 'error')

const ids = [...new Set(rules.map(({ id }) => id))]
/** What these find stops nothing; every other rule stops journalföring in its failing case. */
const warnings = new Set(['R6', 'R7', 'R9', 'R11', 'R12', 'R14', 'R18', 'R19', 'R22', 'R23', 'R25'])
const asks = new Set(['R20', 'R21', 'R26'])
const severityOf = (id: string) => (warnings.has(id) ? 'warning' : asks.has(id) ? 'info' : 'error')

describe('every rule has a case that breaks it and a case that keeps it', () => {
  test.each(ids)('%s is found in its failing case, and nothing else is wrong there', (id) => {
    const found = checkBundle(readBundle(fileOf(id, 'fel')))
    expect(ruleMarkers(found).map((marker) => [marker.rule, marker.severity])).toEqual([[id, severityOf(id)]])
    expect(fieldErrors(found)).toEqual([])
  })

  test.each(ids)('%s finds nothing in its passing case', (id) => {
    const found = checkBundle(readBundle(fileOf(id, 'ratt')))
    expect(ruleMarkers(found)).toEqual([])
    expect(fieldErrors(found)).toEqual([])
  })

  test('no case stands without its rule', () => {
    const wanted = ids.flatMap((id) => [fileOf(id, 'fel'), fileOf(id, 'ratt')])
    expect(
      readdirSync(folder)
        .filter((name) => /^r\d/.test(name))
        .map((name) => `${folder}/${name}`)
        .toSorted(),
    ).toEqual(wanted.toSorted())
  })
})
