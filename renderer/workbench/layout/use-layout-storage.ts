import { type DockviewApi, Orientation } from 'dockview-react'
import { useEffect } from 'react'
import { z } from 'zod'
import type { Client } from '../../api/use-client.ts'
import { editorId, type ReadInput } from '../editor-input.ts'
import { openInputs } from '../editors/editor-service.ts'
import { type EditorsState, gridSchema, writeLayout } from './layout-state.ts'
import { useLayoutStore } from './layout-store.ts'

const QUIET_MS = 500

/** The editors as they are stored: dockview's grid, and the inputs of its tabs. */
export function editorsState(api: DockviewApi, read: ReadInput): EditorsState | undefined {
  const { grid, activeGroup } = api.toJSON()
  const parsed = gridSchema.safeParse(grid)
  if (!parsed.success) return undefined
  return { grid: parsed.data, inputs: openInputs(api, read), activeGroup }
}

/** Puts stored editors back. */
export function restoreEditors(api: DockviewApi, { grid, inputs, activeGroup }: EditorsState): void {
  const panels = inputs.map((input) => {
    const id = editorId(input)
    return [
      id,
      { id, contentComponent: 'editor', tabComponent: 'tab', title: id, params: { input } },
    ] as const
  })
  const { orientation, ...rest } = grid
  api.fromJSON({
    ...api.toJSON(),
    grid: {
      ...rest,
      orientation: orientation === 'VERTICAL' ? Orientation.VERTICAL : Orientation.HORIZONTAL,
    },
    panels: Object.fromEntries(panels),
    ...(activeGroup === undefined ? {} : { activeGroup }),
  })
}

/** Stores the layout a moment after it last changed. */
export function useLayoutStorage(client: Client, api: DockviewApi | undefined, read: ReadInput): void {
  useEffect(() => {
    if (api === undefined) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const store = () => {
      const layout = writeLayout({ bars: useLayoutStore.getState().bars, editors: editorsState(api, read) })
      const value = z.json().parse(JSON.parse(JSON.stringify(layout)))
      client.settings.set({ key: 'layout', value }).catch((error: unknown) => {
        console.warn('The layout was not stored.', error)
      })
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(store, QUIET_MS)
    }
    const listener = api.onDidLayoutChange(soon)
    const stop = useLayoutStore.subscribe((state, before) => state.bars !== before.bars && soon())
    return () => {
      clearTimeout(timer)
      listener.dispose()
      stop()
    }
  }, [client, api, read])
}
