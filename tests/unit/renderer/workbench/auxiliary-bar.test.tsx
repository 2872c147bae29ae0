import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dismissAll, useToasts } from '../../../../renderer/base/toasts.tsx'
import { useActiveEditor, useWorkbench } from '../../../../renderer/workbench/context.ts'
import type { Contribution, Services } from '../../../../renderer/workbench/contribution.ts'
import { useEditorStore } from '../../../../renderer/workbench/editors/editor-service.ts'
import { AuxiliaryBar } from '../../../../renderer/workbench/frame/auxiliary-bar.tsx'
import { frameContribution } from '../../../../renderer/workbench/frame/contribution.ts'
import { useLayoutStore } from '../../../../renderer/workbench/layout/layout-store.ts'
import { editors, freshWindow, showParts } from './support.tsx'

const inSettings: Contribution = {
  id: 'sections',
  auxiliarySections: [
    {
      id: 'outline',
      title: 'notes.outline',
      component: () => <button type="button">Gå till fältet</button>,
      order: 1,
      useApplies: () => useActiveEditor()?.type === 'settings',
    },
  ],
}

let services: Services | undefined
function Asks() {
  services = useWorkbench()
  return null
}

function show(...more: Contribution[]): void {
  showParts(
    <>
      <Asks />
      <AuxiliaryBar />
    </>,
    [frameContribution, inSettings, ...more],
  )
}

const bar = () => screen.queryByRole('complementary')
const activate = (active: { type: 'settings' } | undefined) => act(() => useEditorStore.setState({ active }))
const toggle = () => act(() => void services?.runCommand('frame.toggleAuxiliaryBar'))

beforeEach(() => {
  freshWindow()
  dismissAll()
  editors.focusActive.mockClear()
})
afterEach(cleanup)

test('the bar leaves its width where no section has anything to say, and comes back by itself', () => {
  show()
  expect(bar()).toBeNull()
  activate({ type: 'settings' })
  expect(screen.getByRole('heading', { name: 'Disposition' })).toBeDefined()
  activate(undefined)
  expect(bar()).toBeNull()
  expect(useLayoutStore.getState().bars.auxiliaryBar.visible).toBe(true)
})

test('a section that does not say when it applies always does, alone where the others do not', () => {
  const support = { id: 'support', title: 'notes.support', component: () => <p>Stöd</p>, order: 2 } as const
  show({ id: 'support', auxiliarySections: [support] })
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Handläggarstöd'])
})

test('a bar that the user has hidden stays hidden when a section has something to say', () => {
  show()
  activate({ type: 'settings' })
  toggle()
  activate(undefined)
  activate({ type: 'settings' })
  expect(bar()).toBeNull()
})

test('who asks for the bar while it has nothing to say is told so, and gets it when it has', () => {
  show()
  toggle()
  expect(useToasts.getState().toasts).toEqual([])
  toggle()
  expect(useToasts.getState().toasts.map(({ message }) => message)).toEqual([
    expect.stringContaining('Till höger finns inget att visa'),
  ])
  activate({ type: 'settings' })
  expect(bar()).not.toBeNull()
})

test('the focus goes to the editors where the bar goes away under it', () => {
  show()
  activate({ type: 'settings' })
  screen.getByRole('button', { name: 'Gå till fältet' }).focus()
  activate(undefined)
  expect(editors.focusActive).toHaveBeenCalledOnce()
})
