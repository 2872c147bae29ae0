import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { useActiveEditor, useWorkbench } from '../../../../renderer/workbench/context.ts'
import type { Contribution } from '../../../../renderer/workbench/contribution.ts'
import { useEditorStore } from '../../../../renderer/workbench/editors/editor-service.ts'
import { AuxiliaryBar } from '../../../../renderer/workbench/frame/auxiliary-bar.tsx'
import { SideBar } from '../../../../renderer/workbench/frame/side-bar.tsx'
import { setSize } from '../../../../renderer/workbench/layout/layout-store.ts'
import { freshWindow, showParts } from './support.tsx'

let drawn: Record<string, number>
const drew = (name: string) => {
  drawn[name] = (drawn[name] ?? 0) + 1
}

function Tree() {
  drew('a view that opens editors')
  useWorkbench()
  return <p>Ärenden</p>
}
function Support() {
  drew('a view that follows the active editor')
  return <p>{useActiveEditor()?.type ?? 'ingen'}</p>
}

const views: Contribution[] = [
  {
    id: 'views',
    sideBarViews: [{ id: 'cases', title: 'cases.title', icon: 'folder', component: Tree, order: 1 }],
    auxiliarySections: [{ id: 'support', title: 'notes.support', component: Support, order: 1 }],
  },
]

beforeEach(() => {
  drawn = {}
  freshWindow()
})
afterEach(cleanup)

test('drawing a sash moves the bar and renders nothing that stands in it', () => {
  showParts(
    <>
      <SideBar />
      <AuxiliaryBar />
    </>,
    views,
  )
  const before = { ...drawn }
  for (let width = 300; width < 340; width += 4) act(() => setSize('sideBar', width))
  act(() => setSize('auxiliaryBar', 333))
  expect(screen.getByText('Ärenden').closest<HTMLElement>('.side-bar')?.style.width).toBe('336px')
  expect(drawn).toEqual(before)
})

test('another tab wakes the views that follow the active editor, and no other', () => {
  showParts(
    <>
      <SideBar />
      <AuxiliaryBar />
    </>,
    views,
  )
  const before = { ...drawn }
  act(() => useEditorStore.setState({ active: { type: 'settings' } }))
  expect(screen.getByText('settings')).toBeDefined()
  expect(drawn['a view that opens editors']).toBe(before['a view that opens editors'])
})

test('a command runs with the window as it stands then, asked through services that stay the same', () => {
  const seen: unknown[] = []
  let services: ReturnType<typeof useWorkbench> | undefined
  const Asks = () => {
    const now = useWorkbench()
    if (services !== undefined) expect(now).toBe(services)
    services = now
    return null
  }
  const look: Contribution = {
    id: 'look',
    commands: [{ id: 'look', title: 'frame.app', run: ({ activeEditor }) => void seen.push(activeEditor) }],
  }
  showParts(<Asks />, [look])
  services?.runCommand('look')
  act(() => useEditorStore.setState({ active: { type: 'settings' } }))
  services?.runCommand('look')
  expect(seen).toEqual([undefined, { type: 'settings' }])
})
