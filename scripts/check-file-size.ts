// A source file over 600 lines fails the check; those over 350 are named as a notice.
// usage: node scripts/check-file-size.ts [FOLDER]
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'

export const limit = 600
export const watch = 350

export interface FileSize {
  readonly file: string
  readonly lines: number
}

export interface Verdict {
  readonly tooLong: readonly FileSize[]
  readonly long: readonly FileSize[]
}

export function judge(sizes: readonly FileSize[]): Verdict {
  const falling = sizes.toSorted((a, b) => b.lines - a.lines)
  return {
    tooLong: falling.filter((size) => size.lines > limit),
    long: falling.filter((size) => size.lines > watch && size.lines <= limit),
  }
}

export function countLines(text: string): number {
  if (text === '') return 0
  const breaks = text.split('\n').length - 1
  return text.endsWith('\n') ? breaks : breaks + 1
}

/** The source files that git knows or would add: what .gitignore names is left out. */
export function sizesIn(folder: string): FileSize[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return listed
    .split('\0')
    .filter((file) => /\.(ts|tsx|css)$/.test(file) && !file.endsWith('.d.ts'))
    .filter((file) => existsSync(join(folder, file)))
    .map((file) => ({ file, lines: countLines(readFileSync(join(folder, file), 'utf8')) }))
}

if (import.meta.main) {
  const sizes = sizesIn(process.argv[2] ?? root)
  const { tooLong, long } = judge(sizes)
  for (const size of long) console.log(`notice: ${size.file} has ${size.lines} lines (over ${watch})`)
  for (const size of tooLong)
    console.error(`${size.file} has ${size.lines} lines: split it, ${limit} is the most`)
  if (sizes.length === 0) console.error('No source file was found: the check would pass whatever they held.')
  process.exitCode = tooLong.length > 0 || sizes.length === 0 ? 1 : 0
}
