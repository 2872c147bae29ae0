import { useEffect, useMemo } from 'react'
import { type Menu, type MenuItem, menuSchema } from '../../shared/host/menu.ts'
import { errorText } from '../api/error-text.ts'
import { createListeners } from '../base/listeners.ts'
import { notify } from '../base/toasts.tsx'
import type { Translate } from '../base/use-t.ts'
import { type Command, type CommandArgs, type MenuId, menus, type Workbench } from './contribution.ts'
import { keysOf, type UserKeys } from './keybindings.ts'
import { placeLabel } from './keys/stroke.ts'
import { usePreferences } from './preferences.ts'
import type { Registry } from './registry.ts'

/** Whether a command has its place now, be it refused to whoever works. */
export function hasPlace(command: Command, workbench: Workbench): boolean {
  return command.when?.(workbench) ?? true
}

/** Whether a command can run now. */
export function canRun(command: Command, workbench: Workbench, args: CommandArgs = {}): boolean {
  return hasPlace(command, workbench) && command.refused?.(workbench, args) === undefined
}

/** Told the id of each command that begins to run, from wherever. */
export const commandsRun = createListeners<string>()

/** Runs a command and reports a failure in a toast, since no caller may be waiting for it. */
export function runCommand(
  registry: Registry,
  workbench: Workbench,
  id: string,
  args: CommandArgs = {},
): boolean {
  const command = registry.commands.get(id)
  if (command === undefined || !hasPlace(command, workbench)) return false
  const refused = command.refused?.(workbench, args)
  if (refused !== undefined) {
    notify(refused.why, 'info')
    return false
  }
  const run = async () => command.run(workbench, args)
  run().catch((error: unknown) => {
    console.error(error)
    notify(errorText(workbench.t, error), 'error')
  })
  commandsRun.emit(id)
  return true
}

/** The desktop's own menu bar: shows a menu, and reports clicks in it. */
export interface DesktopMenu {
  readonly show: (menu: Menu) => void
  readonly onCommand: (run: (id: string) => void) => () => void
}

const roles = ['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll'] as const

/** A key as Electron writes it: Mod becomes CmdOrCtrl, a place what a Swedish keyboard has there; arrows have their short names. */
export function acceleratorOf(key: string): string {
  return key
    .replace(/\[(\w+)\]$/, (_, code: string) => placeLabel(code))
    .replace(/Minus$/, '-')
    .replace(/^Mod\+/, 'CmdOrCtrl+')
    .replace(/\+Mod\+/, '+CmdOrCtrl+')
    .replace(/Escape$/, 'Esc')
}

/** Builds the menu bar from the commands that name a menu; those that cannot run now are greyed out, with why where it is by role. */
export function buildMenu(
  commands: Iterable<Command>,
  t: Translate,
  stands: (command: Command) => { readonly enabled: boolean; readonly refused?: string | undefined },
  chosen: UserKeys = {},
): Menu {
  const all = [...commands]
  return menus
    .map((menu) => ({ title: t(`frame.menu.${menu}`), items: [...itemsOf(menu), ...edits(menu, t)] }))
    .filter(({ items }) => items.length > 0)

  function itemsOf(menu: MenuId): MenuItem[] {
    return all
      .filter((command) => command.menu === menu)
      .map((command): MenuItem => {
        const [key] = keysOf(command, chosen)
        const { enabled, refused } = stands(command)
        return {
          type: 'command',
          command: command.id,
          title: refused === undefined ? t(command.title) : `${t(command.title)} (${refused})`,
          ...(key === undefined ? {} : { accelerator: acceleratorOf(key) }),
          enabled,
        }
      })
  }
}

function edits(menu: MenuId, t: Translate): MenuItem[] {
  if (menu !== 'edit') return []
  return roles.map((role): MenuItem => ({ type: 'role', role, title: t(`frame.role.${role}`) }))
}

/** Keeps the desktop's menu in step with the commands, and runs what is clicked in it. */
export function useDesktopMenu(
  desktop: DesktopMenu | undefined,
  registry: Registry,
  workbench: Workbench,
): void {
  const chosen = usePreferences((state) => state.keys)
  // Compared as text, so that the menu is sent again only if a title or a state has changed.
  const menu = useMemo(
    () =>
      desktop === undefined
        ? undefined
        : JSON.stringify(
            buildMenu(
              registry.commands.values(),
              workbench.t,
              (command) => ({
                enabled: canRun(command, workbench),
                refused: hasPlace(command, workbench) ? command.refused?.(workbench, {})?.short : undefined,
              }),
              chosen,
            ),
          ),
    [desktop, registry, workbench, chosen],
  )
  useEffect(() => {
    if (menu !== undefined) desktop?.show(menuSchema.parse(JSON.parse(menu)))
  }, [desktop, menu])
  useEffect(() => desktop?.onCommand((id) => workbench.runCommand(id)), [desktop, workbench])
}
