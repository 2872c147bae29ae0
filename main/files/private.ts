import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'

/** A file that its owner alone may read and write. */
export const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

/** Makes a folder that its owner alone may enter, where there is none; one that is there already is left as it is. */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER })
}

/** Closes a folder of our own to others, which an older version has left open. */
export function tightenFolder(path: string): void {
  if (existsSync(path)) tighten(path, PRIVATE_FOLDER)
}

/** Makes an empty file that its owner alone may read. Throws EEXIST where there is one. */
export function privateFile(path: string): void {
  closeSync(openSync(path, 'wx', PRIVATE_FILE))
}

/** Closes files to others, which an older version or a copy has left open; those that are not there are passed over. */
export function tightenFiles(paths: readonly string[]): void {
  for (const path of paths) if (existsSync(path)) tighten(path, PRIVATE_FILE)
}

/** Best effort: on a disk without modes, or where somebody else owns it, what could be read before can be read still. */
function tighten(path: string, mode: number): void {
  try {
    chmodSync(path, mode)
  } catch {
    // It is opened all the same.
  }
}
