import { basename, join } from 'node:path'
import { app, type Session } from 'electron'
import { translate } from '../../shared/text/index.ts'
import { isOwnBlob } from './addresses.ts'

/** Where tests want downloads; an installed application has no such door. */
function testFolder(): string | undefined {
  return app.isPackaged ? undefined : process.env.KLARLAGT_DOWNLOAD_DIR
}

/** Saves what the page itself made, where the user says; any other download is refused. */
export function guardDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) {
      event.preventDefault()
      console.warn('Refused: a download that is not our own')
      return
    }
    const name = basename(item.getFilename())
    const folder = testFolder()
    if (folder !== undefined) item.setSavePath(join(folder, name))
    else item.setSaveDialogOptions({ title: translate('sv', 'host.download.title'), defaultPath: name })
  })
}
