import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { type Db, refusingRaw } from './db.ts'
import { refusal } from './refusal.ts'

/** How long is waited for those who read: a thread that reads holds on to what the log has while it does. Own choice. */
const PATIENCE_MS = 60_000
const AGAIN_MS = 10

const outcome = z.tuple([z.object({ busy: z.int() })])

/** Whether all that is saved stands in the database's file now, and its log is empty. Waits for nobody. */
function emptied(db: Db): boolean {
  return refusingRaw(db, (raw) => {
    const wait = z.int().parse(raw.pragma('busy_timeout', { simple: true }))
    raw.pragma('busy_timeout = 0')
    try {
      const [{ busy }] = outcome.parse(raw.pragma('wal_checkpoint(TRUNCATE)'))
      return busy === 0
    } finally {
      raw.pragma(`busy_timeout = ${wait}`)
    }
  })
}

/**
 * Brings all that is saved into the database's file and empties its log, between what other threads read; `then` follows in the
 * same turn, before anything else is saved. ARCHIVE_IN_USE where somebody reads for longer than a minute.
 */
export async function withEmptyLog<T>(db: Db, then: () => T, signal?: AbortSignal): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  while (!emptied(db)) {
    if (performance.now() > until) throw refusal('ARCHIVE_IN_USE', { path: db.path })
    await setTimeout(AGAIN_MS)
    signal?.throwIfAborted()
  }
  return then()
}
