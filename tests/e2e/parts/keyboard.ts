import type { Locator, Page } from '@playwright/test'

/** Whether a part, or something in it, has the focus. */
export const holdsFocus = (part: Locator) =>
  part.evaluate((element) => element.contains(document.activeElement))

/** Goes on with Tab until a control has the focus; fails where it never gets it. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const found = await control.evaluateAll((all) => all.some((one) => one.contains(document.activeElement)))
    if (found) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(control)}.`)
}

interface Stroke {
  readonly key: string
  readonly code: string
  readonly ctrlKey?: boolean
  readonly shiftKey?: boolean
}

/**
 * Presses keys in one turn of the window: quicker than it can draw, as for somebody who writes on while a slow machine still draws.
 * Gives what then has the focus, by its nearest name: what is typed next is written there.
 */
export const pressInOneTurn = (page: Page, ...strokes: readonly Stroke[]): Promise<string | null> =>
  page.evaluate(async (all) => {
    for (const each of all) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...each, bubbles: true, cancelable: true }),
      )
      // All that is done within the turn, in however many steps.
      for (let step = 0; step < 20; step++) await Promise.resolve()
    }
    return document.activeElement?.closest('[aria-label]')?.getAttribute('aria-label') ?? null
  }, strokes)

/** Lets the window draw so many frames: what is done a frame or two behind a key has been done then. */
export const drawn = (page: Page, frames = 4): Promise<void> =>
  page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  }, frames)
