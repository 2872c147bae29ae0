import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commands } from '../../../main/cli/commands/index.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { bundle, klarlagt, readJson, temporaryFolder } from './support.ts'

let folder: string
const at = (name: string) => join(folder, name)
const good = bundle('r03-ratt')
const given = bundleSchema.parse(readJson(good))
const [firstNote] = given.notes

/** The day of the story: on later ones its case has more to be followed up. */
const onItsDay = ['--date', '2026-06-03']

beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('help', () => {
  test('without a command the list of commands is shown, and that is a misuse', async () => {
    const { code, out } = await klarlagt([])
    expect(code).toBe(2)
    for (const { name } of commands) expect(out).toContain(`  ${name}`)
  })

  test.each([['--help'], ['-h'], ['help']])('%s shows the same and is fine', async (word) => {
    const { code, out } = await klarlagt([word])
    expect(code).toBe(0)
    expect(out).toContain('Användning: klarlagt KOMMANDO')
  })

  test.each(commands.map(({ name }) => name))('%s --help shows its usage', async (name) => {
    const { code, out, err } = await klarlagt([name, '--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`Användning: klarlagt ${name}`)
    expect((await klarlagt(['help', name])).out).toBe(out)
  })

  test('in English where asked for', async () => {
    const { out } = await klarlagt(['check', '--help'], { env: { KLARLAGT_LANGUAGE: 'en' } })
    expect(out).toContain('Usage: klarlagt check FILE')
  })

  test('--version is the program’s', async () => {
    expect((await klarlagt(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('templates', () => {
  test('lists id, version, owner and title', async () => {
    const { code, out } = await klarlagt(['templates'])
    expect(code).toBe(0)
    expect(out).toMatch(/^planering\s+v2\s+forsakringskassan\s+Planering$/m)
    expect(out).toMatch(/^arbetsgivarens-plan\s+v2\s+arbetsgivare\s+Arbetsgivarens plan$/m)
    expect(out).not.toMatch(/^planering\s+v1/m)
  })

  test('shows one with its fields, in the reader’s language, and both as JSON', async () => {
    const { out } = await klarlagt(['templates', 'planering'])
    expect(out).toMatch(/^ {2}mal {2}.*\(ett val\) · obligatorisk$/m)
    expect(out).toMatch(/^ {2}insatser {2}.*\(insatser\)$/m)
    const english = await klarlagt(['templates', 'planering'], { env: { KLARLAGT_LANGUAGE: 'en' } })
    expect(english.out).toMatch(/^ {2}mal {2}.*\(one choice\) · obligatory$/m)
    const one = z
      .object({ id: z.string(), sections: z.array(z.object({ fields: z.array(z.looseObject({})) })) })
      .parse(JSON.parse((await klarlagt(['templates', 'planering', '--json'])).out))
    expect(one).toMatchObject({ id: 'planering' })
    expect(one.sections.flatMap(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ id: 'mal', type: 'choice' }),
    )
    const all = z
      .array(z.object({ id: z.string() }))
      .parse(JSON.parse((await klarlagt(['templates', '--json'])).out))
    expect(all.length).toBeGreaterThanOrEqual(4)
  })
})

describe('check', () => {
  test.each([
    ['r01-fel', 'R1', 'error'],
    ['r03-fel', 'R3', 'error'],
    ['r07-fel', 'R7', 'warning'],
    ['r27-fel', 'R27', 'error'],
  ])('%s: a line with rule, severity, note, field and message, and exit 1', async (name, rule, severity) => {
    const { code, out } = await klarlagt(['check', bundle(name)])
    expect(code).toBe(1)
    expect(out).toMatch(new RegExp(`^${rule} +${severity}  +[0-9a-f-]{36}  \\S+  \\S.+$`, 'm'))
    expect(out).not.toContain('undefined')
  })

  test('what R1 and R2 read so is quoted after the message', async () => {
    const { out } = await klarlagt(['check', bundle('r02-fel')])
    expect(out).toMatch(/^R2 +error .* {2}Läst så: ”.+”$/m)
  })

  test('an objection is told, and is nothing to mend', async () => {
    const by = { name: 'Eva Sten', role: 'utredare' }
    const objection = { rule: 'R2', field: 'mal', sentence: 'Vår plan.', by, at: '2026-03-04T10:00:00Z' }
    const notes = given.notes.map((note) =>
      note.id === firstNote?.id ? { ...note, objections: [objection] } : note,
    )
    writeFileSync(at('objected.json'), JSON.stringify({ ...given, notes }))
    const { code, out } = await klarlagt(['check', at('objected.json'), ...onItsDay])
    expect(code).toBe(0)
    expect(out).toMatch(/^R2 +info .* mal {2}Eva Sten svarade 2026-03-04 .* {2}Läst så: ”Vår plan\.”$/m)
  })

  test('a case without problems is fine', async () => {
    const { code, out, err } = await klarlagt(['check', good, ...onItsDay])
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('inga problem')
  })

  test('several files are named in each line', async () => {
    const { code, out } = await klarlagt(['check', good, bundle('r01-fel'), ...onItsDay])
    expect(code).toBe(1)
    for (const line of out.trimEnd().split('\n')) expect(line).toContain('r01-fel.json: ')
  })

  test('--json gives the same as data', async () => {
    const { code, out } = await klarlagt(['check', bundle('r01-fel'), '--json'])
    expect(code).toBe(1)
    const problem = z.object({
      rule: z.string(),
      severity: z.string(),
      note: z.string().optional(),
      field: z.string().optional(),
      message: z.string(),
    })
    const { files } = z
      .object({ files: z.array(z.object({ problems: z.array(problem) })) })
      .parse(JSON.parse(out))
    expect(files[0]?.problems.map(({ rule }) => rule)).toContain('R1')
  })

  test('a bundle may be piped in', async () => {
    expect((await klarlagt(['check', '-', ...onItsDay], { input: readFileSync(good) })).code).toBe(0)
  })

  test('an unknown template and an answer for no field are told, and the rest is checked', async () => {
    const changed = structuredClone(given)
    const [first, second] = changed.notes
    if (first === undefined || second === undefined) throw new Error('The fixture has too few notes.')
    const notes = [
      { ...first, template: { ...first.template, version: 99 } },
      { ...second, answers: { ...second.answers, 'finns-inte': 'kvar' } },
    ]
    writeFileSync(at('odd.json'), JSON.stringify({ ...changed, notes }))
    const { code, out } = await klarlagt(['check', at('odd.json')])
    expect(code).toBe(1)
    expect(out).toMatch(
      new RegExp(`^bundle {2}warning {2}${first.id} {2}notes\\[0\\]\\.template {2}.*version 99`, 'm'),
    )
    expect(out).toMatch(/finns-inte/)
  })

  test('two notes of the same id are an error, said where the second stands', async () => {
    const [first] = given.notes
    if (first === undefined) throw new Error('The fixture has no note.')
    writeFileSync(at('twice.json'), JSON.stringify({ ...given, notes: [...given.notes, first] }))
    const { code, out } = await klarlagt(['check', at('twice.json')])
    expect(code).toBe(1)
    const place = `notes\\[${given.notes.length}\\]\\.id`
    expect(out).toMatch(new RegExp(`^bundle {2}error {4}${first.id} {2}${place} {2}.*flera gånger`, 'm'))
  })

  test('an answer named as what every object has is told as any other that no field takes', async () => {
    const [first] = given.notes
    if (first === undefined) throw new Error('The fixture has no note.')
    const answers = `"answers":{"__proto__":{"a":1},"constructor":"b",`
    writeFileSync(at('hostile.json'), JSON.stringify(given).replace('"answers":{', answers))
    const { out } = await klarlagt(['check', at('hostile.json')])
    expect(out).toMatch(new RegExp(`^falt/okant {2}warning {2}${first.id} .*__proto__`, 'm'))
    expect(out).toMatch(new RegExp(`^falt/okant {2}warning {2}${first.id} .*constructor`, 'm'))
  })
})

describe('export', () => {
  test.each([
    ['txt', /^UTKAST/],
    ['md', /UTKAST/],
    ['html', /^<!doctype html>/i],
    ['json', /^\{/],
    ['pdf', /^%PDF-/],
    ['docx', /^PK/],
  ])('writes %s', async (format, start) => {
    const out = at(`note.${format}`)
    const ran = await klarlagt([
      'export',
      good,
      '--note',
      firstNote?.id ?? '',
      '--format',
      format,
      '--out',
      out,
    ])
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(out, 'latin1')).toMatch(start)
  })

  test('--out - writes to the terminal, and nothing else with it', async () => {
    const args = ['export', good, '--note', firstNote?.id ?? '', '--format', 'txt', '--out']
    const { code, out, err } = await klarlagt([...args, '-'])
    await klarlagt([...args, at('same.txt')])
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(readFileSync(at('same.txt'), 'utf8'))
  })
})

describe('what cannot be done is told in a sentence: exit 2, nothing printed as a result, no stack', () => {
  beforeAll(async () => {
    mkdirSync(at('a-folder'))
    writeFileSync(at('broken.json'), '{ "format": ')
    writeFileSync(at('newer.json'), '{"format":"klarlagt/arende","version":2}')
    writeFileSync(at('other.json'), '{"format":"something"}')
    writeFileSync(at('binary.json'), new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))
    writeFileSync(
      at('form.json'),
      JSON.stringify({ ...given, case: { ...given.case, firstSickDay: '2026-02-30' } }),
    )
    await klarlagt(['import', good, '--store', at('used.klarlagt')])
  })

  const note = ['--note', firstNote?.id ?? '']
  test.each([
    [['finns-inte'], 'Kommandot ”finns-inte” finns inte'],
    [['check'], 'Ärendefilen saknas'],
    [['check', '--strange'], 'Valet --strange finns inte'],
    [['check', 'FOLDER/newer.json', '--date', '2026-02-30'], '--date ska vara ett datum som finns'],
    [['check', 'FOLDER/missing.json'], 'missing.json finns inte'],
    [['check', 'FOLDER/a-folder'], 'är en mapp'],
    [['check', 'FOLDER/broken.json'], 'inte giltig JSON'],
    [['check', 'FOLDER/newer.json'], 'version 2'],
    [['check', 'FOLDER/other.json'], 'ingen ärendefil'],
    [['check', 'FOLDER/binary.json'], 'UTF-8'],
    [['check', 'FOLDER/form.json'], 'case.firstSickDay'],
    [['templates', 'finns-inte'], 'Mallen ”finns-inte” finns inte. De som finns: afu, arbetsgivarens-plan, '],
    [['export', good, ...note, '--format', 'xls', '--out', '-'], 'txt, md, html, pdf, docx, json'],
    [['export', good, ...note, '--format', 'txt'], '--out saknas'],
    [['export', good, ...note, '--format', 'txt', '--out', 'FOLDER/no/where.txt'], 'mappen finns inte'],
    [['export', good, ...note, '--format', 'txt', '--out', 'FOLDER/a-folder'], 'är en mapp'],
    [['export', good, '--note', 'x', '--format', 'txt', '--out', '-'], 'Anteckningen ”x” finns inte'],
    [['export', good, '--format', 'txt', '--out', '-'], 'Välj en med --note'],
    [['import', good], '--store saknas'],
    [['import', good, '--store', 'FOLDER/used.klarlagt'], 'redan ett ärende med nummer'],
    [['import', good, '--store', 'FOLDER/no/where.klarlagt'], 'mappen finns inte'],
    [['import', 'FOLDER/broken.json', '--store', 'FOLDER/never.klarlagt'], 'inte giltig JSON'],
    [['dump', '--case', 'X-1', '--store', 'FOLDER/used.klarlagt'], 'Ärende ”X-1” finns inte'],
    [
      ['dump', '--case', 'X-1', 'extra', '--store', 'FOLDER/used.klarlagt'],
      '”extra” är ett argument för mycket',
    ],
    [['verify', '--store', 'FOLDER/missing.klarlagt'], 'missing.klarlagt finns inte'],
    [['demo', '--store', 'FOLDER/used.klarlagt'], 'Det finns redan ett arkiv'],
    [['demo', '--store', 'FOLDER/new.klarlagt', '--cases', 'många'], 'heltal från 1'],
    [['demo', '--store', 'FOLDER/new.klarlagt', '--pack', 'inget'], 'regel-for-regel'],
    [['demo', '--store', 'FOLDER/new.klarlagt', '--day', '2026-11-27'], 'med --pack'],
    [['serve', '--store', 'FOLDER/used.klarlagt', '--port', '99999'], 'heltal från 1 till 65535'],
  ])('klarlagt %j', async (args, sentence) => {
    const { code, out, err } = await klarlagt(args.map((arg) => arg.replace('FOLDER', folder)))
    expect(err).toContain(sentence)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toMatch(/\bat .*\.ts|node:internal/)
  })

  test('a refused file leaves no new archive behind', () =>
    expect(existsSync(at('never.klarlagt'))).toBe(false))

  test('a wrong passphrase, and none where nobody can be asked', async () => {
    const args = ['verify', '--store', at('used.klarlagt')]
    const wrong = await klarlagt(args, { env: { KLARLAGT_PASSPHRASE: 'fel lösenfras' } })
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('Lösenfrasen stämmer inte')
    const none = await klarlagt(args, { env: { KLARLAGT_PASSPHRASE: '' } })
    expect(none.code).toBe(2)
    expect(none.err).toContain('KLARLAGT_PASSPHRASE')
  })

  test('a reader that has had enough is no error', async () => {
    const child = spawn(process.execPath, ['bin/klarlagt.mjs', 'templates', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      err += part
    })
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(err).toBe('')
  })
})
