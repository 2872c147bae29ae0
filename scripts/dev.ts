// `npm run dev`: rebuilds on every change. With a display and Electron, electron-vite runs the window and reloads it;
// otherwise the renderer is rebuilt into out/ and served: reload the page to see a change. Changes under main/ and shared/
// restart the served core.
import { spawn } from 'node:child_process'
import { build } from './build.ts'
import { electronExecutable } from './electron.ts'
import { environment, root } from './run.ts'

function start(command: string, args: readonly string[], env: Record<string, string> = {}): void {
  const child = spawn(command, args, {
    cwd: root,
    env: environment(env),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  child.on('exit', (code) => process.exit(code ?? 1))
}

const window = process.platform !== 'linux' || (Boolean(process.env.DISPLAY) && process.getuid?.() !== 0)
const executable = window && !process.argv.includes('--web') ? await electronExecutable() : undefined
if (executable !== undefined) {
  start('electron-vite', ['dev', '--watch'], { ELECTRON_EXEC_PATH: executable })
} else if (await build({ force: false })) {
  start('electron-vite', ['build', '--watch', '--logLevel', 'warn'])
  start('node', ['--watch', 'scripts/start.ts', '--web'])
} else {
  process.exitCode = 1
}
