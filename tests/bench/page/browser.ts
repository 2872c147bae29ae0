import { type Browser, chromium } from 'playwright'
import { chromiumArguments, chromiumEnvironment, ensureChromium } from '../../../scripts/chromium.ts'

/** Paints as soon as there is something to paint, instead of at the next of 60 turns a second. */
const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/**
 * The browser of the tests, without a window. A screen of 60 Hz makes a key wait 8 ms on average for its turn to be
 * painted, and 16 at the worst; `paced: false` leaves that wait out, so that a figure is the work alone.
 */
export async function startBrowser({ paced = true } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [...chromiumArguments, ...(paced ? [] : unpaced)],
    env: chromiumEnvironment(),
  })
}

/** As a small laptop shows it. */
export const view = { viewport: { width: 1280, height: 800 }, locale: 'sv-SE' }
