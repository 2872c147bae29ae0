import { describe, expect, test } from 'vitest'
import { groupProblems, noFilter } from '../../../renderer/features/problems/problem-list.ts'
import { fieldStatus } from '../../../renderer/note-model/marker-service.ts'
import { type Marker, markerSchema } from '../../../shared/note/marker.ts'
import { caseId, noteId } from '../notes/support.ts'

const marker = (key: string, severity: Marker['severity'], rule = 'R1') =>
  markerSchema.parse({ rule, severity, message: { key }, where: { field: 'mal' }, related: [], fixes: [] })
const source = (title: string, ...markers: Marker[]) => ({
  resource: title,
  caseId,
  note: noteId,
  title,
  markers,
})
const sources = [
  source('Planering · 26-1187', marker('Ange målet', 'error'), marker('Följ upp', 'warning', 'R7')),
  source('Arbetsgivarens plan · 26-1187', marker('Skriv vem', 'error', 'R5')),
]
const shown = (filter: typeof noFilter) =>
  groupProblems(sources, filter, 'sv').map((group) => [
    group.source.title,
    ...group.problems.map((each) => each.message),
  ])

describe('problems in the panel', () => {
  test('stand under their note, in the order they were found', () => {
    expect(shown(noFilter)).toEqual([
      ['Planering · 26-1187', 'Ange målet', 'Följ upp'],
      ['Arbetsgivarens plan · 26-1187', 'Skriv vem'],
    ])
  })

  test.each([
    ['FÖLJ', [['Planering · 26-1187', 'Följ upp']]],
    ['r5', [['Arbetsgivarens plan · 26-1187', 'Skriv vem']]],
    ['arbetsgivarens', [['Arbetsgivarens plan · 26-1187', 'Skriv vem']]],
    ['finns inte', []],
  ])('the filter %j finds words, rules and notes', (text, expected) => {
    expect(shown({ ...noFilter, text })).toEqual(expected)
  })

  test('severities can be left out', () => {
    expect(shown({ text: '', severities: new Set(['warning']) })).toEqual([
      ['Planering · 26-1187', 'Följ upp'],
    ])
  })
})

describe('how a field stands in the outline', () => {
  test.each([
    [['error', 'warning'], true, 'error'],
    [['warning', 'info'], true, 'warning'],
    [['info'], true, 'answered'],
    [[], true, 'answered'],
    [[], false, 'empty'],
  ] as const)('%j, answered %s: %s', (severities, answered, status) => {
    expect(
      fieldStatus(
        severities.map((severity) => marker('x', severity)),
        answered,
      ),
    ).toBe(status)
  })
})
