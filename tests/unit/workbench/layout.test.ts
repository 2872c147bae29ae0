import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ReadInput } from '../../../renderer/workbench/editor-input.ts'
import {
  defaultBars,
  type GridNode,
  prune,
  readLayout as readStored,
  writeLayout,
} from '../../../renderer/workbench/layout/layout-store.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'

const CASE = '00000000-0000-4000-8000-000000000001'
const NOTE = '00000000-0000-4000-8000-000000000002'
const note = { type: 'note', noteId: NOTE, caseId: CASE }
const TAB = `note:${CASE}:${NOTE}`

const known = z.union([
  z.strictObject({ type: z.literal('note'), noteId: noteIdSchema, caseId: caseIdSchema }),
  z.strictObject({ type: z.literal('settings') }),
])
const read: ReadInput = (raw) => known.safeParse(raw).data
const readLayout = (layout: unknown) => readStored(layout, read)

const leaf = (id: string, views: string[], activeView?: string): GridNode => ({
  type: 'leaf',
  size: 100,
  data: { id, views, ...(activeView === undefined ? {} : { activeView }) },
})
const grid = (...data: GridNode[]) => ({
  root: { type: 'branch', size: 500, data },
  width: 900,
  height: 500,
  orientation: 'HORIZONTAL',
})
const stored = (editors: unknown, bars: unknown = defaultBars) => ({ version: 1, bars, editors })

describe('a stored layout is put back', () => {
  test('as it was written', () => {
    const layout = readLayout(stored({ grid: grid(leaf('1', [TAB], TAB)), inputs: [note], activeGroup: '1' }))
    expect(layout.editors?.inputs).toEqual([note])
    expect(readLayout(JSON.parse(JSON.stringify(writeLayout(layout))))).toEqual(layout)
  })

  test('without the editors that this version does not know', () => {
    const { editors } = readLayout(
      stored({
        grid: grid(leaf('1', ['time-machine:1', TAB], 'time-machine:1'), leaf('2', ['time-machine:2'])),
        inputs: [{ type: 'time-machine', id: 1 }, note, { type: 'time-machine', id: 2 }],
      }),
    )
    expect(editors?.inputs).toEqual([note])
    expect(editors?.grid.root).toEqual({
      type: 'branch',
      size: 500,
      data: [leaf('1', [TAB], TAB)],
    })
  })

  test('with the bars at their defaults where they do not parse, and the editors all the same', () => {
    const layout = readLayout(
      stored({ grid: grid(leaf('1', ['settings'])), inputs: [{ type: 'settings' }] }, { sideBar: 'wide' }),
    )
    expect(layout.bars).toEqual(defaultBars)
    expect(layout.editors?.inputs).toEqual([{ type: 'settings' }])
  })

  test('never with more than ids: an input that carries anything else is left out', () => {
    const { editors } = readLayout(
      stored({ grid: grid(leaf('1', [TAB])), inputs: [{ ...note, name: 'Lena Berg' }] }),
    )
    expect(editors).toBeUndefined()
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['another version', { version: 2, bars: defaultBars }],
    ['a text', 'layout'],
    ['a grid of another form', stored({ grid: { root: 'x' }, inputs: [note] })],
    ['no tab at all', stored({ grid: grid(), inputs: [] })],
  ])('from %s: the defaults, and no editors', (_what, value) => {
    expect(readLayout(value)).toEqual({ bars: defaultBars, editors: undefined })
  })
})

test('groups left empty go, and the rows that held only them', () => {
  const root: GridNode = {
    type: 'branch',
    data: [
      { type: 'branch', data: [leaf('1', ['a']), leaf('2', ['b'])] },
      { type: 'branch', data: [leaf('3', ['c'])] },
    ],
  }
  expect(prune(root, new Set(['b']))).toEqual({
    type: 'branch',
    data: [{ type: 'branch', data: [leaf('2', ['b'], 'b')] }],
  })
  expect(prune(root, new Set())).toBeUndefined()
})
