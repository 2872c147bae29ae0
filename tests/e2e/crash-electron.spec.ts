// The desktop program's processes are made to crash in earnest: what was saved is there again, and nothing of it lies in the open.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, _electron as electron, expect } from '@playwright/test'
import { z } from 'zod'
import { testElectron } from '../../scripts/electron.ts'
import { coresOf } from './app/processes.ts'
import { lisa, passphrase, seedArchive } from './app/start-state.ts'
import { caseTree } from './parts/case-tree.ts'
import { statusBar } from './parts/frame.ts'
import { openPlanering } from './parts/note-editor.ts'
import { welcome } from './parts/welcome.ts'

const root = join(import.meta.dirname, '..', '..')
const why = 'Den försäkrades egen syn på planeringen'
const sentence = 'Lisa dricker kaffe med fyrvaktaren i Oregrund'

interface Program {
  readonly application: ElectronApplication
  /** Everything that the program could write in: its settings, archives, working directory and temporary files. */
  readonly folder: string
  /** What the window shows, asked of it by main: Playwright's own page is gone with the process that crashed. */
  readonly inWindow: (script: string) => Promise<unknown>
}

/** A start of the program on a machine that would dump the memory of whatever crashes. */
const test = base.extend<{ program: Program }>({
  program: async ({ browserName: _browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-crash-'))
    const part = (name: string) => {
      mkdirSync(join(folder, name))
      return join(folder, name)
    }
    const data = part('data')
    await seedArchive(data, {
      cases: [{ details: lisa, notes: [{ template: 'planering', answers: {} }] }],
    })
    const start = join(folder, 'start.sh')
    writeFileSync(start, `#!/bin/sh\nulimit -c unlimited\nexec "${testElectron}" "$@"\n`, { mode: 0o755 })
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const application = await electron.launch({
      executablePath: start,
      cwd: part('cwd'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        join(root, 'out', 'main', 'main.cjs'),
        `--user-data-dir=${part('user')}`,
      ],
      env: {
        ...Object.fromEntries(inherited),
        KLARLAGT_CORE_NODE: process.execPath,
        KLARLAGT_DATA_DIR: data,
        TMPDIR: part('tmp'),
      },
    })
    const ask = (script: string) =>
      application.evaluate(
        ({ BrowserWindow }, asked): Promise<unknown> =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(asked) ??
          Promise.resolve(undefined),
        script,
      )
    // A process that crashes with the question in hand never answers it: it is then asked again.
    const inWindow = (script: string) =>
      Promise.race([
        ask(script).catch(() => undefined),
        new Promise<undefined>((resolve) => setTimeout(resolve, 1000, undefined)),
      ])
    await use({ application, folder, inWindow })
    await application.evaluate(({ app }) => app.exit(0)).catch(() => undefined)
    await application.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

const crashWindow = ({ application }: Program) =>
  application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })

const values = `[...document.querySelectorAll('textarea, input')].map(({ value }) => value).filter(Boolean)`

/** Opens the archive and its note, and writes in it until all is saved. */
async function write({ application }: Program) {
  const page = await application.firstWindow()
  await welcome(page).open(passphrase)
  await caseTree(page).ready()
  const note = await openPlanering(page)
  await note.text(why).fill(sentence)
  await expect(statusBar(page).saved).toBeVisible()
  return { page, field: note.text(why) }
}

/** Every file below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The files that hold a text in some encoding that a dump could hold it in. */
function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return filesIn(folder).filter((file) => {
    const bytes = readFileSync(file)
    return forms.some((form) => bytes.includes(form))
  })
}

test('a window that crashes comes back with its tabs and every text that was saved', async ({ program }) => {
  const { field } = await write(program)
  await field.press('End')
  await field.pressSequentially(' och kokar mer')
  await crashWindow(program)
  // What was acknowledged is there. Of what was typed in the last quarter of a second some may be missing, but nothing else is.
  const texts = async () => z.array(z.string()).safeParse(await program.inWindow(values)).data ?? []
  await expect
    .poll(async () => (await texts()).find((text) => text.startsWith(sentence)) ?? 'nothing')
    .toMatch(new RegExp(`^${sentence}[ a-z]*$`))
  const back = (await texts()).find((text) => text.startsWith(sentence)) ?? ''
  expect(`${sentence} och kokar mer`.startsWith(back)).toBe(true)
})

test('a window that crashes again and again is given up, and the user is asked (the dialog is stubbed)', async ({
  program,
}) => {
  await write(program)
  await program.application.evaluate(({ dialog }) => {
    const asked: unknown[] = []
    Reflect.set(globalThis, 'asked', asked)
    Reflect.set(dialog, 'showMessageBox', async (_window: unknown, options: unknown) => {
      asked.push(options)
      return { response: asked.length === 1 ? 0 : 1, checkboxChecked: false }
    })
  })
  const asked = () => program.application.evaluate((): unknown => Reflect.get(globalThis, 'asked'))
  for (let crash = 0; crash < 4; crash += 1) {
    await expect.poll(() => program.inWindow('document.body.innerText')).toContain('26-1187')
    await crashWindow(program)
  }
  await expect.poll(asked).toMatchObject([
    {
      message: 'Fönstret visas inte längre: det stannade flera gånger i rad',
      buttons: ['Försök igen', 'Stäng fönstret'],
    },
  ])
  // She tries again, and there it is.
  await expect.poll(() => program.inWindow('document.body.innerText')).toContain('26-1187')
})

/** Makes a process crash as a fault in it would, and waits for its end. */
async function crashCore({ application }: Program): Promise<void> {
  const cores = coresOf(application.process().pid ?? -1)
  expect(cores).toHaveLength(1)
  for (const core of cores) process.kill(core, 'SIGSEGV')
}

function ended(child: ChildProcess): Promise<unknown> {
  return once(child, 'exit')
}

test('crashed window and core leave no dump, and what was written lies nowhere in the open', async ({
  program,
}) => {
  const { folder, application } = program
  await write(program)

  await test.step('here a crash would leave one, and a text in it would be found', async () => {
    const hold = `const held = ${JSON.stringify(sentence.split(' '))}.join(' '); process.kill(process.pid, 'SIGSEGV'); setTimeout(() => console.log(held), 1e6)`
    const cwd = join(folder, 'control')
    mkdirSync(cwd)
    const command = `ulimit -c unlimited; exec "${process.execPath}" -e "$0"`
    await ended(spawn('/bin/sh', ['-c', command, hold], { cwd, stdio: 'ignore' }))
    expect(filesWith(cwd, sentence)).toHaveLength(1)
    rmSync(cwd, { recursive: true })
  })

  await test.step('every process of the program may dump nothing', () => {
    const limits = familyOf(application.process().pid ?? -1).map((pid) => ({
      pid,
      limit: /Max core file size\s+(\S+)\s+(\S+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.slice(1),
    }))
    expect(limits.length).toBeGreaterThan(3)
    for (const { limit } of limits) expect(limit).toEqual(['0', '0'])
  })

  const before = new Set(filesIn(folder))
  await crashWindow(program)
  await expect.poll(() => program.inWindow(values)).toContain(sentence)
  await crashCore(program)
  await expect.poll(() => program.inWindow('document.body.innerText')).toContain('Lösenfras')

  const dumps = await application.evaluate(({ app }) => app.getPath('crashDumps'))
  expect(dumps.startsWith(folder)).toBe(true)
  const appeared = filesIn(folder).filter((file) => !before.has(file))
  expect(
    appeared.filter((file) => /core|dmp|report|heapsnapshot|crash/i.test(file.slice(folder.length))),
  ).toEqual([])
  // Whatever else has appeared (Chromium's own caches and locks) is too small to hold a process.
  for (const file of appeared) expect(statSync(file).size).toBeLessThan(1_000_000)
  expect(filesWith(folder, sentence)).toEqual([])
  expect(await application.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false)
})

/** A process and all below it. */
function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return [pid, ...(children === '' ? [] : children.split(' ').map(Number).flatMap(familyOf))]
}
