import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkHouse } from '../../../scripts/check-house.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-house-'))
  write('package.json', '{"name":"house","type":"module","dependencies":{}}')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** The rules broken by one file that imports another. */
async function brokenBy(from: string, to: string, kind: 'value' | 'type' = 'value'): Promise<string[]> {
  write(to, 'export type Thing = string\nexport const thing = 1\n')
  const way = `${'../'.repeat(from.split('/').length - 1)}${to}`
  const what = kind === 'type' ? 'import type { Thing }' : 'import { thing }'
  write(
    from,
    `${what} from '${way}'\nexport ${kind === 'type' ? 'type Mine = Thing' : 'const mine = thing'}\n`,
  )
  const house = await checkHouse(folder)
  expect(house.modules).toBe(2)
  return house.violations.map((violation) => violation.split(':')[0] ?? '')
}

describe('the house arrows', () => {
  test.each([
    ['shared/note/note.ts', 'main/core/core.ts', 'shared-alone'],
    ['shared/note/note.ts', 'renderer/app.tsx', 'shared-alone'],
    ['shared/text/text.ts', 'shared/note/note.ts', 'shared-text'],
    ['shared/case/case.ts', 'shared/template/template.ts', 'shared-case'],
    ['shared/fields/text.ts', 'shared/note/note.ts', 'shared-fields'],
    ['shared/template/template.ts', 'shared/note/note.ts', 'shared-template'],
    ['shared/note/note.ts', 'shared/rules/r1.ts', 'shared-note'],
    ['shared/rules/r1.ts', 'shared/journal/entry.ts', 'shared-rules'],
    ['shared/journal/entry.ts', 'shared/api/contract.ts', 'shared-journal'],
    ['main/core/core.ts', 'renderer/app.tsx', 'main-alone'],
    ['main/core/core.ts', 'main/electron/main.ts', 'main-core'],
    ['main/store/store.ts', 'main/core/core.ts', 'main-store'],
    ['main/export/pdf.ts', 'main/store/store.ts', 'main-export'],
    ['main/web/serve.ts', 'main/electron/main.ts', 'main-web'],
    ['main/electron/main.ts', 'main/web/serve.ts', 'main-electron'],
    ['main/cli/main.ts', 'main/electron/main.ts', 'main-cli'],
    ['renderer/app.tsx', 'main/core/core.ts', 'renderer-alone'],
    ['renderer/base/icon.tsx', 'renderer/api/queries.ts', 'renderer-base'],
    ['renderer/workbench/frame.tsx', 'renderer/note-model/session.ts', 'renderer-workbench'],
    ['renderer/workbench/frame.tsx', 'shared/note/note.ts', 'renderer-frame-without-domain'],
    ['renderer/base/tone.ts', 'shared/case/kinds.ts', 'renderer-frame-without-domain'],
    ['renderer/note-model/session.ts', 'renderer/fields/text.tsx', 'renderer-note-model'],
    ['renderer/fields/text.tsx', 'renderer/features/notes/editor.tsx', 'renderer-fields'],
    ['renderer/features/notes/editor.tsx', 'renderer/contributions.ts', 'renderer-features'],
    ['renderer/features/notes/editor.tsx', 'renderer/features/cases/tree.tsx', 'renderer-features-apart'],
  ])('%s may not import %s', async (from, to, rule) => {
    expect(await brokenBy(from, to)).toContain(rule)
    expect(await brokenBy(from, to, 'type')).toContain(rule)
  })

  test.each([
    ['shared/note/note.ts', 'shared/case/case.ts'],
    ['shared/rules/r1.ts', 'shared/note/note.ts'],
    ['shared/api/contract.ts', 'shared/journal/entry.ts'],
    ['main/core/core.ts', 'main/store/store.ts'],
    ['main/core/core.ts', 'main/export/pdf.ts'],
    ['renderer/features/notes/editor.tsx', 'renderer/features/notes/form.tsx'],
    ['renderer/features/notes/editor.tsx', 'renderer/note-model/session.ts'],
    ['renderer/contributions.ts', 'renderer/features/notes/contribution.ts'],
    ['main/export/pdf.ts', 'shared/journal/entry.ts'],
    ['main/cli/main.ts', 'main/web/serve.ts'],
    ['main/electron/command-line.ts', 'main/cli/main.ts'],
    ['renderer/app.tsx', 'shared/api/contract.ts'],
  ])('%s may import %s', async (from, to) => {
    expect(await brokenBy(from, to)).toEqual([])
  })

  test('Node modules stay out of shared/ and renderer/, HTTP out of core, and electron in its room', async () => {
    write('shared/note/note.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n")
    write(
      'renderer/app.tsx',
      "import { join } from 'node:path'\nexport const App = () => <p>{join('a')}</p>\n",
    )
    write('main/core/core.ts', "import http from 'node:http'\nexport const server = http.createServer()\n")
    write('main/web/serve.ts', "import { app } from 'electron'\nexport const name = app.name\n")
    write('node_modules/electron/package.json', '{"name":"electron","version":"1.0.0","main":"index.js"}')
    write('node_modules/electron/index.js', 'exports.app = {}\n')
    const { violations } = await checkHouse(folder)
    expect(violations).toContain('shared-pure: shared/note/note.ts → fs')
    expect(violations).toContain('renderer-no-node: renderer/app.tsx → path')
    expect(violations).toContain('core-knows-no-host: main/core/core.ts → http')
    expect(violations).toContain(
      'electron-only-in-its-room: main/web/serve.ts → node_modules/electron/index.js',
    )
  })

  test('a circle is found', async () => {
    write('renderer/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n")
    write('renderer/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n")
    const { violations } = await checkHouse(folder)
    expect(violations.filter((violation) => violation.startsWith('no-circular'))).not.toEqual([])
  })

  test.each([
    ['shared/case', 'shared/text', 'shared: case → text → case'],
    ['main/core', 'main/store', 'main: core → store → core'],
    [
      'renderer/workbench/editors',
      'renderer/workbench/layout',
      'renderer/workbench: editors → layout → editors',
    ],
    [
      'renderer/features/cases/form',
      'renderer/features/cases/tree',
      'renderer/features/cases: form → tree → form',
    ],
  ])('rooms that import each other are found, though no file does: %s and %s', async (one, other, circle) => {
    write(`${one}/a.ts`, `import { low } from '${relative(one, `${other}/low.ts`)}'\nexport const a = low\n`)
    write(`${one}/low.ts`, 'export const low = 1\n')
    write(
      `${other}/b.ts`,
      `import { low } from '${relative(other, `${one}/low.ts`)}'\nexport const b = low\n`,
    )
    write(`${other}/low.ts`, 'export const low = 1\n')
    const { violations } = await checkHouse(folder)
    expect(violations.filter((violation) => violation.startsWith('no-circular'))).toEqual([])
    expect(violations).toContain(`no-room-circles: ${circle}`)
  })

  test('an empty house has no modules, which the check refuses', async () => {
    mkdirSync(join(folder, 'shared'))
    expect((await checkHouse(folder)).modules).toBe(0)
  })
})
