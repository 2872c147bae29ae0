import { type BrowserWindow, dialog } from 'electron'
import { hostText } from './host-text.ts'
import { countRestarts } from './restarts.ts'
import { showPage } from './security.ts'

/** Asks what is to become of a window whose page keeps dying. True: it is tried once more. */
async function askAgain(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Klarlagt',
    message: hostText('host.window.failed'),
    detail: hostText('host.window.failed.detail'),
    buttons: [hostText('host.window.again'), hostText('host.window.close')],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

/**
 * Brings a window's page back when its process dies. The archive is still open in the core, and the page reads from it what was
 * open and what was written. A page that keeps dying is given up, and the user asked.
 */
export function bringBack(window: BrowserWindow): void {
  const { webContents } = window
  const restarts = countRestarts()
  const show = () => {
    if (!window.isDestroyed()) showPage(webContents)
  }
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    console.error(`The window's process has ended (${reason}).`)
    // Not inside the event, while Chromium still clears away what has died.
    if (restarts.mayRestart()) setImmediate(show)
    else
      askAgain(window).then(
        (again) => (again ? show() : window.destroy()),
        (error: unknown) => console.error(error),
      )
  })
}
