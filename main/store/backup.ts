// A backup of the open archive while somebody writes in it. The database is locked against every other connection, and a
// VACUUM INTO on the one that has it would make each save wait. So the file is copied as it lies: everything is brought into it
// from the log, which then takes all that is saved until the copy is done. A thread of its own packs and checks the copy.
import { rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { PRIVATE_FILE } from '../files/private.ts'
import {
  type BackupReason,
  backupName,
  backupsIn,
  copyKeyFile,
  noteBackup,
  prepareFolder,
  type StoredBackup,
} from './backup-files.ts'
import type { Db } from './db.ts'
import { withEmptyLog } from './empty-log.ts'
import { fileOf, MOST_LOGGED } from './open.ts'
import { asRefusal, refusal } from './refusal.ts'
import { startThread } from './thread.ts'

/** So much is read and written at a time; whoever saves comes in between. */
const CHUNK = 1024 * 1024

/** Brings all that is saved into the database's file, and copies that while the log takes what is saved meanwhile. */
async function copyFile(db: Db, to: string, signal: AbortSignal): Promise<void> {
  await withEmptyLog(db, () => db.raw.pragma('wal_autocheckpoint = 0'), signal)
  let copy: FileHandle | undefined
  try {
    copy = await open(to, 'wx', PRIVATE_FILE)
    const from = fileOf(db)
    const bytes = Buffer.alloc(CHUNK)
    for (let position = 0; ; ) {
      signal.throwIfAborted()
      const { bytesRead } = await from.read(bytes, position)
      if (bytesRead === 0) break
      await copy.write(bytes, 0, bytesRead, position)
      position += bytesRead
      await setImmediate()
    }
    await copy.sync()
    signal.throwIfAborted()
  } finally {
    await copy?.close()
    if (db.raw.open) db.raw.pragma(`wal_autocheckpoint = ${MOST_LOGGED}`)
  }
}

const outcomeSchema = z.union([
  z.object({
    checked: z.object({ schema: z.int(), cases: z.int(), notes: z.int(), findings: z.int() }),
  }),
  z.object({ failed: z.string() }),
])
type Outcome = z.infer<typeof outcomeSchema>

function packed(
  job: { copy: string; key: Uint8Array; part: string; path: string },
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = startThread('backup-worker', job)
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop)
    worker.once('message', (message: unknown) => resolve(outcomeSchema.parse(message)))
    worker.once('error', reject)
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop)
      reject(new Error('The thread ended without an outcome.'))
    })
  })
}

export interface BackupRequest {
  readonly db: Db
  readonly key: Uint8Array
  readonly folder: string
  readonly at: Date
  readonly reason: BackupReason
  /** Aborted when the archive closes: what was begun is then taken away. */
  readonly signal: AbortSignal
}

/** Makes a backup and checks it by opening it. DISK_FULL, ARCHIVE_CORRUPT; throws what the system says of the folder. */
export async function makeBackup({
  db,
  key,
  folder,
  at,
  reason,
  signal,
}: BackupRequest): Promise<StoredBackup> {
  const name = backupName(at)
  const path = join(folder, name)
  const [copy, part] = [`${path}.part-copy`, `${path}.part`]
  try {
    prepareFolder(folder)
    copyKeyFile(db.path, folder)
    await copyFile(db, copy, signal)
    const outcome = await packed({ copy, key, part, path }, signal)
    if ('failed' in outcome) throw refusalOf(outcome.failed, path)
    noteBackup(folder, name, { reason, ...outcome.checked })
  } catch (error) {
    for (const left of [copy, `${copy}-wal`, part]) rmSync(left, { force: true })
    throw asRefusal(error, path)
  }
  const made = backupsIn(folder).find((backup) => backup.name === name)
  if (made === undefined) throw refusal('ARCHIVE_MISSING', { path })
  return made
}

/** What a thread said in a code, as what was thrown there. */
function refusalOf(code: string, path: string): unknown {
  const error = Object.assign(new Error(code), { code })
  const known = asRefusal(error, path)
  return known === error && code === 'DISK_FULL' ? refusal('DISK_FULL') : known
}
