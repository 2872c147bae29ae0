// The web host as a process of its own, so that a test can kill it. usage: node tests/e2e/host.ts DATA_DIR [ARCHIVE]
// KLARLAGT_PASSPHRASE opens the archive; KLARLAGT_E2E_NOW sets the host's calendar still, for pictures. Prints the address with its one-time token on the first line.
import { join } from 'node:path'
import { mock } from 'node:test'
import { serve } from '../../main/web/serve.ts'

const [dataDir, archivePath] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('usage: node tests/e2e/host.ts DATA_DIR [ARCHIVE]')
const now = process.env.KLARLAGT_E2E_NOW
if (now !== undefined) mock.timers.enable({ apis: ['Date'], now: new Date(now) })
const { url } = await serve({
  dataDir,
  rendererDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  passphrase: process.env.KLARLAGT_PASSPHRASE,
  ...(archivePath === undefined ? {} : { archivePath }),
})
process.stdout.write(`${url}\n`)
