// A thread that packs and checks one backup, so that whoever writes notices nothing. It tells the outcome and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { packCopy } from './backup-write.ts'
import { StoreRefusal } from './refusal.ts'

const job = z
  .object({ copy: z.string(), key: z.instanceof(Uint8Array), part: z.string(), path: z.string() })
  .parse(workerData)
try {
  parentPort?.postMessage({ checked: packCopy(job.copy, job.key, job.part, job.path) })
} catch (error) {
  // An error's class does not come through; its code does, and never its message.
  const code =
    error instanceof StoreRefusal || (error instanceof Error && 'code' in error) ? String(error.code) : ''
  parentPort?.postMessage({ failed: code })
}
