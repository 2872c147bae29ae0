// A template from one archive to another, by the terminal.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import { needTemplate, templatesDir, workAs } from '../core/support.ts'
import { klarlagt, PASSPHRASE, temporaryFolder } from './support.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = temporaryFolder()
  for (const name of ['har.klarlagt', 'dar.klarlagt']) {
    const core = createCore({ dataDir: folder, archivePath: at(name), keychain: noKeychain, templatesDir })
    const { archive, studio } = core.client
    await archive.create({ name, user: { name: 'Anna Ek', role: 'utredare' }, passphrase: PASSPHRASE })
    if (name === 'har.klarlagt') {
      const { id } = await studio.begin({ from: { id: needTemplate, version: 2 } })
      await studio.act({ id, baseRevision: 1, verb: 'lamna-in' })
      await workAs(core.client, { name: 'Bo Lind', role: 'specialist' }, ['mallar'])
      await studio.act({ id, baseRevision: 1, verb: 'godkann' })
      await studio.publish({ id, baseRevision: 1, from: swedishDate(new Date()) })
    }
    await core.close()
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a published template goes out signed, is verified without an archive, and is taken in by another', async () => {
  const out = at('mall.json')
  const exported = ['template', 'export', needTemplate, '--version', '3', '--store', at('har.klarlagt')]
  expect(await klarlagt([...exported, '--out', out])).toMatchObject({ code: 0 })
  expect(await klarlagt(['verify', out])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Mallen är till varje tecken den som publicerades.') as string,
  })
  const changed = at('andrad.json')
  writeFileSync(changed, readFileSync(out, 'utf8').replace('Behovsklarläggande', 'Behov'))
  expect(await klarlagt(['verify', changed])).toMatchObject({ code: 1 })
  const there = ['--store', at('dar.klarlagt')]
  expect(await klarlagt(['template', 'import', changed, ...there])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Filen är ändrad sedan mallen publicerades.') as string,
  })
  const taken = await klarlagt(['template', 'import', out, ...there])
  expect(taken).toMatchObject({ code: 0 })
  expect(taken.out).toContain('Publicerad av Bo Lind, granskad av Bo Lind')
  expect(taken.out).toContain('Nyckeln är inte känd här.')
})

test('a form becomes a working copy in the archive, and a version there goes out as a Questionnaire', async () => {
  const out = at('formular.json')
  const here = ['--store', at('har.klarlagt')]
  const asFhir = ['template', 'export', needTemplate, '--version', '3', '--format', 'fhir', '--out', out]
  const exported = await klarlagt([...asFhir, ...here])
  expect(exported).toMatchObject({ code: 0 })
  expect(exported.out).toContain('Bara Klarlagt förstår lagstödet.')
  const begun = await klarlagt(['template', 'import', out, '--store', at('dar.klarlagt')])
  expect(begun.out).toContain('Arbetskopian är skapad.')
  expect(begun.out).toContain(`Det finns redan en mall med id ${needTemplate}.`)
  expect(begun.code).toBe(1)
})

test('a signed file is no form: without an archive it is refused with where it goes', async () => {
  const refused = await klarlagt(['template', 'import', at('mall.json'), '--out', at('annan.json')])
  expect(refused).toMatchObject({
    code: 2,
    err: expect.stringContaining('är en underskriven mall. Läs in den i ett arkiv med --store') as string,
  })
})
