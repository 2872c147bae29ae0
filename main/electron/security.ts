import { basename, extname, join } from 'node:path'
import { app, dialog, type FileFilter, type Session, type WebContents } from 'electron'
import { channels, type FileOutcome } from '../../shared/host/bridge.ts'
import { exportFormats } from '../../shared/journal/entry.ts'
import type { Policies } from '../../shared/policy/policies.ts'
import { isWithin } from '../policy/folders.ts'
import { hostText } from './host-text.ts'
import { isOwnBlob, isOwnOrigin, isOwnPage, mayLoad, PAGE } from './own-page.ts'
import { hasSystemSpeller } from './spelling.ts'
import { testEnvironment } from './under-test.ts'

/** Every page is sandboxed, isolated from Node and from the preload, and without features that use the network. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  plugins: false,
  spellcheck: hasSystemSpeller(),
  enableWebSQL: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableDialogs: true,
} as const

/** Turns off Chromium's own network traffic. Must be called before the app is ready. */
export function silenceChromium(): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-client-side-phishing-detection',
    // No crash is caught to be reported, and none is reported.
    'disable-breakpad',
    'disable-crash-reporter',
    'no-pings',
    'dns-prefetch-disable',
  ])
    commandLine.appendSwitch(name)
  // No host name resolves, so whatever slips past the rest still reaches no one.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch(
    'disable-features',
    'OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,AutofillServerCommunication,NetworkTimeServiceQuerying',
  )
}

function refused(what: string, address: string): void {
  // Only the scheme, since an address may contain pasted text.
  const scheme = URL.canParse(address) ? new URL(address).protocol : 'an address that is none'
  console.warn(`Refused: ${what} (${scheme})`)
}

/** Refuses every permission except writing text and HTML to the clipboard, which copying the journal text needs. */
export function secureSession(session: Session): void {
  const allows = (permission: string, origin: string) =>
    permission === 'clipboard-sanitized-write' && isOwnOrigin(origin)
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allows(permission, contents.getURL())),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => allows(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  // Without languages first: turned off alone, the spell checker still asks a host of Google's for its dictionary.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  // `file:` requests do not pass through `webRequest`.
  session.protocol.handle('file', (request) => {
    refused('a file', request.url)
    return Response.error()
  })
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !mayLoad(details.url, !app.isPackaged)
    if (cancel) refused('a request', details.url)
    answer({ cancel })
  })
}

/** Loads the workbench. A failure is reported in the terminal, since there is no page to show it. */
export function showPage(contents: WebContents, hash = ''): void {
  contents.loadURL(PAGE + hash).catch((error: unknown) => console.error(error))
}

/** Keeps a page where it is: no navigation, no new windows, no webviews. */
export function secureContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }) => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
    refused('navigation', event.url)
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  // Chromium goes to about:blank without asking, so the page is brought back afterwards.
  contents.on('did-navigate', (_event, address) => {
    if (isOwnPage(address)) return
    refused('an address that was gone to', address)
    // Not inside the event, while the other navigation is still finishing.
    setImmediate(() => {
      if (!contents.isDestroyed()) showPage(contents)
    })
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    refused('a new window', url)
    return { action: 'deny' }
  })
}

/** The path that a file is saved at without asking: tests cannot answer the system's dialog. */
function pathInTest(name: string): string | undefined {
  const { KLARLAGT_DOWNLOAD_DIR: folder } = testEnvironment()
  return folder === undefined ? undefined : join(folder, name)
}

/** What the dialog for a file says: its title, the name, and the kind of file it shows. */
function dialogFor(name: string): { title: string; filters: FileFilter[] } {
  const title = hostText('host.download.title')
  const format = exportFormats.find((each) => extname(name) === `.${each}`)
  if (format === undefined) return { title, filters: [] }
  return { title, filters: [{ name: hostText(`notes.export.${format}`), extensions: [format] }] }
}

/**
 * Where the user puts a file, asked before its download begins, so that nothing is ever written outside of the folders that
 * the agency allows. Undefined where the user gives up, or chooses another place, which is told.
 */
function pathWithin(folders: readonly string[], name: string): string | undefined {
  const [first = ''] = folders
  const path =
    pathInTest(name) ?? dialog.showSaveDialogSync({ ...dialogFor(name), defaultPath: join(first, name) })
  if (path === undefined || isWithin(folders, path)) return path
  const message = hostText('errors.EXPORT_FOLDER_GOVERNED', { folders: folders.join(', ') })
  dialog.showMessageBox({ type: 'warning', message }).catch((error: unknown) => console.error(error))
  return undefined
}

const outcomes = {
  completed: 'saved',
  cancelled: 'cancelled',
  interrupted: 'failed',
} as const satisfies Record<string, FileOutcome>

/** Saves files that the page created where the user chooses, and the agency allows; refuses every other download. */
export function guardDownloads(session: Session, { exportFolders }: Policies): void {
  session.on('will-download', (event, item, contents) => {
    if (!isOwnBlob(item.getURL())) {
      event.preventDefault()
      console.warn('Refused: a download that is not our own')
      return
    }
    const tell = (outcome: FileOutcome) => {
      if (!contents.isDestroyed()) contents.send(channels.toPage.fileSaved, outcome)
    }
    const name = basename(item.getFilename())
    const path = exportFolders === undefined ? pathInTest(name) : pathWithin(exportFolders, name)
    if (path === undefined && exportFolders !== undefined) {
      event.preventDefault()
      tell('cancelled')
      return
    }
    if (path === undefined) item.setSaveDialogOptions({ ...dialogFor(name), defaultPath: name })
    else item.setSavePath(path)
    item.once('done', (_done, state) => tell(outcomes[state]))
  })
}
