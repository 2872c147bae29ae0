import { type DockviewApi, DockviewReact, type DockviewReadyEvent, type DockviewTheme } from 'dockview-react'
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../../base/use-t.ts'
import { canRun } from '../commands.ts'
import { useCommandContext, useRegistry, useWorkbench } from '../context.ts'
import { useKeyLabel } from '../keybindings.ts'
import type { EditorsState } from '../layout/layout-store.ts'
import { EditorPane, EditorTab } from './editor-panel.tsx'
import { type EditorHost, restoreEditors, useLayoutStorage } from './editor-service.ts'
import { TabMenu } from './tab-menu.tsx'
import { openTabMenu } from './tab-menu-store.ts'
import 'dockview-react/dist/styles/dockview.css'
import './editor-area.css'

const theme: DockviewTheme = { name: 'klarlagt', className: 'editors', dndTabIndicator: 'line' }
const components = { editor: EditorPane }
const tabComponents = { tab: EditorTab }

/** Tabs, groups and splits, restored as they were left. */
export function EditorArea({ host, stored }: { host: EditorHost; stored: EditorsState | undefined }) {
  const t = useT()
  const { client, runCommand } = useWorkbench()
  const [api, setApi] = useState<DockviewApi>()
  const detach = useRef<() => void>(undefined)
  const area = useRef<HTMLElement>(null)
  useLayoutStorage(client, api, useRegistry().readInput)
  useEffect(() => () => detach.current?.(), [])

  const onReady = ({ api: ready }: DockviewReadyEvent) => {
    if (stored !== undefined) restoreOrStartEmpty(ready, stored)
    detach.current = host.attach(ready)
    if (ready.panels.length === 0) runCommand(startCommand)
    setApi(ready)
  }
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const tab = event.target instanceof Element ? event.target.closest('.dv-tab') : null
    const id = tab?.querySelector<HTMLElement>('[data-editor]')?.dataset.editor
    if (id === undefined) return
    event.preventDefault()
    // The menu is of the active editor, as everything that its commands do.
    api?.getPanel(id)?.api.setActive()
    // A key reports no place of its own, or the tab's corner.
    openTabMenu(id, event.button === 2 ? { x: event.clientX, y: event.clientY } : undefined)
  }
  const messages = useMemo(
    () => ({
      // Without the title, which the tab gets only later; the editor takes the focus and is announced by name.
      panelOpened: () => t('frame.editor.opened'),
      panelClosed: (title: string) => t('frame.editor.closed', { title }),
      closeTab: (title: string) => t('frame.editor.close', { title }),
      closeTabPlain: () => t('frame.tab.close'),
    }),
    [t],
  )

  return (
    <main
      ref={area}
      className="editor-area"
      aria-label={t('frame.part.editors')}
      data-part="editors"
      onContextMenu={onContextMenu}
    >
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
      <TabMenu container={area} />
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

/** What stands there when the archive opens and nothing is put back. */
const startCommand = 'watch.today'

const shown = [
  startCommand,
  'case.new',
  'note.create',
  'frame.quickOpen',
  'frame.palette',
  'frame.toggleSideBar',
  'help.start',
]

/** Shown when no editor is open: the main commands and their keys. */
export function Watermark() {
  const t = useT()
  return (
    <div className="watermark">
      <div>
        <h1 className="watermark-lead">{t('frame.watermark')}</h1>
        <ul className="watermark-list">
          {shown.map((id) => (
            <WatermarkCommand key={id} id={id} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function WatermarkCommand({ id }: { id: string }) {
  const t = useT()
  const workbench = useCommandContext()
  const command = useRegistry().commands.get(id)
  const key = useKeyLabel(id)
  if (command === undefined || !canRun(command, workbench)) return null
  return (
    <li>
      <button type="button" className="watermark-command" onClick={() => workbench.runCommand(id)}>
        <span>{t(command.title)}</span>
        {key === undefined ? null : <kbd>{key}</kbd>}
      </button>
    </li>
  )
}
