import { type Browser, chromium } from 'playwright'
import { chromiumArguments, chromiumEnvironment, ensureChromium } from '../../../scripts/chromium.ts'

/** The browser of the tests, without a window. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [...chromiumArguments],
    env: chromiumEnvironment(),
  })
}

/** As a small laptop shows it. */
export const view = { viewport: { width: 1280, height: 800 }, locale: 'sv-SE' }
