// `klarlagt COMMAND …` of the installed program. Its executable cannot be made to run as plain Node (that fuse is off), so
// the launchers in packaging/bin start it with a switch of its own, and it runs the command in place of its window.
import { app } from 'electron'

const SWITCH = '--klarlagt-cli'

/**
 * The arguments of a command, or undefined if the program was started for its window. They come after the switch and `--`,
 * past which Chromium reads nothing: `--version` and `--json` are the command's own.
 */
export function commandArguments(argv: readonly string[]): readonly string[] | undefined {
  const end = argv.indexOf('--')
  return end > 0 && argv[end - 1] === SWITCH ? argv.slice(end + 1) : undefined
}

/** Resolves when all that was written to a stream has left the process. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve())
  })
}

async function end(code: number): Promise<void> {
  await flushed(process.stdout)
  await flushed(process.stderr)
  app.exit(code)
}

/** Electron would show a dialog, which nobody sees who runs a command. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  app.exit(2)
}

/**
 * Electron takes the signals that stop a program for a wish to quit, and would end with 0. A command that waits for them is
 * told; any other has not been carried out.
 */
function passOnSignals(): void {
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (!process.emit('SIGTERM')) app.exit(2)
  })
}

/** Runs a command without window, session or core process, and exits with its code. */
export function runInProgram(args: readonly string[]): void {
  process.on('uncaughtException', fail)
  app.dock?.hide()
  passOnSignals()
  import('../cli/main.ts')
    .then(({ runCommandLine }) => runCommandLine(args))
    .then(end)
    .catch(fail)
}
