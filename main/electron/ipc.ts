import { type IpcMainEvent, ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import { isOwnPage } from './own-page.ts'

/** Whether a message comes from the top frame of its window, showing our own page. */
function isFromOurPage({ sender, senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url)
}

/**
 * Listens to one channel. What comes from elsewhere than our page, or does not fit the schema, is refused, and said so in
 * the terminal without its content.
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
