import { spawn } from 'node:child_process'
import { end, firstLine } from './child.ts'

export interface Display {
  readonly name: string
  readonly end: () => Promise<void>
}

/** The display there is, or one without a screen (Xvfb). Undefined where neither can be had. */
export async function display(): Promise<Display | undefined> {
  const { DISPLAY } = process.env
  if (DISPLAY) return { name: DISPLAY, end: () => Promise.resolve() }
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const missing = new Promise<undefined>((resolve) => child.once('error', () => resolve(undefined)))
  const number = await Promise.race([missing, firstLine(child).catch(() => undefined)])
  return number === undefined ? undefined : { name: `:${number}`, end: () => end(child) }
}
