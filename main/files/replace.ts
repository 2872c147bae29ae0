import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { PRIVATE_FILE } from './private.ts'

/** What is in a folder is on the disk when this returns: names that came, went or changed. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and its file systems keep the order of names by themselves.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a new file that its owner alone may read, on the disk when this returns. Throws EEXIST where there is one. */
export function writeNewFile(path: string, text: string): void {
  const handle = openSync(path, 'wx', PRIVATE_FILE)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Where a file is written before it takes another's place. */
const asideOf = (path: string) => `${path}.new`

/**
 * Puts a text in a file's place, whole or not at all: written aside, brought to the disk, and then given the file's name. A
 * machine that stops at any moment has the old file or the new one.
 */
export function replaceFile(path: string, text: string): void {
  const aside = asideOf(path)
  // Left by a program that was stopped before it had given the name away.
  rmSync(aside, { force: true })
  try {
    writeNewFile(aside, text)
    renameSync(aside, path)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}
