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
