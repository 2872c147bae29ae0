import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { privateFolder } from '../files/private.ts'
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
  if (!existsSync(path) && !existsSync(keyPathOf(path))) return undefined
  try {
    return infoOf(path, readKeyFile(path))
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error
    return { path, name: basename(path, ARCHIVE_EXTENSION), key: 'passphrase', demo: false, recovery: false }
  }
}

/** The archives in a folder, by name; none if the folder does not exist. */
export function archivesIn(folder: string): ArchiveInfo[] {
  if (!existsSync(folder)) return []
  const suffix = `${ARCHIVE_EXTENSION}.key`
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => archiveAt(join(folder, file.slice(0, -'.key'.length))))
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
