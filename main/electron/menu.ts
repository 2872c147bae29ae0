import type { MenuItemConstructorOptions } from 'electron'
import type { Menu, MenuItem } from '../../shared/host/menu.ts'

function itemTemplate(item: MenuItem, onCommand: (command: string) => void): MenuItemConstructorOptions {
  switch (item.type) {
    case 'separator':
      return { type: 'separator' }
    case 'role':
      return { role: item.role, label: item.title }
    case 'command':
      return {
        label: item.title,
        enabled: item.enabled ?? true,
        click: () => onCommand(item.command),
        // Only shown: the page handles the key itself, since it knows what has the focus.
        registerAccelerator: false,
        ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator }),
      }
  }
}

/** The page's menu in Electron's form. */
export function menuTemplate(menu: Menu, onCommand: (command: string) => void): MenuItemConstructorOptions[] {
  return menu.map(({ title, items }) => ({
    label: title,
    submenu: items.map((item) => itemTemplate(item, onCommand)),
  }))
}
