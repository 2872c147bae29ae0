// What an archive of invented cases is put back to: a copy of its database beside it, under the same key. Signed notes are locked by
// triggers, so nothing is taken out of the database; its whole file is replaced.
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { privateFile } from '../files/private.ts'
import { syncFolder } from '../files/replace.ts'
import type { Db } from './db.ts'
import { closeDatabase } from './open.ts'
import { asRefusal, refusal } from './refusal.ts'

/** Where the beginning of the archive at a path is kept. */
const beginningOf = (path: string) => `${path}.borjan`

/** Puts a file in the place of another. A machine that stops has the one or the other. */
function putInPlace(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

function brought(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Copies an open archive's database as it stands to a file, packed, in place of what lies there. DISK_FULL. */
export function copyDatabase(db: Db, to: string): void {
  const part = `${to}.part`
  try {
    rmSync(part, { force: true })
    // SQLite takes an empty file for one to write, and keeps its mode.
    privateFile(part)
    db.raw.prepare('VACUUM INTO ?').run(part)
    brought(part)
    putInPlace(part, to)
  } catch (error) {
    rmSync(part, { force: true })
    throw asRefusal(error, db.path)
  }
}

/** Keeps the archive as it stands, instead of what was kept before. DISK_FULL. */
export const keepBeginning = (db: Db): void => copyDatabase(db, beginningOf(db.path))

/** Keeps a closed database instead of what was kept of the archive at a path; the file is gone from where it was. */
export const keepInstead = (from: string, path: string): void => putInPlace(from, beginningOf(path))

function copyFile(from: string, to: string): void {
  try {
    rmSync(to, { force: true })
    privateFile(to)
    copyFileSync(from, to)
    brought(to)
  } catch (error) {
    rmSync(to, { force: true })
    throw asRefusal(error, to)
  }
}

/** Keeps an archive that is closed as it lies. DISK_FULL. */
export const keepClosed = (path: string): void => copyFile(path, beginningOf(path))

/** A copy of what was kept of the archive at a path, at `to`; whether there was any. DISK_FULL. */
export function copyBeginning(path: string, to: string): boolean {
  const kept = beginningOf(path)
  if (!existsSync(kept)) return false
  copyFile(kept, to)
  return true
}

/** Forgets what was kept of the archive at a path. */
export const forgetBeginning = (path: string): void => rmSync(beginningOf(path), { force: true })

/**
 * Closes an archive's database, which nobody reads any more, and puts another in its place. A machine that stops has the one or the
 * other. Where it is refused, the archive lies closed as it was. ARCHIVE_IN_USE.
 */
export function replaceDatabase(db: Db, from: string): void {
  const { path } = db
  try {
    // A log that is left behind would be read into the database that comes. So all of it is brought into the file, and it goes.
    if (db.raw.pragma('journal_mode = DELETE', { simple: true }) !== 'delete')
      throw refusal('ARCHIVE_IN_USE', { path })
  } catch (error) {
    throw asRefusal(error, path)
  } finally {
    closeDatabase(db)
  }
  putInPlace(from, path)
}
