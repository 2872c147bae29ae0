import { z } from 'zod'
import type { Db } from '../db.ts'

/** So many answers are kept of each reader. Own choice: what one looks at in a sitting. */
const MOST_KEPT = 30

const changes = z.int()

/** Which data a connection sees: another as soon as it, or any other, has written something. */
function versionOf({ raw }: Db): string {
  const own = changes.parse(raw.prepare('SELECT total_changes()').pluck().get())
  return `${changes.parse(raw.pragma('data_version', { simple: true }))} ${own}`
}

/**
 * A reader that gives the answer it gave before, where it is asked the same and nothing has been written since. Kept in memory
 * alone, and with the connection; what it gives is nobody's to change.
 */
export function keeping<I, O>(read: (db: Db, input: I) => O): (db: Db, input: I) => O {
  const keptBy = new WeakMap<Db, { readonly version: string; readonly answers: Map<string, O> }>()
  return (db, input) => {
    const version = versionOf(db)
    const before = keptBy.get(db)
    const kept = before?.version === version ? before : { version, answers: new Map<string, O>() }
    if (kept !== before) keptBy.set(db, kept)
    const key = JSON.stringify(input)
    const known = kept.answers.get(key)
    if (known !== undefined) return known
    const answer = read(db, input)
    if (kept.answers.size >= MOST_KEPT) kept.answers.clear()
    kept.answers.set(key, answer)
    return answer
  }
}
