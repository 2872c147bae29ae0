// A backup in the archive's place. What lay there is moved aside under a name that says so, and never taken away.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { PRIVATE_FILE, privateFile } from '../files/private.ts'
import { replaceFile, syncFolder } from '../files/replace.ts'
import { backupsIn, keyOwnerIn } from './backup-files.ts'
import { checkBackup } from './backup-write.ts'
import { keyPathOf } from './key.ts'
import { closeDatabase, openCopy } from './open.ts'
import { asRefusal, refusal, StoreRefusal } from './refusal.ts'

export interface RestoreRequest {
  readonly archivePath: string
  readonly folder: string
  /** The backup's name in its folder. */
  readonly name: string
  readonly key: Uint8Array
  readonly at: Date
  /** Whether the archive's key file is missing or spoilt, and the one beside the backups takes its place. */
  readonly withKeyFile: boolean
}

/** ARCHIVE_IN_USE where another program has the archive open; whatever else is wrong with it is why it is restored. */
function refuseInUse(path: string, key: Uint8Array): void {
  if (!existsSync(path)) return
  try {
    closeDatabase(openCopy(path, key, { readonly: true }))
  } catch (error) {
    if (error instanceof StoreRefusal && error.code === 'ARCHIVE_IN_USE') throw error
  }
}

/** Copies a file, on the disk when this returns, for its owner alone. */
function copyWhole(from: string, to: string): void {
  rmSync(to, { force: true })
  privateFile(to)
  copyFileSync(from, to)
  const handle = openSync(to, 'r+', PRIVATE_FILE)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Puts a backup in the archive's place and gives the files that were moved aside. The backup is copied and checked first; then
 * the database's file goes aside before its log does, so that it is never opened without; last the copy takes its name. A machine
 * that stops in between has the archive as it was, or none to open, or the restored one. ARCHIVE_MISSING, ARCHIVE_CORRUPT
 * (of the backup), ARCHIVE_IN_USE, DISK_FULL.
 */
export function restoreBackup(request: RestoreRequest): readonly string[] {
  const { archivePath, folder, name, key, at, withKeyFile } = request
  const backup = join(folder, name)
  if (!backupsIn(folder).some((each) => each.name === name))
    throw refusal('ARCHIVE_MISSING', { path: backup })
  refuseInUse(archivePath, key)
  const copy = `${archivePath}.part-restored`
  const stamp = at.toISOString().slice(0, 19).replaceAll(':', '-')
  const aside: string[] = []
  try {
    copyWhole(backup, copy)
    checkBackup(copy, key)
    for (const file of [archivePath, ...['-wal', '-shm', '-journal'].map((end) => `${archivePath}${end}`)]) {
      if (!existsSync(file)) continue
      const to = `${archivePath}.skadat-${stamp}${file.slice(archivePath.length)}`
      renameSync(file, to)
      aside.push(to)
    }
    syncFolder(dirname(archivePath))
    if (withKeyFile) aside.push(...replaceKeyFile(archivePath, folder, stamp))
    renameSync(copy, archivePath)
    syncFolder(dirname(archivePath))
    return aside
  } catch (error) {
    rmSync(copy, { force: true })
    throw asRefusal(error, backup)
  }
}

/** The key file is replaced at once, so that there always is one to know the archive by. */
function replaceKeyFile(archivePath: string, folder: string, stamp: string): readonly string[] {
  const path = keyPathOf(archivePath)
  const aside = `${path}.skadat-${stamp}`
  const isThere = existsSync(path)
  if (isThere) copyWhole(path, aside)
  replaceFile(path, readFileSync(keyPathOf(keyOwnerIn(folder)), 'utf8'))
  return isThere ? [aside] : []
}
