import { existsSync } from 'node:fs'
import type { Db } from '../store/db.ts'
import { abandonDatabase, openDatabase } from '../store/open.ts'
import { createReaders, type Readers } from '../store/readers/readers.ts'
import { StoreRefusal } from '../store/refusal.ts'
import type { Backups } from './backup-schedule.ts'

/** What is opened anew of the archive that is open. */
interface Open {
  db: Db
  readers: Readers
  key: { readonly bytes: Uint8Array }
}

/**
 * After a call was refused because the archive's file has gone from its place: where one is there again, which is so when a
 * network drive comes back, it is opened in the other's place. The call stays refused; whoever tries again gets through.
 */
export function revive<O extends Open>(
  state: { open: O | undefined; readonly backups: Backups },
  error: unknown,
): void {
  const { open } = state
  if (!(error instanceof StoreRefusal) || error.code !== 'STORE_UNREACHABLE') return
  if (!open || open.db.isInPlace() || !existsSync(open.db.path)) return
  try {
    const db = openDatabase(open.db.path, open.key.bytes)
    db.deriving = open.db.deriving
    db.slow = open.db.slow
    abandonDatabase(open.db)
    void open.readers.end()
    state.backups.end()
    state.open = { ...open, db, readers: createReaders(db, open.key.bytes) }
    state.backups.begin()
  } catch {
    // Not yet; the next call that is refused tries again.
  }
}
