// What saves leave for later. A save that put pieces of the search index together, or brought the log into the file, would take
// many times as long as one that does not; so neither happens in a save, but when nobody has saved for a moment.
import { z } from 'zod'
import { type Db, refusingRaw } from './db.ts'

/** So long nobody has saved when it begins, and so many saves are worth it. Own choice. */
const IDLE_MS = 300
const WORTH_SAVES = 8
/** So many pages of the index are written at a time, within a few milliseconds, with what is asked meanwhile in between. */
export const PAGES_A_STEP = 32

/** Nothing was merged where the index has changed in no more than its own row of commands (FTS5, 6.9). */
const NO_CHANGES = 2

/** Gives whether it has changed anything. */
function merge(db: Db, pages: number): boolean {
  return refusingRaw(db, (raw) => {
    const changes = raw.prepare('SELECT total_changes()').pluck()
    const before = z.int().parse(changes.get())
    raw.prepare(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ${pages})`).run()
    return z.int().parse(changes.get()) - before >= NO_CHANGES
  })
}

/** Puts some pages of the search index together. Gives whether there may be more. */
export const mergeStep = (db: Db): boolean => merge(db, PAGES_A_STEP)

/** Begins to write all pieces of the index anew as one, where there are several or something of one was deleted. Gives whether it has. */
export const rewriteStep = (db: Db): boolean => merge(db, -PAGES_A_STEP)

/** Brings the log into the file, as far as nobody reads it; not while the file is copied, when the log alone may grow. */
export function shortenLog({ raw }: Db): void {
  if (raw.pragma('wal_autocheckpoint', { simple: true }) !== 0) raw.pragma('wal_checkpoint(PASSIVE)')
}

/** Tidies up after saves in an archive that is open for use, from now until it is closed. Where that fails nobody waits for it, but it is told. */
export function keepTidy(db: Db, failed: () => void): void {
  let saves = 0
  let waiting: NodeJS.Timeout | undefined
  let merging: NodeJS.Immediate | undefined

  const tidy = () => {
    try {
      if (!db.raw.open || !db.isInPlace()) return
      if (mergeStep(db)) {
        merging = setImmediate(tidy)
        return
      }
      shortenLog(db)
      saves = 0
    } catch {
      failed()
    }
  }
  db.saved = () => {
    saves += 1
    clearTimeout(waiting)
    clearImmediate(merging)
    if (saves >= WORTH_SAVES) waiting = setTimeout(tidy, IDLE_MS).unref()
  }
}
