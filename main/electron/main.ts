// Electron's main process, kept thin: the window and its page, menu and dialogs, the keychain, and the core's process.
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  type MenuItemConstructorOptions,
  powerMonitor,
  protocol,
  session,
  type WebContents,
} from 'electron'
import envPaths from 'env-paths'
import { z } from 'zod'
import { channels } from '../../shared/host/bridge.ts'
import { type Menu as MenuModel, menuSchema } from '../../shared/host/menu.ts'
import { preferencesSchema } from '../../shared/host/preferences.ts'
import type { PolicyReading } from '../../shared/policy/read.ts'
import { readSystemPolicies } from '../policy/read-system.ts'
import { bringBack } from './come-back.ts'
import { commandArguments, runInProgram } from './command-line.ts'
import { type CoreHost, hostCore } from './core-host.ts'
import { startNode, startUtility } from './core-starters.ts'
import { hostText } from './host-text.ts'
import { listenTo } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { dumpNoMemory, writeNoReports } from './no-dumps.ts'
import { SCHEME, servePage } from './own-page.ts'
import { guardDownloads, secureContents, secureSession, silenceChromium } from './security.ts'
import { speakerOf } from './speaker.ts'
import { letSystemSpell } from './spelling.ts'
import { refuseDebuggers, testEnvironment } from './under-test.ts'
import { askBeforeClose, type CloseQuestion, openWindow, PARTITION } from './window.ts'
import { keepPreferences } from './window-state.ts'

const root = join(import.meta.dirname, '..', '..')
const guards = new Map<WebContents, CloseQuestion>()
const speaker = speakerOf()

/** The folder of the archives. The same one as `npm start -- --web` uses, so that both hosts show the same archives. */
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
  dialog.showErrorBox(hostText('host.core.failed'), hostText('host.core.failed.detail', givenUp))
}

function startTheCore(policies: PolicyReading): CoreHost {
  // Plain Node cannot read from the program's archive: tests say where they have unpacked it.
  const { KLARLAGT_CORE_NODE: node, KLARLAGT_CORE_FILES: files = root } = testEnvironment()
  return hostCore({
    start: node === undefined ? startUtility : startNode(node, join(files, 'out', 'main')),
    relay: node !== undefined,
    dataDir: dataDir(),
    templatesDir: join(files, 'templates'),
    policies,
    onLost: tellCoreLost,
  })
}

function showWindow(): void {
  const window = openWindow()
  const { webContents } = window
  guards.set(webContents, askBeforeClose(window))
  bringBack(window)
  window.on('closed', () => {
    guards.delete(webContents)
    speaker.close()
  })
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => guards.has(webContents))
  if (window === undefined) showWindow()
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
}

const isMac = process.platform === 'darwin'
const macMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : []

/** Shows the menu that the page sent; a click calls back with the id of the command. */
function showMenu(model: MenuModel, onCommand: (command: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...macMenu, ...menuTemplate(model, onCommand)]))
}

/** The menu until the page has sent its own: none, except on a Mac, where editing needs one. */
function showFirstMenu(): void {
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([...macMenu, { role: 'editMenu' }]) : null)
}

function listenToPages(core: CoreHost): void {
  const nothing = z.undefined()
  listenTo(channels.connectCore, nothing, (page) => {
    page.postMessage(channels.toPage.corePort, null, [core.connect()])
  })
  listenTo(channels.openSpeaker, nothing, () => speaker.open())
  listenTo(channels.setMenu, menuSchema, (page, menu) => {
    showMenu(menu, (command) => page.send(channels.toPage.command, command))
  })
  listenTo(channels.keepPreferences, preferencesSchema, (_page, preferences) =>
    keepPreferences(app.getPath('userData'), preferences),
  )
  listenTo(channels.setCloseGuard, z.boolean(), (page, guarded) => guards.get(page)?.setGuarded(guarded))
  listenTo(channels.answerClose, z.boolean(), (page, mayClose) => guards.get(page)?.answer(mayClose))
}

/** A computer that sleeps, or whose screen is locked, is left: its archive is locked too. */
function lockWhenLeft(): void {
  const ask = () => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.toPage.lockRequest)
  }
  powerMonitor.on('suspend', ask)
  powerMonitor.on('lock-screen', ask)
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
  const policies = readSystemPolicies({ packaged: app.isPackaged })
  const own = session.fromPartition(PARTITION)
  secureSession(session.defaultSession)
  secureSession(own)
  letSystemSpell(own)
  await own.setProxy({ mode: 'direct' })
  guardDownloads(own, policies.policies)
  own.protocol.handle(SCHEME, (request) => servePage(join(root, 'out', 'renderer'), request))
  const core = startTheCore(policies)
  listenToPages(core)
  closeCoreAtQuit(core)
  lockWhenLeft()
  showFirstMenu()
  showWindow()
  app.on('second-instance', focusWindow)
  app.on('activate', focusWindow)
}

function openProgram(): void {
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
}

writeNoReports()
dumpNoMemory()
silenceChromium()
refuseDebuggers()
const command = commandArguments(process.argv)
if (command === undefined) openProgram()
else runInProgram(command)
