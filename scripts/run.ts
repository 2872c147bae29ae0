// Runs a tool of this checkout and reports how it ended. Scripts run under Node 24, and so do their children: the child's
// PATH begins with node_modules/.bin, where the packaged Node is.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

export interface Outcome {
  readonly command: string
  readonly code: number
  readonly output: string
  readonly milliseconds: number
}

export interface RunOptions {
  /** Passes the child's output straight through instead of collecting it. */
  readonly live?: boolean
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly timeout?: number
  /** Where it runs, if not at the root. Tools are this checkout's all the same. */
  readonly cwd?: string
}

export function environment(extra: RunOptions['env'] = {}): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env.PATH ?? '']
  return { ...process.env, PATH: path.join(delimiter), ...extra }
}

export function run(command: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const [file = '', ...args] = command
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      env: environment(options.env),
      stdio: options.live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      timeout: options.timeout,
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    const end = (code: number) =>
      resolve({ command: command.join(' '), code, output, milliseconds: performance.now() - began })
    child.on('error', (error) => {
      output += `${error.message}\n`
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** Runs checks two at a time; prints a line for each, and the output of those that failed. Returns whether all passed. */
export async function checks(
  list: ReadonlyArray<{ name: string; command: readonly string[] }>,
): Promise<boolean> {
  const waiting = [...list]
  let good = true
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await run(next.command)
      const failed = outcome.code !== 0
      if (failed) good = false
      console.log(`${failed ? '✖' : '✓'} ${next.name}  ${seconds(outcome.milliseconds)}`)
      // A check that passes may still have notices; the tools' own chatter is not one.
      const notices = outcome.output.split('\n').filter((line) => line.startsWith('notice:'))
      const text = failed ? outcome.output.trimEnd() : notices.join('\n')
      if (text !== '') console.log(text)
    }
  }
  await Promise.all([work(), work()])
  return good
}
