// Playwright's global setup: unpacks the browser and makes sure that out/ is current.
import { build } from './build.ts'
import { ensureChromium } from './chromium.ts'

export default async function setup(): Promise<void> {
  await ensureChromium()
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
}
