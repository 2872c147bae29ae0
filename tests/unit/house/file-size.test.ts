import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countLines, counts, judge, sizesIn } from '../../../scripts/check-file-size.ts'

test('a file of the program may have 350 lines, and a test 600, of which it is named from 351', () => {
  const verdict = judge([
    { file: 'shared/short.ts', lines: 350 },
    { file: 'renderer/long.css', lines: 351 },
    { file: 'tests/unit/table.test.ts', lines: 351 },
    { file: 'tests/unit/longest.test.ts', lines: 600 },
    { file: 'tests/unit/too-long.test.ts', lines: 601 },
  ])
  expect(verdict.tooLong.map(({ file }) => file)).toEqual([
    'tests/unit/too-long.test.ts',
    'renderer/long.css',
  ])
  expect(verdict.long.map(({ file }) => file)).toEqual([
    'tests/unit/longest.test.ts',
    'tests/unit/table.test.ts',
  ])
})

test("the counts are of the program's own files", () => {
  const lines = [10, 80, 90, 100].map((count, index) => ({ file: `main/${index}.ts`, lines: count }))
  expect(counts([...lines, { file: 'tests/a.test.ts', lines: 1 }])).toBe(
    '4 files in shared/, main/ and renderer/, median 90 lines, 1 under 30',
  )
})

test('lines are counted with and without a last line break', () => {
  expect([countLines(''), countLines('a'), countLines('a\n'), countLines('a\nb')]).toEqual([0, 1, 1, 2])
})

test('new files count, ignored ones and declarations do not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-size-'))
  try {
    execFileSync('git', ['init', '-q'], { cwd: folder })
    writeFileSync(join(folder, '.gitignore'), 'out.ts\n')
    for (const file of ['new.ts', 'out.ts', 'types.d.ts', 'note.md'])
      writeFileSync(join(folder, file), 'a\nb\n')
    expect(sizesIn(folder)).toEqual([{ file: 'new.ts', lines: 2 }])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
