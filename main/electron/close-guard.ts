import { type BrowserWindow, dialog } from 'electron'
import { translate } from '../../shared/text/index.ts'
import { channels } from './channels.ts'

const ANSWER_WITHIN_MS = 5_000

/** A window that asks its page before it closes, so that what was just written is saved first. */
export interface CloseGuard {
  readonly setGuarded: (guarded: boolean) => void
  readonly answer: (mayClose: boolean) => void
}

async function closeUnanswered(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: translate('sv', 'host.close.unanswered'),
    detail: translate('sv', 'host.close.unanswered.detail'),
    buttons: [translate('sv', 'host.close.wait'), translate('sv', 'host.close.anyway')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Holds the window open until its page has answered; asks the user when no answer comes in time. */
export function guardClose(window: BrowserWindow): CloseGuard {
  const { webContents } = window
  let guarded = false
  let mayClose = false
  let timer: NodeJS.Timeout | undefined

  const answer = (yes: boolean) => {
    clearTimeout(timer)
    timer = undefined
    if (!yes || window.isDestroyed()) return
    mayClose = true
    window.close()
  }
  const ask = () => {
    // Asked already: a second click on the cross changes nothing.
    if (timer !== undefined) return
    timer = setTimeout(() => {
      closeUnanswered(window).then(answer, (error: unknown) => console.error(error))
    }, ANSWER_WITHIN_MS)
    webContents.send(channels.toPage.closeRequest)
  }
  // A page that is gone, or being loaded anew, has nothing to save and would never answer.
  webContents.on('render-process-gone', () => {
    guarded = false
  })
  webContents.on('did-navigate', () => {
    guarded = false
  })
  window.on('close', (event) => {
    if (mayClose || !guarded) return
    event.preventDefault()
    ask()
  })
  return {
    setGuarded: (value) => {
      guarded = value
    },
    answer,
  }
}
