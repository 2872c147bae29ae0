import { run } from './run.ts'

/** The prefix that gives a command a display, or the reason why there is none. */
export async function display(): Promise<{ before: readonly string[] } | { reason: string }> {
  if (process.env.DISPLAY) return { before: [] }
  const found = await run(['xvfb-run', '--help'])
  return found.code === 0
    ? { before: ['xvfb-run', '--auto-servernum', '--server-args=-screen 0 1600x1000x24'] }
    : { reason: 'there is no display and no xvfb-run' }
}
