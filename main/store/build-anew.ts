// The file of an archive built anew, of its rows alone: into a file beside it, which then takes its place whole. A machine that stops
// on the way has the archive as it was.
import { renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { privateFile } from '../files/private.ts'
import { syncFolder } from '../files/replace.ts'
import { type Db, execute, query } from './db.ts'
import { closeDatabase, openCopy } from './open.ts'
import { packedFile } from './readers/questions.ts'
import type { Readers } from './readers/readers.ts'
import { refusal } from './refusal.ts'
import { sweepIndex } from './traces.ts'

/** An archive that nobody works in any more, and whose database is open still. */
export interface Left {
  readonly db: Db
  readonly readers: Readers
  readonly key: Uint8Array
}

/** Writes the archive's rows to a file, on the disk when this is done, in which no case has left anything. */
async function writeAnew({ db, readers, key }: Left, to: string, signal: AbortSignal): Promise<void> {
  await sweepIndex(db)
  signal.throwIfAborted()
  rmSync(to, { force: true })
  // SQLite takes an empty file for one to write, and keeps its mode.
  privateFile(to)
  await readers.ask(packedFile, { to }, signal)
  const anew = openCopy(to, key)
  try {
    execute(anew, query.deleteFrom('traces'))
  } finally {
    closeDatabase(anew)
  }
  const file = await open(to, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Builds the file of an archive anew and closes its database. Where it is aborted, somebody works in the archive again, and the
 * file stays as it is with its database open; where it fails, that is so as well. STORE_UNREACHABLE, DISK_FULL.
 */
export async function buildAnew(left: Left, signal: AbortSignal): Promise<void> {
  const { db, readers } = left
  const anew = `${db.path}.part-anew`
  try {
    await writeAnew(left, anew, signal)
    await readers.end()
    signal.throwIfAborted()
    if (!db.isInPlace()) throw refusal('STORE_UNREACHABLE', { path: db.path })
    // Whoever closes a database last takes the log away that lies at its path, and that would be another's by then.
    db.raw.pragma('journal_mode = DELETE')
    renameSync(anew, db.path)
    syncFolder(dirname(db.path))
    closeDatabase(db)
  } catch (error) {
    rmSync(anew, { force: true })
    throw error
  }
}
