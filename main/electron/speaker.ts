import type { BrowserWindow } from 'electron'
import { openSpeakerNotes } from './window.ts'

/** The window of speaker's notes: one at most, and none once the window that presents is closed. */
export interface Speaker {
  readonly open: () => void
  readonly close: () => void
}

/** No window yet; made when the page asks for it. */
export function speakerOf(): Speaker {
  let window: BrowserWindow | undefined
  return {
    open: () => {
      if (window !== undefined) return window.show()
      window = openSpeakerNotes()
      window.on('closed', () => {
        window = undefined
      })
    },
    close: () => window?.destroy(),
  }
}
