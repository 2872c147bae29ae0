import { act, cleanup, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Contribution } from '../../../../renderer/workbench/contribution.ts'
import { defineEditor } from '../../../../renderer/workbench/define-editor.tsx'
import type { EditorInput } from '../../../../renderer/workbench/editor-input.ts'
import { useLeftLayout } from '../../../../renderer/workbench/editors/left-layout.ts'
import { defaultBars, type EditorsState } from '../../../../renderer/workbench/layout/layout-store.ts'
import { freshWindow, showParts } from './support.tsx'

const kinds: Contribution = {
  id: 'kinds',
  editors: (['today', 'settings'] as const).map((type) =>
    defineEditor({
      type,
      input: z.strictObject({ type: z.literal(type) }),
      component: () => null,
      useTitle: () => ({ title: type, icon: 'note' }),
    }),
  ),
}

const tabs = (...inputs: EditorInput[]): EditorsState => ({
  grid: {
    root: { type: 'leaf', data: { id: '1', views: inputs.map(({ type }) => type) } },
    width: 800,
    height: 600,
    orientation: 'HORIZONTAL',
  },
  inputs,
})

/** What dockview shows stands still here: no layout is laid out without a browser. */
let inTheWindow: EditorsState | undefined
const host = { state: () => inTheWindow }

function Frame({ stored }: { stored: EditorsState | undefined }) {
  const layout = useLeftLayout(host, { version: 1, bars: defaultBars, editors: stored })
  if (layout === undefined) return 'not known yet'
  return <output>{layout.editors?.inputs.map(({ type }) => type).join(', ') ?? 'no tabs'}</output>
}

let openAnew: (stored: EditorsState | undefined) => void
/** The frame of an archive. When that is opened anew, another frame takes its place at once. */
function Frames({ first }: { first: EditorsState | undefined }) {
  const [{ opening, stored }, setFrame] = useState({ opening: 1, stored: first })
  openAnew = (next) => act(() => setFrame({ opening: opening + 1, stored: next }))
  return <Frame key={opening} stored={stored} />
}

const shown = () => screen.findByRole('status')

beforeEach(freshWindow)
afterEach(cleanup)

test('a window keeps its tabs when the archive is put back at once, whichever tabs its beginning had', async () => {
  showParts(<Frames first={tabs({ type: 'today' })} />, [kinds])
  expect((await shown()).textContent).toBe('today')
  inTheWindow = tabs({ type: 'today' }, { type: 'settings' })
  openAnew(tabs({ type: 'today' }))
  expect((await shown()).textContent).toBe('today, settings')
  inTheWindow = undefined
  openAnew(tabs({ type: 'today' }))
  expect((await shown()).textContent).toBe('no tabs')
})

test('a frame that goes before its tabs are known leaves those that were there before', async () => {
  showParts(<Frames first={undefined} />, [kinds])
  await shown()
  inTheWindow = tabs({ type: 'settings' })
  openAnew(undefined)
  inTheWindow = undefined
  openAnew(undefined)
  expect((await shown()).textContent).toBe('settings')
})
