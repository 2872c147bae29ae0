// What makes a backup of a copy of the database's file: packed, checked, and given its name. It runs in a thread of its own
// (backup-worker.ts), or at once before a migration, when nobody writes yet.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { privateFile } from '../files/private.ts'
import { syncFolder } from '../files/replace.ts'
import { type BackupFacts, backupName, copyKeyFile, noteBackup, prepareFolder } from './backup-files.ts'
import { SCHEMA_VERSION } from './migrations/index.ts'
import { closeDatabase, openCopy } from './open.ts'
import { verifyArchive } from './verify.ts'

/** What is counted and checked in a backup. */
export type Checked = Omit<BackupFacts, 'reason'>

const countRow = z.object({ cases: z.int(), notes: z.int() })
const versionRow = z.object({ user_version: z.int() })
const integrityRows = z.array(z.object({ integrity_check: z.string() }))

/** Opens a backup as nobody has opened it before, and checks it. One of an older version is checked as a database alone. */
export function checkBackup(path: string, key: Uint8Array): Checked {
  const db = openCopy(path, key)
  try {
    const { user_version: schema } = versionRow.parse(db.raw.prepare('PRAGMA user_version').get())
    const counted = db.raw
      .prepare('SELECT (SELECT count(*) FROM cases) cases, (SELECT count(*) FROM notes) notes')
      .get()
    const integrity = integrityRows.parse(db.raw.pragma('integrity_check'))
    const broken = integrity.filter((row) => row.integrity_check !== 'ok').length
    const findings = schema === SCHEMA_VERSION ? verifyArchive(db).length : broken
    return { schema, ...countRow.parse(counted), findings }
  } finally {
    closeDatabase(db)
  }
}

/** Writes a database packed and encrypted by the same key to `part`, checks that, and gives it its name. */
export function writeBackup(
  database: Database.Database,
  key: Uint8Array,
  part: string,
  path: string,
): Checked {
  // SQLite takes an empty file for one to write, and keeps its mode.
  privateFile(part)
  database.prepare('VACUUM INTO ?').run(part)
  const checked = checkBackup(part, key)
  const handle = openSync(part, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, path)
  syncFolder(dirname(path))
  return checked
}

/** The same of a copy of an archive's file, which is taken away. */
export function packCopy(copy: string, key: Uint8Array, part: string, path: string): Checked {
  const db = openCopy(copy, key)
  try {
    return writeBackup(db.raw, key, part, path)
  } finally {
    closeDatabase(db)
    for (const left of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(left, { force: true })
  }
}

/**
 * A backup of a database that is about to be brought to a newer version. Nobody writes yet, so it is made at once; where it
 * cannot be made, the database stays as it is.
 */
export function backUpBefore(
  database: Database.Database,
  { key, folder, archivePath, at }: { key: Uint8Array; folder: string; archivePath: string; at: Date },
): void {
  const name = backupName(at)
  const path = join(folder, name)
  prepareFolder(folder)
  copyKeyFile(archivePath, folder)
  noteBackup(folder, name, { reason: 'migration', ...writeBackup(database, key, `${path}.part`, path) })
}
