import type { Page } from 'playwright'

/** When (milliseconds since 1970) a field of a note took the focus on the screen. Waits until one does. */
export function editableAt(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const afterPaint = new MessageChannel()
    afterPaint.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
    const look = () => {
      const field = document.querySelector<HTMLElement>('article [data-field] :is(input, textarea)')
      field?.focus()
      if (field === null || document.activeElement !== field) return
      observer.disconnect()
      requestAnimationFrame(() => afterPaint.port2.postMessage(undefined))
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true })
    look()
    return promise
  })
}
