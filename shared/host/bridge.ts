import type { Menu } from './menu.ts'
import type { Preferences } from './preferences.ts'

/** What the preload gives the page under Electron, as `window.klarlagt`: nothing else of the system is in reach. */
export interface Bridge {
  readonly platform: string
  /** The preferences kept when the program last ran, as JSON; the browser's own storage lives in memory alone here. */
  readonly preferences: string | undefined
  /** What only the desktop knows of itself, as JSON (`desktopFactsSchema`). */
  readonly desktop: string | undefined
  readonly keepPreferences: (preferences: Preferences) => void
  /** Asks for a line to the core; the port comes as a message to the window with `portMessage` as its data. */
  readonly connectCore: () => void
  /** Calls back when the core's process has ended; a new one is being started. Gives the way to stop listening. */
  readonly onCoreLost: (listener: () => void) => () => void
  /** Calls back with the id of a command clicked in the menu. */
  readonly onCommand: (listener: (command: string) => void) => () => void
  /** Calls back when the computer goes to sleep, or its screen is locked: the archive is locked as well. */
  readonly onLockRequest: (listener: () => void) => () => void
  /** Calls back when a file that the page saved is written, or is not. */
  readonly onFileSaved: (listener: (outcome: unknown) => void) => () => void
  readonly setMenu: (menu: Menu) => void
  /** Opens the window of speaker's notes, or shows it where it is open. A page opens no window of its own. */
  readonly openSpeaker: () => void
  /** Enlarges the page, in per cent. */
  readonly setZoom: (percent: number) => void
  /** Says whether the page wants to be asked before its window closes. */
  readonly setCloseGuard: (guarded: boolean) => void
  readonly onCloseRequest: (listener: () => void) => () => void
  /** The answer to a close request: true closes the window. */
  readonly answerClose: (mayClose: boolean) => void
}

/** How the saving of a file ended: `cancelled` by the user, `failed` on the disk. */
export const fileOutcomes = ['saved', 'cancelled', 'failed'] as const
export type FileOutcome = (typeof fileOutcomes)[number]

/** What the address of our page ends with where it shows speaker's notes alone. */
export const speakerHash = '#talarstod'

/** The data of the window message that carries the core's port. */
export const portMessage = 'klarlagt:core-port'

/** Every channel between the page's preload and main, named here and nowhere else. `to-page` ones go the other way. */
export const channels = {
  connectCore: 'klarlagt:connect-core',
  setMenu: 'klarlagt:set-menu',
  openSpeaker: 'klarlagt:open-speaker',
  keepPreferences: 'klarlagt:keep-preferences',
  setCloseGuard: 'klarlagt:set-close-guard',
  answerClose: 'klarlagt:answer-close',
  toPage: {
    corePort: 'klarlagt:to-page:core-port',
    coreLost: 'klarlagt:to-page:core-lost',
    command: 'klarlagt:to-page:command',
    fileSaved: 'klarlagt:to-page:file-saved',
    lockRequest: 'klarlagt:to-page:lock-request',
    closeRequest: 'klarlagt:to-page:close-request',
  },
} as const
