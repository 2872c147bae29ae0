import { Menu } from '@base-ui/react/menu'
import { type RefObject, useRef } from 'react'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useRefusal } from '../command-button.tsx'
import { hasPlace } from '../commands.ts'
import { useArchive, useCommandContext, useRegistry, useWorkbench } from '../context.ts'
import { type Command, type MenuId, menus } from '../contribution.ts'
import { useKeyLabel } from '../keybindings.ts'
import './frame.css'
import '../../base/dialog.css'

/** The top of the window: name, command centre, who is writing. `menu` is false if the desktop shows the menu. */
export function TitleBar({ menu }: { menu: boolean }) {
  const t = useT()
  const workbench = useWorkbench()
  const key = useKeyLabel('frame.quickOpen')
  const archive = useArchive()
  const user = archive.state === 'open' ? archive.user : undefined
  return (
    <header className="title-bar" data-part="title">
      <div className="title-bar-side">
        {menu ? <MainMenu /> : null}
        <span className="title-bar-name">{t('frame.app')}</span>
      </div>
      {user === undefined ? null : (
        <>
          <button
            type="button"
            className="command-center"
            onClick={() => workbench.runCommand('frame.quickOpen')}
          >
            <Icon name="search" />
            <span className="command-center-text">{t('frame.commandCenter')}</span>
            {key === undefined ? null : <span className="command-center-key">{key}</span>}
          </button>
          <div className="title-bar-side title-bar-end">
            <button
              type="button"
              className="title-bar-user"
              title={t('frame.user.change')}
              onClick={() => workbench.runCommand('people.switch')}
            >
              <Icon name="account" />
              <span>
                {t('frame.user', { name: user.name, role: t(`lists.role.${user.role}`).toLowerCase() })}
              </span>
            </button>
          </div>
        </>
      )}
    </header>
  )
}

/** The menus of the commands, for the browser; on the desktop the system shows the same ones. */
export function MainMenu() {
  const t = useT()
  // The popups are rendered inside the title bar, so that they belong to a landmark.
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
    (command) => command.menu === menu && hasPlace(command, workbench),
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
  const refused = useRefusal(command)
  const hint = useKeyLabel(command.id)
  const key = refused?.short ?? hint
  return (
    <Menu.Item
      className="menu-item"
      disabled={refused !== undefined}
      title={refused?.why}
      onClick={() => runCommand(command.id)}
    >
      {t(command.title)}
      {key === undefined ? null : <span className="menu-key">{key}</span>}
    </Menu.Item>
  )
}
