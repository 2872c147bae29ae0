// `klarlagt …` of the finished program: its launcher starts its executable, fuses and all, which runs the command in place of
// its window. Electron 33 cannot load the database driver, so the commands here are those that need none, and those that refuse
// before they do; the rest run the same code in Node 24 (tests/integration/cli).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import writeXlsx from 'write-excel-file/node'
import { packaged } from '../../scripts/packaging/for-tests.ts'
import { bundle, klarlagt, type Ran, ran } from '../integration/cli/support.ts'
import { ruleNote } from '../unit/rules/rule-pack.ts'
import { exportedText } from './app/exported-text.ts'

const withFindings = bundle('r01-fel')
const note = ruleNote('r01-fel', 'plan')

const launcher = join(packaged.folder, 'resources', 'bin', 'klarlagt')

let folder: string
/** Neither a display nor a desktop session: a command runs on a server too. */
let bare: Record<string, string | undefined>

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-command-'))
  const home = join(folder, 'home')
  mkdirSync(home)
  bare = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, DBUS_SESSION_BUS_ADDRESS: undefined, HOME: home }
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A command of the installed program. */
const installed = (args: readonly string[], given: { input?: string; env?: Record<string, string> } = {}) =>
  ran(launcher, args, { ...given, env: { ...bare, ...given.env } })

interface Call {
  readonly args: readonly string[]
  readonly code: Ran['code']
  readonly input?: string
  readonly env?: Record<string, string>
}

const calls: readonly Call[] = [
  { args: ['--version'], code: 0 },
  { args: ['--help'], code: 0 },
  { args: ['check', '--help'], code: 0, env: { KLARLAGT_LANGUAGE: 'en' } },
  { args: [], code: 2 },
  { args: ['finns-inte', '--no-sandbox'], code: 2 },
  { args: ['templates'], code: 0 },
  { args: ['templates', 'planering', '--json'], code: 0 },
  { args: ['templates', '--json'], code: 0 },
  { args: ['demo', '--packs', '--json'], code: 0 },
  { args: ['check', bundle('r03-ratt'), '--date', '2026-06-03'], code: 0 },
  { args: ['check', withFindings], code: 1 },
  { args: ['check', withFindings, '--json'], code: 1, env: { KLARLAGT_LANGUAGE: 'en' } },
  { args: ['check', '-'], code: 1, input: readFileSync(withFindings, 'utf8') },
  { args: ['check', '-'], code: 2, input: '{' },
  { args: ['check', 'finns-inte.json'], code: 2 },
  { args: ['check', withFindings, '--inspect'], code: 2 },
  { args: ['export', withFindings, '--format', 'pdf', '--out', '-'], code: 2 },
  { args: ['verify', '--store', 'finns-inte.klarlagt'], code: 2 },
  { args: ['import', withFindings, '--store', '/finns/inte.klarlagt'], code: 2 },
]

for (const { args, code, input, env } of calls) {
  // The bundles lie in a folder that each process makes anew, and a test is known by its name.
  const shown = args.map((arg) => arg.replace(dirname(withFindings), 'FOLDER')).join(' ')
  test(`in Electron 33, without the database: klarlagt ${shown} (${code}) answers as in a checkout`, async () => {
    const given = { ...(input === undefined ? {} : { input }), ...(env === undefined ? {} : { env }) }
    const answer = await installed(args, given)
    expect(answer).toEqual(await klarlagt(args, given))
    expect(answer.code).toBe(code)
  })
}

for (const format of ['txt', 'md', 'html', 'json', 'fhir', 'pdf', 'docx'] as const) {
  test(`in Electron 33, without the database: klarlagt export --format ${format} writes the same`, async () => {
    const write = async (run: (args: readonly string[]) => Promise<Ran>, path: string) => {
      const answer = await run(['export', withFindings, '--note', note, '--format', format, '--out', path])
      expect(answer.code).toBe(0)
      // A Word file carries the time when it was made, beside what it says.
      return format === 'docx' ? exportedText(path) : readFileSync(path, 'latin1')
    }
    const there = await write((args) => installed(args), join(folder, `there.${format}`))
    const here = await write((args) => klarlagt(args), join(folder, `here.${format}`))
    expect(there).toBe(here)
  })
}

test('a spreadsheet is read as a template, by what the program brings for it', async () => {
  const form = join(folder, 'form.xlsx')
  const rows = [
    ['type', 'name', 'label'],
    ['text', 'syfte', 'Syfte'],
  ]
  const data = rows.map((row) => row.map((value) => ({ value })))
  writeFileSync(form, await writeXlsx([{ sheet: 'survey', data }]).toBuffer())
  const args = ['template', 'import', form, '--out', '-']
  const answer = await installed(args)
  expect(answer).toEqual(await klarlagt(args))
  expect(answer.out).toContain('"syfte"')
})

test('the launcher is found through a link, as the packages put one on the path', async () => {
  const link = join(folder, 'klarlagt')
  symlinkSync(relative(folder, launcher), link)
  expect(await ran(link, ['--version'], { env: bare })).toEqual(await klarlagt(['--version']))
})

test('a window of the same user that is open is not disturbed', async () => {
  const window = spawn(packaged.executable, ['--no-sandbox', '--disable-gpu'], {
    env: { ...process.env, HOME: bare.HOME, XDG_CONFIG_HOME: undefined },
    stdio: 'ignore',
  })
  const ended = once(window, 'exit')
  try {
    // The lock by which a second start finds the first.
    const lock = join(bare.HOME ?? '', '.config', 'Klarlagt', 'SingletonLock')
    const isHeld = () => lstatSync(lock, { throwIfNoEntry: false }) !== undefined
    await expect.poll(isHeld, { timeout: 20_000 }).toBe(true)
    expect(await installed(['check', withFindings])).toEqual(await klarlagt(['check', withFindings]))
    expect([window.exitCode, window.signalCode, isHeld()]).toEqual([null, null, true])
  } finally {
    window.kill('SIGTERM')
    await ended
  }
})

test('whoever reads only the beginning of the answer gets it, and that is no error', async () => {
  const answer = await ran('sh', ['-c', `'${launcher}' templates --json | head -n 1`], { env: bare })
  expect(answer).toEqual({ code: 0, out: '[\n', err: '' })
})

test('the passphrase is read from KLARLAGT_PASSPHRASE, and a wrong one is refused before the database opens', async () => {
  const store = join(folder, 'a.klarlagt')
  expect((await klarlagt(['import', withFindings, '--store', store])).code).toBe(0)
  const wrong = await installed(['verify', '--store', store], { env: { KLARLAGT_PASSPHRASE: 'fel' } })
  expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Lösenfrasen stämmer inte') })
  const nobody = await installed(['verify', '--store', store], { env: { KLARLAGT_PASSPHRASE: '' } })
  expect(nobody).toEqual(await klarlagt(['verify', '--store', store], { env: { KLARLAGT_PASSPHRASE: '' } }))
})

test('serve says where it is, and ends in order when it is told to', async () => {
  const store = join(folder, 'served.klarlagt')
  expect((await klarlagt(['import', withFindings, '--store', store])).code).toBe(0)
  const env = { ...process.env, ...bare, KLARLAGT_PASSPHRASE: '', KLARLAGT_DATA_DIR: join(folder, 'data') }
  const child = spawn(launcher, ['serve', '--store', store], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  expect((await lines.next()).value).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('a command that is stopped half-way is not said to be fine', async () => {
  const child = spawn(launcher, ['check', '-'], {
    env: { ...process.env, ...bare },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = once(child, 'exit')
  // More than a pipe holds: when it is written the command is reading, and it waits for the rest.
  await new Promise((resolve) => child.stdin.write('x'.repeat(1_000_000), resolve))
  child.kill('SIGTERM')
  expect(await ended).toEqual([2, null])
})
