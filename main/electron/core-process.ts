// The core in Electron's utility process: pages' ports come straight here.
import './small-heap.ts'
import { runCore } from './core-runtime.ts'
import { openCore } from './open-core.ts'

const { parentPort } = process
const hear = runCore(openCore, {
  send: (message) => parentPort.postMessage(message),
  exit: (code) => process.exit(code),
})
parentPort.on('message', ({ data, ports }) => {
  hear(data, ports[0])
})
