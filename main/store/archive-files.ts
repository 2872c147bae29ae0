import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { privateFolder } from '../files/private.ts'
import { syncFolder } from '../files/replace.ts'
import { backupFolderOf } from './backup-files.ts'
import type { Db } from './db.ts'
import { type KeyFile, type KeyRequest, keyPathOf, newKey, readKeyFile, writeKeyFile } from './key.ts'
import { closeDatabase, createDatabase } from './open.ts'
import { asRefusal, refusal, StoreRefusal } from './refusal.ts'

export const ARCHIVE_EXTENSION = '.klarlagt'

/** An archive's name as a file name: lower-case ASCII and hyphens. */
export function slugOf(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return ascii === '' ? 'arkiv' : ascii
}

/** Where an archive of this name is made in a folder. */
export function archivePathIn(folder: string, name: string): string {
  return join(folder, `${slugOf(name)}${ARCHIVE_EXTENSION}`)
}

/** What can be told about an archive before it is opened. */
export interface ArchiveInfo {
  path: string
  name: string
  key: KeyFile['kind']
  demo: boolean
  /** Whether a recovery key opens it as well. */
  recovery: boolean
}

export function infoOf(path: string, file: KeyFile): ArchiveInfo {
  return {
    path,
    name: file.name,
    key: file.kind,
    demo: file.demo,
    recovery: file.recovery !== undefined,
  }
}

/**
 * What is told of the archive at a path, or undefined where there is none. One whose key file cannot be read is
 * told by its file name, so that opening it says what is wrong.
 */
export function archiveAt(path: string): ArchiveInfo | undefined {
  if (![path, keyPathOf(path), backupFolderOf(path, undefined)].some((each) => existsSync(each)))
    return undefined
  try {
    return infoOf(path, readKeyFile(path))
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error
    return { path, name: basename(path, ARCHIVE_EXTENSION), key: 'passphrase', demo: false, recovery: false }
  }
}

/** What may be left of an archive: its database, its key file, its backups. */
const remains = ['', '.key', '.backups'].map((end) => `${ARCHIVE_EXTENSION}${end}`)

/** The archives in a folder, by name; none if the folder does not exist. One of which a part is missing is told as well. */
export function archivesIn(folder: string): ArchiveInfo[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).flatMap((file) => {
    const end = remains.find((each) => file.endsWith(each))
    return end === undefined ? [] : [`${file.slice(0, -end.length)}${ARCHIVE_EXTENSION}`]
  })
  return [...new Set(names)]
    .map((name) => archiveAt(join(folder, name)))
    .filter((info) => info !== undefined)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** An archive that is being made: its database, open, under a name of its own. */
export interface NewArchive {
  db: Db
  info: ArchiveInfo
  key: Uint8Array
}

const ends = ['', '-wal', '-shm', '-journal']

/**
 * A key file without a database, as a program leaves it that was stopped while it made an archive: it opens nothing, and goes
 * aside. It is not taken away, since it may be all that is left of an archive whose file was moved.
 */
function moveLeftKeyAside(path: string, at: Date): void {
  const key = keyPathOf(path)
  if (existsSync(key)) renameSync(key, `${key}.kvar-${at.toISOString().replaceAll(':', '-')}`)
}

/**
 * Makes an archive at a path and lets `fill` write what it begins with. Its database gets its name last, when all is in it and on
 * the disk: a program that is stopped before has made no archive, and stands in the way of none. ARCHIVE_EXISTS, DISK_FULL; and
 * what `newKey` and `fill` refuse. What was begun is taken away again.
 */
export async function createArchive(
  path: string,
  request: KeyRequest,
  fill: (made: NewArchive) => void | Promise<void>,
): Promise<{ file: KeyFile; key: Uint8Array }> {
  const begun = `${path}.part-new`
  const clear = () => {
    for (const end of ends) rmSync(`${begun}${end}`, { force: true })
  }
  const refuseOther = () => {
    if (existsSync(path)) throw refusal('ARCHIVE_EXISTS', { path })
  }
  refuseOther()
  const { key, file } = await newKey(request)
  privateFolder(dirname(path))
  clear()
  try {
    const db = createDatabase(begun, key)
    try {
      await fill({ db, info: infoOf(path, file), key })
    } finally {
      closeDatabase(db)
    }
    refuseOther()
    moveLeftKeyAside(path, new Date())
    writeKeyFile(path, file)
    renameSync(begun, path)
    syncFolder(dirname(path))
    return { file, key }
  } catch (error) {
    clear()
    throw asRefusal(error, path)
  }
}
