// A thread that reads an open archive on a connection of its own, so that whoever writes notices nothing. It answers one question
// after the other until it is told that the archive is closed.
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { closeDatabase, openReader } from './open.ts'
import { questions } from './readers/questions.ts'

const { path, key } = z.object({ path: z.string(), key: z.instanceof(Uint8Array) }).parse(workerData)
const message = z.union([
  z.object({ id: z.int(), name: z.string(), asked: z.unknown() }),
  z.object({ close: z.literal(true) }),
])

const db = openReader(path, key)
key.fill(0)
parentPort?.postMessage({ ready: true })
parentPort?.on('message', (received: unknown) => {
  const told = message.parse(received)
  if ('close' in told) {
    closeDatabase(db)
    parentPort?.close()
    return
  }
  try {
    const asked = questions.find(({ name }) => name === told.name)
    if (asked === undefined) throw new Error('a question that nobody knows')
    const begun = performance.now()
    const answer = asked.readPlain(db, told.asked)
    parentPort?.postMessage({ id: told.id, answer, ms: performance.now() - begun })
  } catch {
    // Whoever asked reads it again on the first connection, which says what is wrong in a way that it can tell.
    parentPort?.postMessage({ id: told.id, failed: true })
  }
})
