import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { bundle, klarlagt, PASSPHRASE, readJson, temporaryFolder } from './support.ts'

let folder: string
const at = (name: string) => join(folder, name)
const good = bundle('r03-ratt')
const given = bundleSchema.parse(readJson(good))

beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('import, dump and verify', () => {
  test('what dump writes, import reads back the same', async () => {
    const [one, two] = [at('one.klarlagt'), at('two.klarlagt')]
    const imported = await klarlagt(['import', good, '--store', one, '--json'])
    expect(imported.code).toBe(0)
    expect(JSON.parse(imported.out)).toMatchObject({
      number: given.case.number,
      notes: given.notes.length,
      findings: [],
    })
    const dumped = await klarlagt([
      'dump',
      '--case',
      given.case.number,
      '--store',
      one,
      '--out',
      at('dump.json'),
    ])
    expect(dumped).toMatchObject({ code: 0, out: '' })
    await klarlagt(['import', at('dump.json'), '--store', two])
    const again = await klarlagt(['dump', '--case', given.case.number, '--store', two])
    expect(again.out).toBe(readFileSync(at('dump.json'), 'utf8'))
    const byId = (notes: typeof given.notes) => notes.toSorted((a, b) => a.id.localeCompare(b.id))
    const written = bundleSchema.parse(JSON.parse(again.out))
    expect(written.case).toEqual(given.case)
    expect(byId(written.notes)).toEqual(byId(given.notes))
  })

  test('nothing of the case, and no passphrase, lies readable in the archive or in what is printed', async () => {
    const store = at('secret.klarlagt')
    const { out, err } = await klarlagt(['import', good, '--store', store])
    const files = [store, `${store}.key`].map((file) => readFileSync(file, 'latin1')).join()
    for (const secret of [given.case.insured.name, given.case.insured.personnummer, PASSPHRASE])
      expect(`${files}${out}${err}`).not.toContain(secret)
  })

  test('verify finds a whole archive whole, and says so in data too', async () => {
    const store = at('whole.klarlagt')
    await klarlagt(['import', good, '--store', store])
    expect(await klarlagt(['verify', '--store', store])).toMatchObject({ code: 0, out: '' })
    expect(JSON.parse((await klarlagt(['verify', '--store', store, '--json'])).out)).toEqual({ findings: [] })
  })

  test('the folder that an archive lies in is left as open as it is: it may be anybody’s', async () => {
    const shared = at('shared')
    mkdirSync(shared)
    chmodSync(shared, 0o755)
    const store = join(shared, 'one.klarlagt')
    await klarlagt(['import', good, '--store', store])
    expect((await klarlagt(['verify', '--store', store])).code).toBe(0)
    expect((statSync(shared).mode & 0o777).toString(8)).toBe('755')
  })

  test('verify finds a damaged archive damaged, and leaves it as it is', async () => {
    const store = at('damaged.klarlagt')
    await klarlagt(['import', good, '--store', store])
    const bytes = readFileSync(store)
    bytes.fill(0x41, bytes.length - 8192, bytes.length - 4096)
    writeFileSync(store, bytes)
    const { code, out } = await klarlagt(['verify', '--store', store])
    expect(code).toBe(1)
    expect(out).not.toBe('')
    expect(readFileSync(store).equals(bytes)).toBe(true)
  })

  test('an English reader is told in English what an import found, why a file is refused, and what does not hold', async () => {
    const env = { KLARLAGT_LANGUAGE: 'en' }
    const store = at('english.klarlagt')
    const [note] = given.notes
    writeFileSync(
      at('unknown-field.json'),
      JSON.stringify({ ...given, notes: [{ ...note, answers: { ...note?.answers, 'finns-inte': 'x' } }] }),
    )
    const imported = await klarlagt(['import', at('unknown-field.json'), '--store', store], { env })
    expect(imported.out).toContain('The template has no field finns-inte')
    writeFileSync(at('newer.json'), JSON.stringify({ ...given, version: 99 }))
    const refused = await klarlagt(['import', at('newer.json'), '--store', store], { env })
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/version 99.*update/is)])
    const bytes = readFileSync(store)
    bytes.fill(0x41, bytes.length - 8192, bytes.length - 4096)
    writeFileSync(store, bytes)
    const { out } = await klarlagt(['verify', '--store', store], { env })
    expect(out).toContain('is not as it was written')
  })
})

describe('demo', () => {
  test('makes an archive that opens without a passphrase and says that it is one', async () => {
    const store = at('demo.klarlagt')
    expect(await klarlagt(['demo', '--store', store, '--cases', '3', '--json'])).toMatchObject({
      code: 0,
      out: `${JSON.stringify({ path: store, cases: 3 })}\n`,
    })
    const verified = await klarlagt(['verify', '--store', store], { env: { KLARLAGT_PASSPHRASE: '' } })
    expect(verified.code).toBe(0)
    expect(verified.err).toContain('påhittade ärenden')
  })

  test('brings in a demo pack, so that its cases are on their days', async () => {
    const store = at('paket.klarlagt')
    const args = [
      'demo',
      '--store',
      store,
      '--cases',
      '1',
      '--pack',
      'plan-eller-planering',
      '--day',
      '2026-11-27',
    ]
    expect(await klarlagt([...args, '--json'])).toMatchObject({
      code: 0,
      out: `${JSON.stringify({ path: store, cases: 2 })}\n`,
    })
    const { out } = await klarlagt(['dump', '--case', 'PLAN-1', '--store', store])
    expect(JSON.parse(out)).toMatchObject({ case: { firstSickDay: '2026-08-26' } })
  })

  test('lists the demo packs, in words and as JSON', async () => {
    const { code, out } = await klarlagt(['demo', '--packs'], { env: { KLARLAGT_LANGUAGE: 'en' } })
    expect(code).toBe(0)
    expect(out).toContain('plan-eller-planering     Plan or planering?')
    const listed = await klarlagt(['demo', '--packs', '--json'])
    expect(JSON.parse(listed.out)).toContainEqual(
      expect.objectContaining({ id: 'regel-for-regel', cases: 54 }),
    )
  })

  test.each([
    ['sv', 'innehåller ett datum i kalendern'],
    ['en', 'holds a calendar date'],
  ])('says in %s what is wrong in the file of a pack, and where', async (language, words) => {
    const text = readFileSync('templates/demo/plan-eller-planering.json', 'utf8')
    const file = at('trasigt.json')
    writeFileSync(file, text.replace('"datum": "@36"', '"datum": "2026-05-20"'))
    const { code, err } = await klarlagt(['demo', '--store', at('inget.klarlagt'), '--pack', file], {
      env: { KLARLAGT_LANGUAGE: language },
    })
    expect(code).toBe(2)
    expect(err).toContain(`(cases[0].notes[1].answers.datum) ${words}`)
    expect(err).toContain(`${file}: `)
    expect(existsSync(at('inget.klarlagt'))).toBe(false)
  })
})
