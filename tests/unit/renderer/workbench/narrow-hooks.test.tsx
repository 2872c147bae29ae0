import { createORPCClient } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../../../../renderer/api/use-client.ts'
import { useActiveEditor, useWorkbench } from '../../../../renderer/workbench/context.ts'
import type { Contribution, EditorService } from '../../../../renderer/workbench/contribution.ts'
import { useEditorStore } from '../../../../renderer/workbench/editors/editor-service.ts'
import { AuxiliaryBar } from '../../../../renderer/workbench/frame/auxiliary-bar.tsx'
import { SideBar } from '../../../../renderer/workbench/frame/side-bar.tsx'
import { defaultBars } from '../../../../renderer/workbench/layout/layout-state.ts'
import { setSize, useLayoutStore } from '../../../../renderer/workbench/layout/layout-store.ts'
import { createRegistry } from '../../../../renderer/workbench/registry.ts'
import { WorkbenchProvider } from '../../../../renderer/workbench/services/workbench-provider.tsx'

// The core and the editors are stand-ins: nothing here calls them.
const client: Client = createORPCClient({
  call: () => Promise.reject(new Error('No core stands behind this window.')),
})
const editors: EditorService = {
  open: vi.fn(),
  close: vi.fn(),
  isOpen: () => false,
  replace: vi.fn(),
  move: vi.fn(),
  focusActive: vi.fn(),
}

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
  useLayoutStore.setState({ bars: defaultBars, narrow: false, overlay: undefined })
  useEditorStore.setState({ active: undefined, open: [] })
})
afterEach(cleanup)

function show(children: ReactNode, contributions = views): void {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <WorkbenchProvider
        client={client}
        registry={createRegistry(contributions)}
        archive={{
          state: 'closed',
          known: [],
          latest: undefined,
          keychain: { usable: false, backend: 'none' },
        }}
        editors={editors}
      >
        {children}
      </WorkbenchProvider>
    </QueryClientProvider>,
  )
}

test('drawing a sash moves the bar and renders nothing that stands in it', () => {
  show(
    <>
      <SideBar />
      <AuxiliaryBar />
    </>,
  )
  const before = { ...drawn }
  for (let width = 300; width < 340; width += 4) act(() => setSize('sideBar', width))
  act(() => setSize('auxiliaryBar', 333))
  expect(screen.getByText('Ärenden').closest<HTMLElement>('.side-bar')?.style.width).toBe('336px')
  expect(drawn).toEqual(before)
})

test('another tab wakes the views that follow the active editor, and no other', () => {
  show(
    <>
      <SideBar />
      <AuxiliaryBar />
    </>,
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
  show(<Asks />, [look])
  services?.runCommand('look')
  act(() => useEditorStore.setState({ active: { type: 'settings' } }))
  services?.runCommand('look')
  expect(seen).toEqual([undefined, { type: 'settings' }])
})
