import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countLines, judge, sizesIn } from '../../../scripts/check-file-size.ts'

test('600 lines pass, 601 fail, and from 351 a file is named', () => {
  const verdict = judge([
    { file: 'short.ts', lines: 350 },
    { file: 'long.ts', lines: 351 },
    { file: 'longest.css', lines: 600 },
    { file: 'too-long.tsx', lines: 601 },
  ])
  expect(verdict.tooLong.map((size) => size.file)).toEqual(['too-long.tsx'])
  expect(verdict.long.map((size) => size.file)).toEqual(['longest.css', 'long.ts'])
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
