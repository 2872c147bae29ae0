import { type DockviewApi, DockviewReact, type DockviewReadyEvent, type DockviewTheme } from 'dockview-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import 'dockview-react/dist/styles/dockview.css'
import { useT } from '../../base/use-t.ts'
import { useRegistry, useWorkbench } from '../context.ts'
import { Watermark } from '../frame/watermark.tsx'
import type { EditorsState } from '../layout/layout-state.ts'
import { restoreEditors, useLayoutStorage } from '../layout/use-layout-storage.ts'
import './editor-area.css'
import { EditorPane } from './editor-pane.tsx'
import type { EditorHost } from './editor-service.ts'
import { EditorTab } from './editor-tab.tsx'

const theme: DockviewTheme = { name: 'klarlagt', className: 'editors', dndTabIndicator: 'line' }
const components = { editor: EditorPane }
const tabComponents = { tab: EditorTab }

/** Tabs, groups and splits, as they were left. */
export function EditorArea({ host, stored }: { host: EditorHost; stored: EditorsState | undefined }) {
  const t = useT()
  const { client } = useWorkbench()
  const [api, setApi] = useState<DockviewApi>()
  const detach = useRef<() => void>(undefined)
  useLayoutStorage(client, api, useRegistry().readInput)
  useEffect(() => () => detach.current?.(), [])

  const onReady = ({ api: ready }: DockviewReadyEvent) => {
    if (stored !== undefined) restoreOrStartEmpty(ready, stored)
    detach.current = host.attach(ready)
    setApi(ready)
  }
  const messages = useMemo(
    () => ({
      // Without the title, which the tab gets after it is open; the editor takes the focus and is read by name.
      panelOpened: () => t('frame.editor.opened'),
      panelClosed: (title: string) => t('frame.editor.closed', { title }),
      closeTab: (title: string) => t('frame.editor.close', { title }),
      closeTabPlain: () => t('frame.tab.close'),
    }),
    [t],
  )

  return (
    <main className="editor-area" aria-label={t('frame.part.editors')} data-part="editors">
      <DockviewReact
        theme={theme}
        components={components}
        tabComponents={tabComponents}
        watermarkComponent={Watermark}
        onReady={onReady}
        messages={messages}
        disableFloatingGroups
        scrollbars="native"
      />
    </main>
  )
}

function restoreOrStartEmpty(api: DockviewApi, stored: EditorsState): void {
  try {
    restoreEditors(api, stored)
  } catch (error) {
    console.warn('The stored layout could not be put back.', error)
    api.clear()
  }
}
