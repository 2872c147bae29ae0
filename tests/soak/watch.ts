// Finds a text whose reader never ends: while it runs nothing else does, so a thread of its own watches.
import { Worker } from 'node:worker_threads'

/** How long a text may be read before its reader is taken to hang, in milliseconds. Far more than a busy machine takes for any. */
const HANGS_AFTER = 60_000
/** As much of the text as is kept to be printed, in bytes. */
const KEPT = 200_000

const watcher = `
const { workerData: { shared, hangsAfter } } = require('node:worker_threads')
const { writeSync } = require('node:fs')
const state = new Int32Array(shared, 0, 2)
let seen = -1
setInterval(() => {
  const [number, length] = state
  if (length > 0 && number === seen) {
    writeSync(2, '✖ Its reader never ended: ' + Buffer.from(shared, 8, length).toString('utf8') + '\\n')
    process.kill(process.pid, 'SIGKILL')
  }
  seen = number
}, hangsAfter)
`

/** Watches what is read. A text that is still being read after a minute is printed, and the process ended. */
export function watch(hangsAfter = HANGS_AFTER) {
  const shared = new SharedArrayBuffer(8 + KEPT)
  const state = new Int32Array(shared, 0, 2)
  const kept = new Uint8Array(shared, 8)
  const thread = new Worker(watcher, { eval: true, execArgv: [], workerData: { shared, hangsAfter } })
  thread.unref()
  return {
    begins: (text: string) => {
      state[1] = 0
      const { written } = new TextEncoder().encodeInto(text.slice(0, KEPT / 3), kept)
      state[0] = (state[0] ?? 0) + 1
      state[1] = written
    },
    ends: () => {
      state[1] = 0
    },
    stop: () => thread.terminate(),
  }
}
