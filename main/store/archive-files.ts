import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { privateFolder } from '../files/private.ts'
import { backupFolderOf } from './backup-files.ts'
import type { Db } from './db.ts'
import { type KeyFile, type KeyRequest, keyPathOf, newKey, readKeyFile, writeKeyFile } from './key.ts'
import { createDatabase } from './open.ts'
import { refusal, StoreRefusal } from './refusal.ts'

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

/**
 * Makes an archive at a path: key file first, then the encrypted database. ARCHIVE_EXISTS where either is there
 * already, DISK_FULL; and what `newKey` refuses. What was begun is taken away again.
 */
export async function createArchive(
  path: string,
  request: KeyRequest,
): Promise<{ db: Db; info: ArchiveInfo; key: Uint8Array }> {
  if (existsSync(path)) throw refusal('ARCHIVE_EXISTS', { path })
  const { key, file } = await newKey(request)
  privateFolder(dirname(path))
  writeKeyFile(path, file)
  try {
    return { db: createDatabase(path, key), info: infoOf(path, file), key }
  } catch (error) {
    // We made these a moment ago, and they are empty.
    for (const made of [`${path}-wal`, `${path}-journal`, path, keyPathOf(path)])
      rmSync(made, { force: true })
    throw error
  }
}
