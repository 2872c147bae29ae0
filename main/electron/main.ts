// Electron's main process: thin. A window, its page, its menu and dialogs, the keychain, and the core's process beside it.
import { join } from 'node:path'
import { app, BrowserWindow, dialog, protocol, session, type WebContents } from 'electron'
import envPaths from 'env-paths'
import { z } from 'zod'
import { menuSchema } from '../../shared/host/menu.ts'
import { translate } from '../../shared/text/index.ts'
import { SCHEME } from './addresses.ts'
import { channels } from './channels.ts'
import { type CloseGuard, guardClose } from './close-guard.ts'
import { type CoreHost, hostCore } from './core-host.ts'
import { startNode, startUtility } from './core-starters.ts'
import { guardDownloads } from './downloads.ts'
import { listenTo } from './ipc.ts'
import { showFirstMenu, showMenu } from './menu.ts'
import { secureContents, secureSession, silenceChromium } from './security.ts'
import { servePage } from './serve-page.ts'
import { openWindow, PARTITION } from './window.ts'

const root = join(import.meta.dirname, '..', '..')
const guards = new Map<WebContents, CloseGuard>()

/** The folder of the archives: the one `npm start -- --web` serves, so that both hosts show the same archives. */
function dataDir(): string {
  const { KLARLAGT_DATA_DIR: given } = process.env
  if (given !== undefined) return given
  return app.commandLine.hasSwitch('user-data-dir')
    ? join(app.getPath('userData'), 'arkiv')
    : envPaths('Klarlagt', { suffix: '' }).data
}

function tellCoreLost(givenUp?: { readonly detail: string }): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.toPage.coreLost)
  if (givenUp === undefined) return
  dialog.showErrorBox(
    translate('sv', 'host.core.failed'),
    translate('sv', 'host.core.failed.detail', givenUp),
  )
}

function startTheCore(): CoreHost {
  const node = process.env.KLARLAGT_CORE_NODE
  return hostCore({
    start: node === undefined ? startUtility : startNode(node),
    relay: node !== undefined,
    dataDir: dataDir(),
    templatesDir: join(root, 'templates'),
    onLost: tellCoreLost,
  })
}

function showWindow(): void {
  const window = openWindow()
  const { webContents } = window
  guards.set(webContents, guardClose(window))
  window.on('closed', () => guards.delete(webContents))
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) showWindow()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

function listenToPages(core: CoreHost): void {
  const nothing = z.undefined()
  listenTo(channels.connectCore, nothing, (page) => {
    page.postMessage(channels.toPage.corePort, null, [core.connect()])
  })
  listenTo(channels.setMenu, menuSchema, (page, menu) => {
    showMenu(menu, (command) => page.send(channels.toPage.command, command))
  })
  listenTo(channels.setCloseGuard, z.boolean(), (page, guarded) => guards.get(page)?.setGuarded(guarded))
  listenTo(channels.answerClose, z.boolean(), (page, mayClose) => guards.get(page)?.answer(mayClose))
}

function closeCoreAtQuit(core: CoreHost): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    core.close().then(
      () => app.quit(),
      (error: unknown) => {
        console.error(error)
        app.exit(1)
      },
    )
  })
}

async function start(): Promise<void> {
  await app.whenReady()
  const own = session.fromPartition(PARTITION)
  secureSession(session.defaultSession)
  secureSession(own)
  await own.setProxy({ mode: 'direct' })
  guardDownloads(own)
  own.protocol.handle(SCHEME, (request) => servePage(join(root, 'out', 'renderer'), request))
  const core = startTheCore()
  listenToPages(core)
  closeCoreAtQuit(core)
  showFirstMenu()
  showWindow()
  app.on('second-instance', focusWindow)
  app.on('activate', focusWindow)
}

silenceChromium()
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false } },
])
app.on('web-contents-created', (_event, contents) => secureContents(contents))
app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    console.error(error)
    app.exit(1)
  })
} else app.quit()
