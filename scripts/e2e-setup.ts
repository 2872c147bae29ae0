// Playwright's global setup: the browser is unpacked, and out/ holds the sources that stand here.
import { build } from './build.ts'
import { ensureChromium } from './chromium.ts'

export default async function setup(): Promise<void> {
  await ensureChromium()
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
}
