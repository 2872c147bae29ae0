import { z } from 'zod'
import { type DesktopFacts, desktopFactsSchema } from '../../shared/host/about.ts'
import { type Bridge, type FileOutcome, fileOutcomes, speakerHash } from '../../shared/host/bridge.ts'
import type { Menu } from '../../shared/host/menu.ts'
import { type Speller, spellerOf } from '../base/spelling.ts'

declare global {
  var klarlagt: Bridge | undefined
}

/** What the preload provides under Electron; undefined in a browser. */
export const bridge: Bridge | undefined = globalThis.klarlagt

export type Platform = 'mac' | 'windows' | 'linux'

function platform(): Platform {
  const name = bridge?.platform ?? navigator.userAgent
  if (/darwin|mac|iphone|ipad/i.test(name)) return 'mac'
  return /win/i.test(name) ? 'windows' : 'linux'
}

/** Where the workbench runs. */
export const host: { readonly kind: 'electron' | 'web'; readonly platform: Platform } = {
  kind: bridge === undefined ? 'web' : 'electron',
  platform: platform(),
}

/** Whose speller looks at what is written here. */
export const speller: Speller = spellerOf(host, navigator.userAgent)

/** What the desktop says of itself; undefined in a browser. */
export function desktopFacts(): DesktopFacts | undefined {
  return bridge?.desktop === undefined ? undefined : desktopFactsSchema.parse(JSON.parse(bridge.desktop))
}

/** Shows the application menu. Does nothing in a browser, which has none. */
export function setMenu(menu: Menu): void {
  bridge?.setMenu(menu)
}

/** Whether this window shows speaker's notes alone. */
export const isSpeakerWindow = (): boolean => window.location.hash === speakerHash

/** Opens the window of speaker's notes: main does under Electron, where a page opens none. False if the browser keeps it from us. */
export function openSpeakerWindow(): boolean {
  if (bridge === undefined) return window.open(`/${speakerHash}`, 'klarlagt-speaker', 'popup') !== null
  bridge.openSpeaker()
  return true
}

/** Calls back with the id of a command clicked in the application menu. Returns a function that stops listening. */
export function onMenuCommand(listener: (command: string) => void): () => void {
  return bridge?.onCommand(listener) ?? (() => undefined)
}

/** Calls back when the host wants the archive locked. Never in a browser, which cannot tell. Returns a function that stops listening. */
export function onLockRequest(listener: () => void): () => void {
  return bridge?.onLockRequest(listener) ?? (() => undefined)
}

const fileOutcomeSchema = z.enum(fileOutcomes)
let stopWaiting = (): void => undefined

/**
 * How the file ends that is saved next: ask before it is saved. A browser does not tell where its files go, so there it is saved
 * as soon as it is given one.
 */
export function nextFile(): Promise<FileOutcome> {
  stopWaiting()
  if (bridge === undefined) return Promise.resolve('saved')
  const { onFileSaved } = bridge
  return new Promise((resolve) => {
    stopWaiting = onFileSaved((told) => {
      stopWaiting()
      resolve(fileOutcomeSchema.parse(told))
    })
  })
}

/** What must happen before the window may close. */
export interface CloseGuard {
  /** Whether anything written is not yet acknowledged as saved. */
  readonly pending: () => boolean
  /** Saves what is pending. True if everything is acknowledged; false keeps the window open. */
  readonly flush: () => Promise<boolean>
}

/**
 * Guards the window against closing too early. Under Electron the window waits for `flush` (main asks the user if no answer
 * comes in time). A browser cannot wait, so the save is started and the browser asks its own question meanwhile. Returns a
 * function that stops guarding.
 */
export function guardClose({ pending, flush }: CloseGuard): () => void {
  if (bridge !== undefined) return guardWindow(bridge, flush)
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (!pending()) return
    void flush()
    event.preventDefault()
  }
  window.addEventListener('beforeunload', onBeforeUnload)
  return () => window.removeEventListener('beforeunload', onBeforeUnload)
}

function guardWindow(by: Bridge, flush: CloseGuard['flush']): () => void {
  const stop = by.onCloseRequest(() => {
    flush().then(
      (saved) => by.answerClose(saved),
      () => by.answerClose(false),
    )
  })
  by.setCloseGuard(true)
  return () => {
    stop()
    by.setCloseGuard(false)
  }
}
