import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'

/** A path with its links followed as far as there is anything, so that a link out of a folder is seen. */
function followed(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(followed(above), basename(path))
  }
}

/** Whether a path, of something that is there or is to be made, lies in one of these folders or is one of them. */
export function isWithin(folders: readonly string[], path: string): boolean {
  const real = followed(resolve(path))
  return folders.some((folder) => {
    const way = relative(followed(resolve(folder)), real)
    return way === '' || (!/^\.\.([\\/]|$)/.test(way) && !isAbsolute(way))
  })
}
