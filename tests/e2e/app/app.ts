import type { Page } from '@playwright/test'

export type Kind = 'web' | 'electron'

/** The program under test, the same to a spec whether it runs in Chromium against the web host or in real Electron. */
export interface App {
  /** The window; another one after `restart`. */
  readonly page: Page
  readonly kind: Kind
  /** Where this test's program keeps its settings and archives. */
  readonly dataDir: string
  /** What is on the clipboard, as text. */
  readonly clipboard: () => Promise<string>
  /** Puts a text on the clipboard, as another program does. */
  readonly copy: (text: string) => Promise<void>
  /** Does what makes a file come out of the program, waits until it is written, and says where. */
  readonly exported: (action: () => Promise<void>) => Promise<string>
  /** Another window on the same archive, prepared before it loads. Only in a browser: the desktop program has one window. */
  readonly secondPage: (prepare?: (page: Page) => Promise<void>) => Promise<Page>
  /** Ends the whole program without a warning, as a power cut does. */
  readonly kill: () => Promise<void>
  /** Ends the core alone: what the window talks to. */
  readonly killCore: () => Promise<void>
  /** Says to the desktop program what the system says when the computer is left. Fails in a browser, which is told nothing. */
  readonly systemSays: (event: 'suspend' | 'lock-screen') => Promise<void>
  /** Starts the killed host again on the same data, the window left as it is. Gives the address that it prints. */
  readonly hostAgain: () => Promise<string>
  /** Starts the program again on the same data. */
  readonly restart: () => Promise<void>
}

/** One run of the program, from its start to its end. */
export interface Run
  extends Pick<
    App,
    | 'page'
    | 'clipboard'
    | 'copy'
    | 'exported'
    | 'secondPage'
    | 'kill'
    | 'killCore'
    | 'systemSays'
    | 'hostAgain'
  > {
  readonly close: () => Promise<void>
}

export interface Folders {
  readonly data: string
  readonly downloads: string
  /** The folder of the agency's file of policies, if there is one. */
  readonly policies: string
  /** The folder in which the witness of the network writes, if there is one. */
  readonly witness: string | undefined
}

/** The program made of runs that follow each other. */
export function appOf(kind: Kind, folders: Folders, first: Run, start: () => Promise<Run>) {
  let run = first
  const app: App = {
    get page() {
      return run.page
    },
    kind,
    dataDir: folders.data,
    clipboard: () => run.clipboard(),
    copy: (text) => run.copy(text),
    exported: (action) => run.exported(action),
    secondPage: (prepare) => run.secondPage(prepare),
    kill: () => run.kill(),
    killCore: () => run.killCore(),
    systemSays: (event) => run.systemSays(event),
    hostAgain: () => run.hostAgain(),
    restart: async () => {
      await run.close()
      run = await start()
    },
  }
  return { app, close: () => run.close() }
}
