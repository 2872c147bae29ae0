// The sandboxed preload: passes the core's port on to the page, and exposes the few things that only Electron has.
import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame } from 'electron'
import { desktopArgument } from '../../shared/host/about.ts'
import { type Bridge, channels, portMessage } from '../../shared/host/bridge.ts'
import { preferencesArgument } from '../../shared/host/preferences.ts'

const { toPage } = channels

// main/ is type-checked without the DOM; this is all of it that a preload needs.
declare const window: {
  readonly location: { readonly origin: string }
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void
}

function listen<T extends unknown[]>(channel: string, listener: (...values: T) => void): () => void {
  const heard = (_event: IpcRendererEvent, ...values: T) => listener(...values)
  ipcRenderer.on(channel, heard)
  return () => ipcRenderer.removeListener(channel, heard)
}

/** What main has given this window in an argument that begins so. */
function given(name: string): string | undefined {
  return process.argv.find((argument) => argument.startsWith(name))?.slice(name.length)
}

// A port cannot cross the context bridge, so a window message to our own origin carries it into the page's world.
ipcRenderer.on(toPage.corePort, (event) => {
  window.postMessage(portMessage, window.location.origin, event.ports)
})

const bridge: Bridge = Object.freeze({
  platform: process.platform,
  preferences: given(preferencesArgument),
  desktop: given(desktopArgument),
  keepPreferences: (preferences) => ipcRenderer.send(channels.keepPreferences, preferences),
  connectCore: () => ipcRenderer.send(channels.connectCore),
  onCoreLost: (listener) => listen(toPage.coreLost, () => listener()),
  onCommand: (listener) => listen<[string]>(toPage.command, (command) => listener(command)),
  onLockRequest: (listener) => listen(toPage.lockRequest, () => listener()),
  onFileSaved: (listener) => listen<[unknown]>(toPage.fileSaved, (outcome) => listener(outcome)),
  // Out of these bounds nothing could be read, nor be set right.
  setZoom: (percent) => webFrame.setZoomFactor(Math.min(3, Math.max(0.5, percent / 100))),
  openSpeaker: () => ipcRenderer.send(channels.openSpeaker),
  setMenu: (menu) => ipcRenderer.send(channels.setMenu, menu),
  setCloseGuard: (guarded) => ipcRenderer.send(channels.setCloseGuard, guarded),
  onCloseRequest: (listener) => listen(toPage.closeRequest, () => listener()),
  answerClose: (mayClose) => ipcRenderer.send(channels.answerClose, mayClose),
} satisfies Bridge)

contextBridge.exposeInMainWorld('klarlagt', bridge)
