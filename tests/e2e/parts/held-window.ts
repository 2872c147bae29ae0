import type { Page } from '@playwright/test'

/** A window in a browser whose words to the core, and the core's to it, can be held back and let go. */
export function heldWindow() {
  let waiting: (() => void)[] | undefined
  return {
    /** Before the page is opened: `app.secondPage(window.prepare)`. */
    prepare: async (page: Page) => {
      await page.routeWebSocket(/.*/, (socket) => {
        const server = socket.connectToServer()
        const pass = (send: () => void) => (waiting === undefined ? send() : waiting.push(send))
        socket.onMessage((message) => pass(() => server.send(message)))
        server.onMessage((message) => pass(() => socket.send(message)))
      })
    },
    hold: () => {
      waiting = []
    },
    letGo: () => {
      const held = waiting ?? []
      waiting = undefined
      for (const send of held) send()
    },
  }
}
