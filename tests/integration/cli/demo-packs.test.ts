// A pack comes into a demo archive that is there by the command that makes one, as it does by the button in the window.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { ruleNote } from '../../unit/rules/rule-pack.ts'
import { bundle, klarlagt, temporaryFolder } from './support.ts'

let folder: string
let store: string
let file: string
const at = (name: string) => join(folder, name)
const shipped = readFileSync('templates/demo/plan-eller-planering.json', 'utf8')

beforeAll(async () => {
  folder = temporaryFolder()
  store = at('demo.klarlagt')
  file = at('eget.json')
  writeFileSync(file, shipped.replace('"plan-eller-planering"', '"eget"').replaceAll('PLAN-1', 'EGET-1'))
  writeFileSync(at('trasigt.json'), shipped.replace('"datum": "@36"', '"datum": "2026-05-20"'))
  await klarlagt(['demo', '--store', store, '--cases', '1'])
  await klarlagt(['import', bundle('r03-ratt'), '--store', at('riktigt.klarlagt')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const load = (pack: string, ...more: string[]) =>
  klarlagt(['demo', '--store', store, '--pack', pack, ...more])
const caseNumbered = async (number: string): Promise<unknown> =>
  JSON.parse((await klarlagt(['dump', '--case', number, '--store', store])).out)

describe('a pack is brought into the demo archive that is there', () => {
  test('by its id and as it stands on the day that is asked for', async () => {
    const { code, out } = await load('plan-eller-planering', '--day', '2024-02-29')
    expect(code).toBe(0)
    expect(out).toContain(`Plan eller planering? till ${store}: ett ärende, som det är den 2024-02-29.`)
    expect(await caseNumbered('PLAN-1')).toMatchObject({ case: { firstSickDay: '2023-11-28' } })
  })

  test('from a file, as it stands on the day that the archive is played on already', async () => {
    expect(await load(file, '--json')).toMatchObject({
      code: 0,
      out: `${JSON.stringify({ path: store, pack: 'eget', cases: 1, day: '2024-02-29' })}\n`,
    })
    expect(await caseNumbered('EGET-1')).toMatchObject({ case: { firstSickDay: '2023-11-28' } })
    expect((await klarlagt(['verify', '--store', store])).code).toBe(0)
  })

  test.each([
    ['what is there already', 'demo', ['plan-eller-planering'], 'Paketets ärenden finns redan'],
    [
      'what nobody knows, with what there is',
      'demo',
      ['inget'],
      'regel-for-regel, tva-ar-i-ett-arende, eget.',
    ],
    [
      'a file that is no pack, with where and why',
      'demo',
      ['trasigt.json'],
      'svaren, datum (cases[0].notes[1]',
    ],
    ['a day that nobody plays on', 'demo', ['regel-for-regel', '--day', '1999-12-31'], '1999-12-31'],
    ['where an archive is to be made', 'demo', ['regel-for-regel', '--cases', '2'], 'finns redan ett arkiv'],
    ['in a real archive, with the reason', 'riktigt', ['regel-for-regel'], 'inget påhittat får hamna bland'],
  ])('but not %s', async (_what, archive, [pack = '', ...more], sentence) => {
    const asked = pack.endsWith('.json') ? at(pack) : pack
    const args = ['demo', '--store', at(`${archive}.klarlagt`), '--pack', asked, ...more]
    // Nobody is asked for the passphrase of an archive that the pack does not come into.
    const { code, out, err } = await klarlagt(args, { env: { KLARLAGT_PASSPHRASE: '' } })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
  })

  test('but not while another program has it open', async () => {
    const core = createCore({ dataDir: folder, keychain: noKeychain, templatesDir: 'templates' })
    await core.client.archive.open({ path: store })
    try {
      const { code, err } = await load('regel-for-regel')
      expect(code).toBe(2)
      expect(err).toContain('redan öppet i ett annat program')
    } finally {
      await core.close()
    }
  })
})

describe('the terminal goes by the day that the archive is played on, as the window does', () => {
  const imported = ruleNote('r03-ratt', 'plan')

  beforeAll(async () => {
    await klarlagt(['import', bundle('r03-ratt'), '--store', store])
    const out = at('anteckning.txt')
    await klarlagt(['export', '--store', store, '--note', imported, '--format', 'txt', '--out', out])
  })

  test.each([
    ['the report', ['report', '--json'], '"today": "2024-02-29"'],
    ['what the log says was exported', ['log', '--action', 'note-exported'], '2024-02-29 kl. '],
  ])('%s', async (_what, [command = '', ...args], day) => {
    const { code, out } = await klarlagt([command, '--store', store, ...args])
    expect(code).toBe(0)
    expect(out).toContain(day)
  })

  test('and by another where one is asked for', async () => {
    const { out } = await klarlagt(['report', '--store', store, '--json', '--date', '2024-05-01'])
    expect(out).toContain('"today": "2024-05-01"')
  })
})
