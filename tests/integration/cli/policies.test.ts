import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ruleNote } from '../../unit/rules/rule-pack.ts'
import { bundle, klarlagt, temporaryFolder } from './support.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = temporaryFolder()
  mkdirSync(at('export'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A command under these policies. */
function under(policies: unknown, args: readonly string[], env: Record<string, string> = {}) {
  const path = at('policies.json')
  writeFileSync(path, typeof policies === 'string' ? policies : JSON.stringify(policies))
  return klarlagt(args, { env: { KLARLAGT_POLICIES: path, ...env } })
}

const file = bundle('r04-fel')
const exporting = (format: string, out: string) => [
  'export',
  file,
  '--note',
  note,
  '--format',
  format,
  '--out',
  out,
]
const note = ruleNote('r04-fel', 'planering')

describe('check', () => {
  test('runs no rule that is turned off, and says so', async () => {
    const unapproved = bundle('r17-fel')
    const { code, out, err } = await under({ rulesOff: ['R17', 'R22'] }, [
      'check',
      unapproved,
      '--date',
      '2026-06-03',
    ])
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('2 regler är avstängda av din organisation: R17, R22')
    expect((await under({ rulesOff: ['R22'] }, ['check', unapproved, '--date', '2026-06-03'])).code).toBe(1)
  })

  test('runs one that protects the record, and says why', async () => {
    const { code, out, err } = await under({ rulesOff: ['R4'] }, ['check', file, '--date', '2026-06-03'])
    expect(code).toBe(1)
    expect(out).toContain('R4')
    expect(err).toContain('Din organisation har stängt av R4, men regeln skyddar journalen')
  })

  test('says it in JSON too', async () => {
    const { out } = await under({ rulesOff: ['R4'] }, ['check', file, '--json'])
    expect(z.object({ rulesOff: z.array(z.string()) }).parse(JSON.parse(out)).rulesOff).toEqual(['R4'])
  })
})

describe('export', () => {
  test('in a format that is not allowed is refused, and nothing is written', async () => {
    const out = at('export/a.docx')
    const { code, err } = await under({ exportFormats: ['txt'] }, exporting('docx', out))
    expect([code, err]).toEqual([
      2,
      'klarlagt: Din organisation tillåter inte export som docx. Det här är tillåtet: txt.\n',
    ])
    expect(existsSync(out)).toBe(false)
  })

  test('goes into an allowed folder, and nowhere else, nor where nobody can tell', async () => {
    const policies = { exportFolders: [at('export')] }
    expect((await under(policies, exporting('txt', at('export/a.txt')))).code).toBe(0)
    expect(existsSync(at('export/a.txt'))).toBe(true)
    for (const out of [at('a.txt'), at('export/../b.txt'), '-']) {
      const { code, out: printed, err } = await under(policies, exporting('txt', out))
      expect([code, printed]).toEqual([2, ''])
      expect(err).toContain(`bara att exporterade filer sparas i: ${at('export')}`)
    }
    expect([existsSync(at('a.txt')), existsSync(at('b.txt'))]).toEqual([false, false])
  })

  test('is in the language that is chosen for all, and so are the messages', async () => {
    const { err } = await under({ language: 'en' }, exporting('txt', at('export/en.txt')))
    expect(err).toContain('Wrote')
    expect(readFileSync(at('export/en.txt'), 'utf8')).toContain('Case')
  })
})

describe('archives', () => {
  test('of invented cases are not made where they are not allowed', async () => {
    const { code, err } = await under({ demoAllowed: false }, ['demo', '--store', at('demo.klarlagt')])
    expect([code, err]).toEqual([
      2,
      'klarlagt: Din organisation tillåter inte arkiv med påhittade ärenden.\n',
    ])
    expect(existsSync(at('demo.klarlagt'))).toBe(false)
  })

  test('are made in the folder for them alone, by passphrases of the length that is asked for', async () => {
    mkdirSync(at('arkiv'))
    const policies = { archiveFolder: at('arkiv'), passphraseMinimum: 24 }
    const into = (store: string, passphrase: string) =>
      under(policies, ['import', file, '--store', store, '--name', 'Anna'], {
        KLARLAGT_PASSPHRASE: passphrase,
      })
    expect((await into(at('a.klarlagt'), 'en lösenfras på tjugofyra')).err).toContain('ligger inte i')
    expect((await into(at('arkiv/a.klarlagt'), 'för kort ändå')).err).toContain('minst 24 tecken')
    expect((await into(at('arkiv/a.klarlagt'), 'en lösenfras på tjugofyra tecken')).code).toBe(0)
    expect([existsSync(at('a.klarlagt')), existsSync(at('arkiv/a.klarlagt'))]).toEqual([false, true])

    const dump = ['dump', '--store', at('arkiv/a.klarlagt'), '--case', '26-1187']
    const { code, err } = await under({ exportFolders: [at('export')] }, dump)
    expect([code, err]).toEqual([2, expect.stringContaining('bara att exporterade filer sparas i')])
  })
})

test('what cannot be read is said with every command, and the strictest holds', async () => {
  const { code, err } = await under('{"exportFormats": ', exporting('txt', at('export/broken.txt')))
  expect(code).toBe(2)
  expect(err).toContain(`Policyerna i ${at('policies.json')} går inte att läsa. Filen är inte giltig JSON.`)
  expect(err).toContain('Din organisation tillåter inte export som txt')
  expect((await under({ strange: 1 }, ['templates'])).err).toContain('en policy som inte finns: strange')
})
