// Playwright's global setup: unpacks the browser, fetches the reader of FHIR's forms, and makes sure that out/ is current.
import { build } from './build.ts'
import { ensureChromium } from './chromium.ts'
import { ensureLforms } from './lforms.ts'

export default async function setup(): Promise<void> {
  await ensureChromium()
  await ensureLforms()
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
}
