import { describe, expect, test } from 'vitest'
import type { Contribution, StatusItem } from '../../../renderer/workbench/contribution.ts'
import { createRegistry } from '../../../renderer/workbench/registry.ts'

const nothing = () => undefined
const item = (id: string, order: number): StatusItem => ({ id, side: 'left', component: nothing, order })

describe('the registry of contributions', () => {
  test('puts views in their order, whatever order the features come in', () => {
    const registry = createRegistry([
      { id: 'b', statusItems: [item('last', 30), item('first', 10)] },
      { id: 'a', statusItems: [item('middle', 20)] },
    ])
    expect(registry.statusItems.map(({ id }) => id)).toEqual(['first', 'middle', 'last'])
  })

  test('finds a command by its id', () => {
    const command = { id: 'note.sign', title: 'frame.app', run: () => undefined } as const
    expect(createRegistry([{ id: 'notes', commands: [command] }]).commands.get('note.sign')).toBe(command)
  })

  const editor = {
    type: 'note',
    read: nothing,
    Editor: nothing,
    useTitle: () => ({ title: '', icon: 'note' }),
  } as const
  const view = { id: 'x', title: 'frame.app', icon: 'note', component: nothing, order: 1 } as const
  const same: [string, Omit<Contribution, 'id'>][] = [
    ['command', { commands: [{ id: 'x', title: 'frame.app', run: () => undefined }] }],
    ['editor', { editors: [editor] }],
    ['side bar view', { sideBarViews: [view] }],
    ['panel view', { panelViews: [view] }],
    ['auxiliary section', { auxiliarySections: [view] }],
    ['status item', { statusItems: [item('x', 1)] }],
  ]
  test.each(same)('refuses the same %s twice', (what, part) => {
    const twice = () =>
      createRegistry([
        { id: 'one', ...part },
        { id: 'two', ...part },
      ])
    expect(twice).toThrow(`Two contributions give the ${what}`)
  })

  test('refuses the same contribution twice, and two that say what quick open finds', () => {
    expect(() => createRegistry([{ id: 'a' }, { id: 'a' }])).toThrow('"a"')
    const useOpenItems = () => ({ items: [], isCurrent: true })
    expect(() =>
      createRegistry([
        { id: 'a', useOpenItems },
        { id: 'b', useOpenItems },
      ]),
    ).toThrow('useOpenItems')
  })
})
