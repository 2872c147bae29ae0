// The core as a child of a given Node (KLARLAGT_CORE_NODE): pages' words are relayed by main over the IPC channel.
import './small-heap.ts'
import { runCore } from './core-runtime.ts'
import { openCore } from './open-core.ts'

const hear = runCore(openCore, {
  send: (message) => {
    if (process.connected) process.send?.(message)
  },
  exit: (code) => process.exit(code),
})
process.on('message', (message) => hear(message))
// Main is gone, perhaps killed: close the archive and follow.
process.on('disconnect', () => hear({ type: 'close' }))
// Ctrl+C in the terminal reaches the whole group; main decides when the core ends.
process.on('SIGINT', () => undefined)
