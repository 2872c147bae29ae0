import { expect, test } from 'vitest'
import { toldApart } from '../../../renderer/workbench/editors/tell-apart.ts'

const tabs = (...all: [title: string, ...apart: string[]][]) =>
  new Map(all.map(([title, ...apart], index) => [String(index), { title, apart }]))

test.each([
  [
    'tabs of different names say no more than those',
    tabs(['Planering', '26-1187'], ['Möte', '26-1187']),
    ['Planering', 'Möte'],
  ],
  [
    'two of a name say their case',
    tabs(['Planering', '26-1187', '2026-05-01'], ['Planering', '26-1190', '2026-05-01']),
    ['Planering 26-1187', 'Planering 26-1190'],
  ],
  [
    'two of a case say their day as well, and a third of another case only that',
    tabs(
      ['Planering', '26-1187', '2026-05-01'],
      ['Planering', '26-1187', '2026-05-07'],
      ['Planering', '26-1190', '2026-05-01'],
    ),
    ['Planering 26-1187 2026-05-01', 'Planering 26-1187 2026-05-07', 'Planering 26-1190'],
  ],
  [
    'what has nothing to be told apart by stays as it is',
    tabs(['Anteckning'], ['Anteckning']),
    ['Anteckning', 'Anteckning'],
  ],
  ['no tabs, no titles', tabs(), []],
])('%s', (_, named, shown) => {
  expect([...toldApart(named).values()]).toEqual(shown)
})
