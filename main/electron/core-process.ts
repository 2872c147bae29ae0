// Entry point of the core's process, which is Electron's utility process or a child of the Node in KLARLAGT_CORE_NODE.
import './small-heap.ts'
import { RPCHandler } from '@orpc/server/message-port'
import { lineOptions } from '../../shared/api/line-options.ts'
import { createCore, router } from '../core/core.ts'
import { type MainLine, type OpenCore, runCore } from './core-runtime.ts'
import { writeNoReports } from './no-dumps.ts'

writeNoReports()

const openCore: OpenCore = async (options) => {
  const core = createCore({ ...options, holdsFolders: true, log: (line) => console.error(line) })
  const handler = new RPCHandler(router, lineOptions)
  return { serve: (port) => handler.upgrade(port, { context: core.line() }), close: () => core.close() }
}

const exit: MainLine['exit'] = (code) => process.exit(code)

/** In Electron's utility process: pages' ports are handed straight to us. */
function listenToPort(parent: Electron.ParentPort): void {
  const hear = runCore(openCore, { send: (message) => parent.postMessage(message), exit })
  parent.on('message', ({ data, ports }) => hear(data, ports[0]))
}

/** In a child of a given Node: main relays the pages' messages over the IPC channel. */
function listenToChannel(): void {
  const send: MainLine['send'] = (message) => {
    if (process.connected) process.send?.(message)
  }
  const hear = runCore(openCore, { send, exit })
  process.on('message', (message) => hear(message))
  // Main is gone, perhaps killed: close the archive and exit.
  process.on('disconnect', () => hear({ type: 'close' }))
  // Ctrl+C reaches the whole process group, but main decides when the core ends.
  process.on('SIGINT', () => undefined)
}

// Electron's types claim that it is always defined; it is in a utility process only.
const parentPort: Electron.ParentPort | undefined = process.parentPort
if (parentPort === undefined) listenToChannel()
else listenToPort(parentPort)
