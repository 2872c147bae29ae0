// A source file over 350 lines fails the check; a test may have up to 600, and is named as a notice from 350.
// The counts of the program's own files are printed with it.
// usage: node scripts/check-file-size.ts [FOLDER]
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'

export const most = { source: 350, test: 600 } as const
/** A file shorter than this seldom deserves to be one. */
const small = 30

export interface FileSize {
  readonly file: string
  readonly lines: number
}

export interface Verdict {
  readonly tooLong: readonly FileSize[]
  readonly long: readonly FileSize[]
}

const isTest = ({ file }: FileSize) => file.startsWith('tests/')

export function judge(sizes: readonly FileSize[]): Verdict {
  const long = sizes.filter(({ lines }) => lines > most.source).toSorted((a, b) => b.lines - a.lines)
  const isTooLong = (size: FileSize) => size.lines > (isTest(size) ? most.test : most.source)
  return { tooLong: long.filter(isTooLong), long: long.filter((size) => !isTooLong(size)) }
}

/** How many files the program has, and how long they are. */
export function counts(sizes: readonly FileSize[]): string {
  const own = sizes.filter(({ file }) => /^(shared|main|renderer)\//.test(file)).map(({ lines }) => lines)
  const median = own.toSorted((a, b) => a - b)[Math.floor(own.length / 2)] ?? 0
  const few = own.filter((lines) => lines < small).length
  return `${own.length} files in shared/, main/ and renderer/, median ${median} lines, ${few} under ${small}`
}

export function countLines(text: string): number {
  if (text === '') return 0
  const breaks = text.split('\n').length - 1
  return text.endsWith('\n') ? breaks : breaks + 1
}

/** The source files that git knows or would add: ignored files are left out. */
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
  console.log(`notice: ${counts(sizes)}`)
  for (const { file, lines } of long) console.log(`notice: ${file} has ${lines} lines (over ${most.source})`)
  for (const { file, lines } of tooLong) console.error(`${file} has ${lines} lines: split it`)
  if (sizes.length === 0) console.error('No source file was found: the check would pass whatever they held.')
  process.exitCode = tooLong.length > 0 || sizes.length === 0 ? 1 : 0
}
