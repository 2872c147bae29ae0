import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Menu as MenuModel } from '../../shared/host/menu.ts'
import { menuTemplate } from './menu-template.ts'

const isMac = process.platform === 'darwin'
const macMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : []

/** Shows the menu that the page sent; a click calls back with the command's id. */
export function showMenu(model: MenuModel, onCommand: (command: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...macMenu, ...menuTemplate(model, onCommand)]))
}

/** What there is before the page has sent its menu: nothing, and on a Mac what editing needs. */
export function showFirstMenu(): void {
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([...macMenu, { role: 'editMenu' }]) : null)
}
