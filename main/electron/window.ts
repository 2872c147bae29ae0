import { join } from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions, dialog, Menu, screen } from 'electron'
import { type DesktopFacts, desktopArgument } from '../../shared/host/about.ts'
import { channels, speakerHash } from '../../shared/host/bridge.ts'
import { preferencesArgument } from '../../shared/host/preferences.ts'
import { hostText } from './host-text.ts'
import { showPage, webPreferences } from './security.ts'
import { spellingMenu } from './spelling.ts'
import {
  fitToDisplays,
  keptPreferences,
  MIN_HEIGHT,
  MIN_WIDTH,
  readWindowState,
  writeWindowState,
} from './window-state.ts'

/** Without `persist:`, a partition lives in memory only, so the browser keeps nothing of a case. */
export const PARTITION = 'klarlagt'

const desktopFacts = (preferencesFolder: string): DesktopFacts => ({
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  preferencesFolder,
})

/** The window's icon, which Linux alone does not take from the program's own file. */
function ownIcon(): { readonly icon?: string } {
  const taken = process.platform !== 'linux' || !app.isPackaged
  return taken ? {} : { icon: join(process.resourcesPath, 'icon.png') }
}

/** Offers the speller's words in place of one that it does not know, where the pointer or a key asks for a menu. */
function offerSpelling(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on('context-menu', (_event, { misspelledWord, dictionarySuggestions }) => {
    if (misspelledWord === '') return
    const replace = (word: string) => webContents.replaceMisspelling(word)
    const items = spellingMenu(dictionarySuggestions, replace, hostText('host.spelling.none'))
    Menu.buildFromTemplate(items).popup({ window })
  })
}

/** What every window has: our page, sandboxed, with the one preload, and a title that says nothing of any case. */
function pageWindow(place: BrowserWindowConstructorOptions, hash?: string): BrowserWindow {
  const folder = app.getPath('userData')
  const window = new BrowserWindow({
    ...place,
    title: 'Klarlagt',
    ...ownIcon(),
    show: false,
    webPreferences: {
      ...webPreferences,
      partition: PARTITION,
      additionalArguments: [
        preferencesArgument + keptPreferences(folder),
        desktopArgument + JSON.stringify(desktopFacts(folder)),
      ],
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  // The title shows up in task bars and screen shares, where no case belongs.
  window.on('page-title-updated', (event) => event.preventDefault())
  showPage(window.webContents, hash)
  return window
}

/** Opens a window for speaker's notes, which the speaker moves to a screen of their own. */
export function openSpeakerNotes(): BrowserWindow {
  return pageWindow({ width: 640, height: 720, minWidth: 320, minHeight: 320 }, speakerHash)
}

/** Opens the window where it last was, or on a display that is still there. */
export function openWindow(): BrowserWindow {
  const folder = app.getPath('userData')
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, place, width, height } = fitToDisplays(readWindowState(folder), areas)
  const window = pageWindow({ ...place, width, height, minWidth: MIN_WIDTH, minHeight: MIN_HEIGHT })
  if (maximized) window.maximize()
  offerSpelling(window)
  window.on('close', () => {
    writeWindowState(folder, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  return window
}

const ANSWER_WITHIN_MS = 5_000

/** Lets a window's page save what was just written before the window closes. */
export interface CloseQuestion {
  readonly setGuarded: (guarded: boolean) => void
  readonly answer: (mayClose: boolean) => void
}

async function closeUnanswered(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: hostText('host.close.unanswered'),
    detail: hostText('host.close.unanswered.detail'),
    buttons: [hostText('host.close.wait'), hostText('host.close.anyway')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Keeps the window open until its page has answered; if no answer comes in time, asks the user. */
export function askBeforeClose(window: BrowserWindow): CloseQuestion {
  const { webContents } = window
  let guarded = false
  let mayClose = false
  let timer: NodeJS.Timeout | undefined

  const answer = (yes: boolean) => {
    clearTimeout(timer)
    timer = undefined
    if (!yes || window.isDestroyed()) return
    mayClose = true
    window.close()
  }
  const ask = () => {
    // Already asked: a second click on the close button changes nothing.
    if (timer !== undefined) return
    timer = setTimeout(() => {
      closeUnanswered(window).then(answer, (error: unknown) => console.error(error))
    }, ANSWER_WITHIN_MS)
    webContents.send(channels.toPage.closeRequest)
  }
  // A page that has crashed or is reloading has nothing to save and would never answer.
  webContents.on('render-process-gone', () => {
    guarded = false
  })
  webContents.on('did-navigate', () => {
    guarded = false
  })
  window.on('close', (event) => {
    if (mayClose || !guarded) return
    event.preventDefault()
    ask()
  })
  return {
    setGuarded: (value) => {
      guarded = value
    },
    answer,
  }
}
