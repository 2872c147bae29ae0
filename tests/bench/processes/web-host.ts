// The web host as a process of its own. usage: node tests/bench/processes/web-host.ts DATA_DIR TEMPLATES_DIR ARCHIVE
// The passphrase comes from KLARLAGT_PASSPHRASE. Prints the address with its one-time token.
import { join } from 'node:path'
import { serve } from '../../../main/web/serve.ts'

const [dataDir = '', templatesDir = '', archivePath = ''] = process.argv.slice(2)
const rendererDir = join(import.meta.dirname, '../../../out/renderer')
const passphrase = process.env.KLARLAGT_PASSPHRASE
const { url } = await serve({ dataDir, templatesDir, archivePath, rendererDir, passphrase })
process.stdout.write(`${url}\n`)
