import { basename, join } from 'node:path'
import { app, type Session, type WebContents } from 'electron'
import { translate } from '../../shared/text/index.ts'
import { isOwnBlob, isOwnOrigin, isOwnPage, mayLoad, PAGE } from './own-page.ts'

/** What a window's page may be: sandboxed, apart from Node and from the preload, without anything that calls out. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  plugins: false,
  // The spell checker fetches its dictionaries from the network.
  spellcheck: false,
  enableWebSQL: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableDialogs: true,
} as const

/** Turns off what Chromium does on its own account over the network. To be called before the app is ready. */
export function silenceChromium(): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-client-side-phishing-detection',
    'disable-breakpad',
    'no-pings',
    'dns-prefetch-disable',
  ])
    commandLine.appendSwitch(name)
  // Every name leads nowhere: what slips past the rest still reaches no one.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch(
    'disable-features',
    'OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,AutofillServerCommunication,NetworkTimeServiceQuerying',
  )
}

function refused(what: string, address: string): void {
  // The scheme alone: an address may carry what someone pasted.
  const scheme = URL.canParse(address) ? new URL(address).protocol : 'an address that is none'
  console.warn(`Refused: ${what} (${scheme})`)
}

/** Refuses every permission but writing plain text and HTML to the clipboard, which copying the journal text needs. */
export function secureSession(session: Session): void {
  const allows = (permission: string, origin: string) =>
    permission === 'clipboard-sanitized-write' && isOwnOrigin(origin)
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allows(permission, contents.getURL())),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => allows(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  // Files of the disk don't pass `webRequest`.
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

/** Shows the workbench. What hinders it is told in the terminal: there is no page to tell it in. */
export function showPage(contents: WebContents): void {
  contents.loadURL(PAGE).catch((error: unknown) => console.error(error))
}

/** Keeps a page where it is: no other address, no new window, no webview. */
export function secureContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }) => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
    refused('navigation', event.url)
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  // Chromium asks nobody before it shows about:blank, so there a page is brought back.
  contents.on('did-navigate', (_event, address) => {
    if (isOwnPage(address)) return
    refused('an address that was gone to', address)
    // Not from within the event, while the other navigation is still being finished.
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

/** Where tests want downloads; an installed application has no such door. */
function testFolder(): string | undefined {
  return app.isPackaged ? undefined : process.env.KLARLAGT_DOWNLOAD_DIR
}

/** Saves what the page itself made, where the user says; any other download is refused. */
export function guardDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) {
      event.preventDefault()
      console.warn('Refused: a download that is not our own')
      return
    }
    const name = basename(item.getFilename())
    const folder = testFolder()
    if (folder !== undefined) item.setSavePath(join(folder, name))
    else item.setSaveDialogOptions({ title: translate('sv', 'host.download.title'), defaultPath: name })
  })
}
