import { Menu } from '@base-ui/react/menu'
import { type RefObject, useRef } from 'react'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useCommandContext, useRegistry, useWorkbench } from '../context.ts'
import { type Command, type MenuId, menus } from '../contribution.ts'
import { useKeyLabel } from '../keybindings/use-key-label.ts'
import { canRun } from '../services/commands.ts'
import '../../base/dialog.css'

/** The menus of the commands, for the browser; on the desktop the system shows the same ones. */
export function MainMenu() {
  const t = useT()
  // The popups stand inside the title bar, so that they belong to a landmark.
  const container = useRef<HTMLDivElement>(null)
  return (
    <div ref={container}>
      <Menu.Root>
        <Menu.Trigger className="icon-button" aria-label={t('frame.menu')} title={t('frame.menu')}>
          <Icon name="menu" />
        </Menu.Trigger>
        <Menu.Portal container={container}>
          <Menu.Positioner className="menu-positioner" sideOffset={4} align="start">
            <Menu.Popup className="menu-popup">
              {menus.map((menu) => (
                <SubMenu key={menu} menu={menu} container={container} />
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}

function SubMenu({ menu, container }: { menu: MenuId; container: RefObject<HTMLDivElement | null> }) {
  const t = useT()
  const workbench = useCommandContext()
  const commands = [...useRegistry().commands.values()].filter(
    (command) => command.menu === menu && canRun(command, workbench),
  )
  if (commands.length === 0) return null
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="menu-item">
        {t(`frame.menu.${menu}`)}
        <Icon name="chevron-right" />
      </Menu.SubmenuTrigger>
      <Menu.Portal container={container}>
        <Menu.Positioner className="menu-positioner">
          <Menu.Popup className="menu-popup">
            {commands.map((command) => (
              <CommandItem key={command.id} command={command} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}

function CommandItem({ command }: { command: Command }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const key = useKeyLabel(command.id)
  return (
    <Menu.Item className="menu-item" onClick={() => runCommand(command.id)}>
      {t(command.title)}
      {key === undefined ? null : <span className="menu-key">{key}</span>}
    </Menu.Item>
  )
}
