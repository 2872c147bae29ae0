// Files that may come from anywhere, as no program of ours would write them: refused in words, and left as they are.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { keptPreferences, readWindowState } from '../../../main/electron/window-state.ts'
import { keyPathOf, readKeyFile } from '../../../main/store/key.ts'
import { keptPort } from '../../../main/web/kept-port.ts'
import { bundle, klarlagt } from '../cli/support.ts'
import { thrownBy } from './support.ts'

type Make = (path: string) => void

const deep: Make = (path) => writeFileSync(path, `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`)
/** 300 MB that take no room on the disk. */
const huge: Make = (path) => {
  writeFileSync(path, '{')
  truncateSync(path, 300_000_000)
}
const utf16: Make = (path) => writeFileSync(path, Buffer.from('\ufeff{"a": "å"}', 'utf16le'))
const latin1: Make = (path) => writeFileSync(path, Buffer.from('{"a": "å"}', 'latin1'))

const folder = () => mkdtempSync(join(tmpdir(), 'klarlagt-hostile-'))

const refused: readonly [string, Make, RegExp][] = [
  ['nested 200 000 levels deep', deep, /för många nivåer i varandra .* rad 1/],
  ['of 300 MB', huge, /för stor: 300 MB, gränsen är \d+ MB/],
  ['in UTF-16', utf16, /ingen text i UTF-8\. Spara den som UTF-8/],
  ['in Latin 1', latin1, /ingen text i UTF-8\. Spara den som UTF-8/],
]

describe('a template', () => {
  test.each(refused)('%s is left out, and the reason names it', (_what, make, reason) => {
    const templates = folder()
    copyFileSync('templates/planering.json', join(templates, 'planering.json'))
    make(join(templates, 'min-mall.json'))
    const { all, problems } = loadTemplates(templates)
    expect(all.map(({ id }) => id)).toEqual(['planering'])
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(reason)])
    expect(problems[0]?.message).toMatch(/^min-mall\.json: Filen /)
  })
})

describe('a case bundle', () => {
  test.each(refused)('%s is refused by the command line', async (_what, make, reason) => {
    const path = join(folder(), 'arende.json')
    make(path)
    const { code, out, err } = await klarlagt(['check', path])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(reason)
    expect(err).toContain(path)
    expect(err).not.toMatch(/Error|stack| at /)
  })

  test('with a byte order mark, as some editors write it, is read', async () => {
    const path = join(folder(), 'arende.json')
    writeFileSync(path, `\ufeff${readFileSync(bundle('r01-ratt'), 'utf8')}`)
    expect(await klarlagt(['check', path, '--date', '2026-06-03'])).toMatchObject({
      code: 0,
      err: `${path}: inga problem.\n`,
    })
  })
})

describe('a file of our own that somebody has spoilt', () => {
  test.each(refused)('%s counts as none, and is not harmed', (_what, make) => {
    const spoilt = folder()
    mkdirSync(join(spoilt, 'data'))
    const archive = join(spoilt, 'arkiv.klarlagt')
    for (const file of ['window-state.json', 'preferences.json', 'ports.json']) make(join(spoilt, file))
    make(keyPathOf(archive))

    const none = folder()
    expect(readWindowState(spoilt)).toEqual(readWindowState(none))
    // The window is told that there was something that cannot be read: nothing is no JSON, and none is `null`.
    expect([keptPreferences(spoilt), keptPreferences(none)]).toEqual(['', 'null'])
    expect(keptPort(spoilt).read()).toBeUndefined()
    const before = readFileSync(keyPathOf(archive))
    expect(thrownBy(() => readKeyFile(archive))).toMatchObject({ code: 'ARCHIVE_CORRUPT' })
    expect(readFileSync(keyPathOf(archive)).equals(before)).toBe(true)
  })
})
