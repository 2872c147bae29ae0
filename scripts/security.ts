// `npm run security`: writes docs/security.md. With `-- --break [NUMBER…]` it breaks those items of Electron's list (or all),
// one way at a time and in a copy of what is committed, runs the tests that hold the item, and says whether they noticed.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'
import { type Break, checklist, type Item } from './security/checklist.ts'
import { electronTag, securityDocument } from './security/document.ts'
import { taggedTests } from './security/tagged-tests.ts'

const tests = taggedTests()
const copy = join(root, '.cache', 'broken')
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' })

function makeCopy(): void {
  removeCopy()
  git('worktree', 'add', '--detach', '--force', copy, 'HEAD')
  for (const shared of ['node_modules', '.cache']) symlinkSync(join(root, shared), join(copy, shared))
}

function removeCopy(): void {
  rmSync(copy, { recursive: true, force: true })
  git('worktree', 'prune')
}

/** Runs work with the item broken, and mends it again. */
async function whileBroken<T>({ file, changes }: Break, work: () => Promise<T>): Promise<T> {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  let broken = whole
  for (const { from, to } of changes) {
    if (!broken.includes(from)) throw new Error(`${file} no longer says: ${from}`)
    broken = broken.replace(from, () => to)
  }
  writeFileSync(path, broken)
  try {
    return await work()
  } finally {
    writeFileSync(path, whole)
  }
}

/** Whether a test of the item fails in the copy as it stands. */
async function noticed({ number }: Item): Promise<boolean> {
  const tag = electronTag(number)
  const files = tests.filter(({ tags }) => tags.includes(tag)).map(({ file }) => file)
  const inVitest = files.filter((file) => file.endsWith('.test.ts'))
  const inElectron = files.filter((file) => file.endsWith('.spec.ts'))
  const built = await run(['electron-vite', 'build', '--logLevel', 'warn'], { cwd: copy })
  if (built.code !== 0) throw new Error(`The broken program does not build:\n${built.output}`)
  const outcomes = await Promise.all([
    ...(inVitest.length === 0 ? [] : [run(['vitest', 'run', '-t', `@${tag}`, ...inVitest], { cwd: copy })]),
    ...(inElectron.length === 0
      ? []
      : [
          run(['xvfb-run', '-a', 'playwright', 'test', '--project=electron', '--grep', `@${tag}`], {
            cwd: copy,
          }),
        ]),
  ])
  return outcomes.some(({ code, output }) => code !== 0 && /\d+ failed|Tests .*failed/.test(output))
}

async function breakItems(numbers: readonly number[]): Promise<boolean> {
  let allNoticed = true
  makeCopy()
  try {
    for (const item of checklist.filter(({ number }) => numbers.length === 0 || numbers.includes(number))) {
      for (const way of item.breaks) {
        const good = await whileBroken(way, () => noticed(item))
        allNoticed &&= good
        console.log(`${good ? '✓ noticed' : '✖ NOT NOTICED'}  ${item.number}. ${item.title}: ${way.how}`)
      }
    }
  } finally {
    removeCopy()
  }
  return allNoticed
}

const [flag, ...numbers] = process.argv.slice(2)
if (flag === '--break') process.exitCode = (await breakItems(numbers.map(Number))) ? 0 : 1
else writeFileSync(join(root, 'docs', 'security.md'), securityDocument())
