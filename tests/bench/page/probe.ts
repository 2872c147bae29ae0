import type { Page } from 'playwright'

/** What the page notes of itself, in milliseconds of its own clock. */
interface Probe {
  /** From each key, as the browser got it, until what it changed was painted. */
  keys: number[]
  /** The same without the wait for the screen's next turn, of which a screen of 60 Hz has one in 16.7 ms. */
  work: number[]
  /** When the last key came. */
  lastKey: number
  /** When the status bar last said that all is saved. */
  saved: number
  /** When a pointer last went down. */
  pointer: number
}

declare global {
  interface Window {
    probe: Probe
    /** Waits until the next frame is painted and says when that was. */
    painted: () => Promise<number>
  }
}

/** Runs in the page before its own scripts. */
function install(): void {
  const afterPaint = new MessageChannel()
  const afterKey = new MessageChannel()
  let answered = 0
  afterKey.port1.onmessage = () => {
    answered = performance.now()
  }
  const waiting: Array<(at: number) => void> = []
  afterPaint.port1.onmessage = () => waiting.shift()?.(performance.now())
  window.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        waiting.push(resolve)
        afterPaint.port2.postMessage(undefined)
      })
    })
  window.probe = { keys: [], work: [], lastKey: 0, saved: 0, pointer: 0 }
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      window.probe.lastKey = timeStamp
      answered = 0
      afterKey.port2.postMessage(undefined)
      let turn = 0
      requestAnimationFrame(() => {
        turn = performance.now()
      })
      void window.painted().then((at) => {
        window.probe.keys.push(at - timeStamp)
        // The turn came while the key was still being answered: there was no wait.
        const waited = answered === 0 ? 0 : Math.max(0, turn - answered)
        window.probe.work.push(at - timeStamp - waited)
      })
    },
    { capture: true },
  )
  addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      window.probe.pointer = timeStamp
    },
    { capture: true },
  )
}

/** Runs in the page once the status bar is there, and looks at nothing else. */
function watchStatus(status: Element): void {
  let before = true
  new MutationObserver(() => {
    const now = status.textContent.includes('Sparat ')
    if (now && !before) window.probe.saved = performance.now()
    before = now
  }).observe(status, { subtree: true, childList: true, characterData: true })
}

/** Opens an address in a page that notes when keys are painted, notes are saved and pointers go down. */
export async function openProbed(page: Page, url: string): Promise<void> {
  await page.addInitScript(install)
  await page.goto(url)
  await page.getByRole('region', { name: 'Statusrad' }).evaluate(watchStatus)
}

/** Types a text with a pause after each key; gives each key's time until it was painted. */
export async function typed(
  page: Page,
  text: string,
  pauseMs: number,
  times: 'keys' | 'work' = 'keys',
): Promise<number[]> {
  await page.evaluate(() => {
    window.probe.keys = []
    window.probe.work = []
  })
  await page.keyboard.type(text, { delay: pauseMs })
  await page.waitForFunction((count) => window.probe.keys.length >= count, text.length)
  return page.evaluate((which) => window.probe[which], times)
}

/** From the last key until the status bar says that it is saved. */
export async function savedAfterLastKey(page: Page): Promise<number> {
  await page.waitForFunction(() => window.probe.saved > window.probe.lastKey)
  return page.evaluate(() => window.probe.saved - window.probe.lastKey)
}

/** Does what opens a note by pointer; from the pointer until the note's last field is painted. */
export async function openedIn(page: Page, lastField: string, open: () => Promise<void>): Promise<number> {
  const shown = await page.evaluateHandle((field) => {
    const shownNow = () =>
      [...document.querySelectorAll<HTMLElement>(`[data-field="${field}"]`)].filter(
        (element) => element.offsetParent !== null,
      )
    const known = new Set(shownNow())
    const { promise, resolve } = Promise.withResolvers<number>()
    const observer = new MutationObserver(() => {
      if (shownNow().every((element) => known.has(element))) return
      observer.disconnect()
      void window.painted().then((at) => resolve(at - window.probe.pointer))
    })
    observer.observe(document, { subtree: true, childList: true })
    return { promise }
  }, lastField)
  await open()
  return shown.evaluate(({ promise }) => promise)
}
