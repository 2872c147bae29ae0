// The threads of the store, each its own file in a checkout and its own entry beside the bundle.
import { getCompileCacheDir } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'

const extension = extname(import.meta.filename)

// In a checkout a thread takes the types off its files, which Node does by WebAssembly. Where two threads of a process use that,
// V8 13.6 now and then frees code of one while the other compiles its calls out (Runtime_TierUpWasmToJSWrapper), and the process
// dies. So such calls stay as they began. The bundle has no types and needs no WebAssembly.
if (extension === '.ts') setFlagsFromString('--wasm-wrapper-tiering-budget=2147483647')

/** The environment of a thread: where the process keeps compiled code for the next start, it does so as well, and starts in half the time. */
function environment(): NodeJS.ProcessEnv {
  const compiled = getCompileCacheDir()
  return compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) }
}

/** Starts a thread with what it is to work on, which it reads as `workerData`. */
export function startThread(name: 'backup-worker' | 'reader-worker', workerData: unknown): Worker {
  return new Worker(join(import.meta.dirname, `${name}${extension}`), { workerData, env: environment() })
}
