import { type IpcMainEvent, ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import { isOwnPage } from './own-page.ts'

/** Whether a message comes from the top frame of a window that shows our own page. */
function isFromOurPage({ sender, senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url)
}

/**
 * Listens to one channel. Messages from anywhere but our own page, or that do not fit the schema, are refused; the terminal
 * shows that, but not what they contained.
 */
export function listenTo<T>(
  channel: string,
  schema: z.ZodType<T>,
  listener: (sender: WebContents, value: T) => void,
): void {
  ipcMain.on(channel, (event, ...args: unknown[]) => {
    if (!isFromOurPage(event)) {
      console.error(`Refused on ${channel}: not from our page.`)
      return
    }
    const [value, ...more] = args
    const parsed = schema.safeParse(value)
    if (parsed.success && more.length === 0) listener(event.sender, parsed.data)
    else
      console.error(
        `Refused on ${channel}: ${parsed.error === undefined ? 'too much' : z.prettifyError(parsed.error)}`,
      )
  })
}
