import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { showPage, webPreferences } from './security.ts'
import { fitToDisplays, MIN_HEIGHT, MIN_WIDTH, readWindowState, writeWindowState } from './window-state.ts'

/** Nothing of a case is kept by the browser: a partition without `persist:` lives in memory alone. */
export const PARTITION = 'klarlagt'

/** Opens the window where it was last, on a display that is there. */
export function openWindow(): BrowserWindow {
  const statePath = join(app.getPath('userData'), 'window-state.json')
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, place, width, height } = fitToDisplays(readWindowState(statePath), areas)
  const window = new BrowserWindow({
    ...place,
    width,
    height,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: 'Klarlagt',
    show: false,
    webPreferences: {
      ...webPreferences,
      partition: PARTITION,
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      devTools: !app.isPackaged,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // The title shows in task bars and screen shares, where no case belongs.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => {
    writeWindowState(statePath, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  showPage(window.webContents)
  return window
}
