import { Menu } from '@base-ui/react/menu'
import type { RefObject } from 'react'
import { focusBack, focusFirstItem } from '../../base/menu-focus.ts'
import { useT } from '../../base/use-t.ts'
import { useRefusal } from '../command-button.tsx'
import { hasPlace } from '../commands.ts'
import { useCommandContext, useRegistry } from '../context.ts'
import type { Command } from '../contribution.ts'
import { useKeyLabel } from '../keybindings.ts'
import { closeTabMenu, useTabMenu } from './tab-menu-store.ts'
import '../../base/dialog.css'

/** The tab of an editor, as dockview draws it around ours. */
function tabOf(editor: string): Element | null {
  return document.querySelector(`[data-editor="${CSS.escape(editor)}"]`)?.closest('.dv-tab') ?? null
}

/** What can be done with a tab: the same commands as in menus and palette, for the editor that is active. */
export function TabMenu({ container }: { container: RefObject<HTMLElement | null> }) {
  const t = useT()
  const { editor, at, before } = useTabMenu()
  const workbench = useCommandContext()
  const { commands } = useRegistry()
  const items = [...commands.values()]
    .filter((command) => command.tabMenu !== undefined && hasPlace(command, workbench))
    .toSorted((a, b) => (a.tabMenu ?? 0) - (b.tabMenu ?? 0))
  const anchor = {
    getBoundingClientRect: () =>
      at === undefined
        ? ((editor === undefined ? null : tabOf(editor))?.getBoundingClientRect() ?? new DOMRect())
        : new DOMRect(at.x, at.y, 0, 0),
  }
  return (
    <Menu.Root
      open={editor !== undefined}
      onOpenChange={(open) => {
        if (open) return
        closeTabMenu()
        focusBack(before)
      }}
    >
      <Menu.Portal container={container}>
        <Menu.Positioner
          className="menu-positioner"
          anchor={anchor}
          align="start"
          side="bottom"
          positionMethod="fixed"
        >
          <Menu.Popup
            ref={focusFirstItem}
            className="menu-popup"
            aria-label={t('frame.command.tabMenu')}
            finalFocus={false}
          >
            {items.map((command) => (
              <TabMenuItem key={command.id} command={command} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function TabMenuItem({ command }: { command: Command }) {
  const t = useT()
  const workbench = useCommandContext()
  const refused = useRefusal(command)
  const hint = useKeyLabel(command.id)
  const key = refused?.short ?? hint
  return (
    <Menu.Item
      className="menu-item"
      disabled={refused !== undefined}
      title={refused?.why}
      onClick={() => workbench.runCommand(command.id)}
    >
      <span>{t(command.title)}</span>
      {key === undefined ? null : <span className="menu-key">{key}</span>}
    </Menu.Item>
  )
}
