// Questions over the whole archive are answered in threads, each with a connection of its own, so that a slow one delays neither a
// save nor a quick one.
import type { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { type Db, tellIfSlow } from '../db.ts'
import { canShare } from '../open.ts'
import { startThread } from '../thread.ts'
import type { Question } from './question.ts'

/** One for what takes long, and one for what does not; and as many more while answers that nobody wants any more are read out. */
const THREADS = 2
const MOST_THREADS = 4
/** So long a thread may read out what nobody wants before another is started in its place, which takes longer than most answers. */
const PATIENCE_MS = 100

/** The archive was closed before it was read. */
export class ReadingEnded extends Error {}

export interface Readers {
  /** Answers a question by what is saved when it is read. Throws the signal's reason when that is aborted, and ReadingEnded. */
  readonly ask: <Asked, Answer>(
    question: Question<Asked, Answer>,
    asked: Asked,
    signal?: AbortSignal,
  ) => Promise<Answer>
  /** Starts the threads before anything is asked, since that takes a while. */
  readonly prepare: () => void
  /** Ends the threads; done when none of them has the archive open any more. */
  readonly end: () => Promise<void>
}

const replySchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.int(), answer: z.unknown(), ms: z.number() }),
  z.object({ id: z.int(), failed: z.literal(true) }),
])
type Reply = Exclude<z.infer<typeof replySchema>, { ready: true }>

interface Waiting {
  readonly message: { readonly id: number; readonly name: string; readonly asked: unknown }
  /** Told what a thread said, or nothing where the thread has gone. */
  readonly settle: (reply: Reply | undefined) => void
}

interface Thread {
  readonly worker: Worker
  readonly gone: Promise<void>
  /** Since when it has the archive open. */
  readyAt: number | undefined
  running: Waiting | undefined
  /** Since when nobody waits for what it reads. */
  forsakenAt: number | undefined
  /** It was one more for a while, and has been told to go. */
  leaving: boolean
}

/** Whoever reads an archive that is open in this thread. Where connections cannot share one, the first of them reads it. */
export function createReaders(db: Db, key: Uint8Array): Readers {
  return canShare
    ? threadsOf(db, key)
    : { ask: async ({ read }, asked) => read(db, asked), prepare: () => {}, end: async () => {} }
}

function threadsOf(db: Db, key: Uint8Array): Readers {
  const threads = new Set<Thread>()
  const queue: Waiting[] = []
  let ended = false
  let last = 0

  function start(): Thread {
    const worker = startThread('reader-worker', { path: db.path, key })
    const { promise: gone, resolve } = Promise.withResolvers<void>()
    const thread: Thread = {
      worker,
      gone,
      readyAt: undefined,
      running: undefined,
      forsakenAt: undefined,
      leaving: false,
    }
    const free = (reply: Reply | undefined) => {
      const waiting = thread.running
      thread.running = undefined
      worker.unref()
      waiting?.settle(reply)
    }
    worker.on('message', (received: unknown) => {
      const reply = replySchema.parse(received)
      if ('ready' in reply) {
        thread.readyAt = performance.now()
        lookAgain()
        return
      }
      free(reply)
      thread.forsakenAt = undefined
      thread.leaving = staying().length > THREADS
      if (thread.leaving) worker.postMessage({ close: true })
      next()
    })
    // What went wrong in the thread is met again, and told, by whoever reads in its stead.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      threads.delete(thread)
      free(undefined)
      resolve()
      next()
    })
    worker.unref()
    threads.add(thread)
    return thread
  }

  const staying = () => [...threads].filter(({ leaving }) => !leaving)
  const isGivenUp = ({ forsakenAt, readyAt }: Thread) =>
    forsakenAt !== undefined &&
    readyAt !== undefined &&
    performance.now() - Math.max(forsakenAt, readyAt) >= PATIENCE_MS
  /** Sees in a while whether a thread is to be given up. */
  const lookAgain = () => setTimeout(next, PATIENCE_MS).unref()

  /** A thread that can answer now, or a new one where there may be one more. */
  function ready(): Thread | undefined {
    const idle = staying().find(({ running }) => running === undefined)
    if (idle !== undefined) return idle
    const wanted = staying().filter((thread) => !isGivenUp(thread)).length
    return wanted < THREADS && threads.size < MOST_THREADS ? start() : undefined
  }

  function next(): void {
    if (queue.length === 0 || ended) return
    const thread = ready()
    const waiting = thread && queue.shift()
    if (thread === undefined || waiting === undefined) return
    thread.running = waiting
    // A program that waits for nothing but an answer does not end before it.
    thread.worker.ref()
    thread.worker.postMessage(waiting.message)
  }

  /** Takes back a question. One that is being read is read to its end, since nothing stops SQLite on the way. */
  function drop(waiting: Waiting): void {
    const place = queue.indexOf(waiting)
    if (place !== -1) queue.splice(place, 1)
    const reader = [...threads].find(({ running }) => running === waiting)
    if (reader === undefined) return
    reader.forsakenAt = performance.now()
    lookAgain()
  }

  return {
    ask: async (question, asked, signal) => {
      signal?.throwIfAborted()
      if (ended) throw new ReadingEnded()
      last += 1
      const message = { id: last, name: question.name, asked }
      const { promise, resolve: settle } = Promise.withResolvers<Reply | undefined>()
      const waiting: Waiting = { message, settle }
      const stop = () => {
        drop(waiting)
        settle(undefined)
      }
      signal?.addEventListener('abort', stop, { once: true })
      queue.push(waiting)
      next()
      const reply = await promise
      signal?.removeEventListener('abort', stop)
      signal?.throwIfAborted()
      if (ended) throw new ReadingEnded()
      if (reply === undefined || 'failed' in reply) return question.read(db, asked)
      tellIfSlow(db, () => question.name, reply.ms)
      return question.answer.parse(reply.answer)
    },
    prepare: () => {
      while (threads.size < THREADS) start()
    },
    end: async () => {
      ended = true
      for (const { settle } of queue.splice(0)) settle(undefined)
      const ending = [...threads]
      for (const { worker } of ending) {
        worker.ref()
        worker.postMessage({ close: true })
      }
      await Promise.all(ending.map(({ gone }) => gone))
    },
  }
}
