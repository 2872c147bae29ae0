import { isBackupDue } from '../../shared/archive/keep.ts'
import { timestamp } from '../../shared/case/dates.ts'
import type { PolicyReading } from '../../shared/policy/read.ts'
import type { User } from '../../shared/user/user.ts'
import { makeBackup } from '../store/backup.ts'
import { type BackupReason, backupFolderOf, backupsIn, type StoredBackup } from '../store/backup-files.ts'
import type { Db } from '../store/db.ts'
import { addToLog, madeAt } from '../store/log.ts'
import { refusal, StoreRefusal } from '../store/refusal.ts'
import { ArchiveClosed } from './refusals.ts'

/** The folder of an archive's backups, beside it or where the agency has them. */
export function backupFolderIn(
  { policies: { policies } }: { policies: PolicyReading },
  path: string,
): string {
  const { backupFolder } = policies
  return backupFolderOf(path, backupFolder === 'own' ? undefined : backupFolder)
}

/** How often it is looked whether a backup is due, while an archive is open. */
const LOOK_EVERY_MS = 15 * 60_000

/** Why the last backup could not be made. */
export interface BackupFailure {
  readonly code: string
  readonly at: Date
}

/** Makes the backups of the open archive, one at a time. */
export interface Backups {
  /** An archive was opened: one is made now if it is due, and then once a day. */
  readonly begin: () => void
  /** The archive is about to be closed: a backup that is being made is given up. */
  readonly end: () => void
  /** When nothing is being made any more. */
  readonly ended: () => Promise<void>
  readonly make: (reason: BackupReason) => Promise<StoredBackup>
  readonly isRunning: () => boolean
  readonly failure: () => BackupFailure | undefined
}

/** What a backup needs of the archive that is open. */
interface Open {
  readonly db: Db
  readonly user: User
  readonly info: { readonly demo: boolean }
  readonly key: { readonly bytes: Uint8Array }
}

interface Surroundings {
  readonly current: () => Open | undefined
  readonly folderOf: (archivePath: string) => string
  readonly now: () => Date
  /** Something is begun, done or failed: whoever shows it asks again. */
  readonly changed: () => void
}

export function createBackups({ current, folderOf, now, changed }: Surroundings): Backups {
  let running: { done: Promise<StoredBackup>; stop: AbortController } | undefined
  let failure: BackupFailure | undefined
  let timer: NodeJS.Timeout | undefined

  async function run(open: Open, reason: BackupReason, signal: AbortSignal): Promise<StoredBackup> {
    const folder = folderOf(open.db.path)
    try {
      const made = await makeBackup({ db: open.db, key: open.key.bytes, folder, at: now(), reason, signal })
      if (open.db.raw.open) addToLog(open.db, { by: open.user, at: timestamp(now()) }, 'backup-made')
      failure = undefined
      return made
    } catch (error) {
      if (signal.aborted) throw new ArchiveClosed()
      const known = asBackupRefusal(error, folder)
      failure = { code: known instanceof StoreRefusal ? known.code : 'BACKUP_FAILED', at: now() }
      throw known
    }
  }

  function make(reason: BackupReason): Promise<StoredBackup> {
    if (running) return running.done
    const open = current()
    if (open === undefined) return Promise.reject(new ArchiveClosed())
    const stop = new AbortController()
    const done = run(open, reason, stop.signal).finally(() => {
      running = undefined
      changed()
    })
    running = { done, stop }
    changed()
    return done
  }

  function look(): void {
    const open = current()
    if (open === undefined || open.info.demo) return
    const last = lastBackup(folderOf(open.db.path)) ?? madeAt(open.db)
    // Why it could not be made is kept, and shown where backups are.
    if (isBackupDue(last, now())) make('scheduled').catch(() => undefined)
  }

  return {
    begin: () => {
      failure = undefined
      look()
      timer = setInterval(look, LOOK_EVERY_MS).unref()
    },
    end: () => {
      clearInterval(timer)
      running?.stop.abort()
    },
    ended: async () => {
      await running?.done.catch(() => undefined)
    },
    make,
    isRunning: () => running !== undefined,
    failure: () => failure,
  }
}

/** When the last backup was made; undefined where there is none, or nobody can look. */
function lastBackup(folder: string): Date | undefined {
  try {
    return backupsIn(folder)[0]?.at
  } catch {
    return undefined
  }
}

/** What the system says of a folder that cannot be written in, as a refusal; BACKUP_FAILED. */
function asBackupRefusal(error: unknown, folder: string): unknown {
  if (error instanceof StoreRefusal || !(error instanceof Error) || !('code' in error)) return error
  return refusal('BACKUP_FAILED', { folder, detail: String(error.code) })
}
