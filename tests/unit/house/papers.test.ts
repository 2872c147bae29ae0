import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { architecture } from '../../../scripts/architecture.ts'
import { root } from '../../../scripts/run.ts'
import { personRoles } from '../../../shared/case/actors.ts'
import { employmentSchema, expectedLengths } from '../../../shared/case/case.ts'
import { consentAnswers } from '../../../shared/case/consents.ts'
import { documentKinds, owners } from '../../../shared/case/kinds.ts'
import {
  aktivitetKinds,
  aktivitetStatuses,
  insatsKinds,
  insatsStatuses,
  missingReasons,
} from '../../../shared/case/rows.ts'
import { demandSchema, obligations } from '../../../shared/fields/base.ts'
import { noteSchema } from '../../../shared/note/note.ts'
import { roles } from '../../../shared/user/user.ts'
import { explainedValues } from './glossary.ts'

const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => existsSync(file))

describe('the glossary', () => {
  test.each([
    ['kind of document', documentKinds],
    ['owner', owners],
    ['person in a case', personRoles],
    ['expected length', expectedLengths],
    ['employment', employmentSchema.options.map(({ shape }) => shape.kind.value)],
    ['answer on consent', consentAnswers],
    ['kind of insats', insatsKinds],
    ['status of an insats', insatsStatuses],
    ['reason why an insats is missing', missingReasons],
    ['kind of FK-aktivitet', aktivitetKinds],
    ['status of an FK-aktivitet', aktivitetStatuses],
    ['role', roles],
    ['status of a note', noteSchema.options.map(({ shape }) => shape.status.value)],
    ['obligation', obligations],
    ['basis of a demand', demandSchema.options.map(({ shape }) => shape.basis.value)],
  ])('explains each %s', (_what, values: readonly string[]) => {
    expect(values.filter((value) => !explainedValues.has(value))).toEqual([])
  })
})

describe('the picture of the house', () => {
  test('shows no room that the page does not explain', () => {
    const page = readFileSync('docs/architecture.md', 'utf8')
    const rooms = [...readFileSync('docs/architecture.svg', 'utf8').matchAll(/class="name"[^>]*>([^<]+)</g)]
    expect(rooms.length).toBeGreaterThan(15)
    expect(rooms.flatMap(([, room]) => (new RegExp(`/${room}\\b`).test(page) ? [] : room))).toEqual([])
  })

  /** Files come and go every day; rooms and arrows do not. */
  const withoutCounts = (svg: string) => svg.replace(/\d+ (files|imports)/g, '$1')

  test('shows the rooms and arrows that there are', { timeout: 60_000 }, async () => {
    const drawn = readFileSync('docs/architecture.svg', 'utf8')
    expect(withoutCounts(drawn)).toBe(withoutCounts(await architecture(root)))
  })
})

/** Text that stands in backticks, with the place of the paper it stands in. */
const quotedIn = (paper: string) =>
  [
    ...readFileSync(paper, 'utf8')
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, text]) => text ?? '')

const sources = globSync('{shared,main,renderer,scripts,tests}/**/*.{ts,tsx,css,json}')
const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n')

/** Whether a path as a paper writes it is there: `ID`, `NN` and `…` stand for anything. */
function isThere(path: string, paper: string): boolean {
  const pattern = path
    .replace(/\b(ID|TYPE)\b|NNNN|NN-slug|NN|<[a-z]+>|…/g, '*')
    .replace(/\*+/g, '*')
    .replace(/\/$/, '')
  return (
    ['', dirname(paper)].some((from) => globSync(join(from, pattern)).length > 0) ||
    globSync(`{shared,main,renderer,scripts,tests}/**/${pattern}`).length > 0
  )
}

/** Folders that are made here, and that a fresh checkout has not yet. */
const made = readFileSync('.gitignore', 'utf8')
  .split('\n')
  .filter((line) => line.endsWith('/'))

describe.each(
  tracked.filter((file) => /(^|\/)(AGENTS|README)\.md$|^docs\/(architecture|glossary)\.md$/.test(file)),
)('%s is true', (paper) => {
  test('every path that it names is there', () => {
    const paths = quotedIn(paper).filter(
      (text) =>
        /^[\w.{}*,…<>-]+(\/[\w.{}*,…<>-]*)+$/.test(text) || /^\w[\w-]*\.(ts|tsx|css|json|md)$/.test(text),
    )
    const isMade = (path: string) => made.some((folder) => path.startsWith(folder))
    const missing = paths.filter(
      (path) => !path.startsWith('falt/') && !isMade(path) && !isThere(path, paper),
    )
    expect(missing).toEqual([])
  })

  test('every name of the code that it speaks of is there', () => {
    const names = quotedIn(paper).flatMap(
      (text) => /^<?([a-z]{2,}[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)\b(?!-)/.exec(text)?.[1] ?? [],
    )
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
  })
})

test('nothing points at a paper outside the repository', () => {
  const outside = new RegExp(
    ['domain\\.md', 'design\\.md', 'toolchain\\.md', '/work/', '\\bissue \\d'].join('|'),
    'i',
  )
  const pointing = tracked.filter(
    (file) =>
      /\.(ts|tsx|css|md|html)$/.test(file) &&
      basename(file) !== 'papers.test.ts' &&
      outside.test(readFileSync(file, 'utf8')),
  )
  expect(pointing).toEqual([])
})
