// The folders that an agency allows for exported files: the desktop program puts nothing elsewhere, and says why.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, _electron as electron, expect } from '@playwright/test'
import { testElectron } from '../../scripts/electron.ts'
import { lisa, passphrase, seedArchive } from './app/start-state.ts'
import { caseTree } from './parts/case-tree.ts'
import { openPlanering } from './parts/note-editor.ts'
import { welcome } from './parts/welcome.ts'

const root = join(import.meta.dirname, '..', '..')

interface Program {
  readonly application: ElectronApplication
  /** A folder that is allowed. */
  readonly allowed: string
  /** The folder that the user chooses in the system's dialog. */
  readonly chosen: string
}

const test = base.extend<{ place: 'within' | 'outside'; program: Program }>({
  place: ['outside', { option: true }],
  program: async ({ place }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-policies-'))
    const allowed = join(folder, 'allowed')
    const chosen = place === 'within' ? join(allowed, 'deep') : join(folder, 'elsewhere')
    for (const each of [join(folder, 'data'), join(allowed, 'deep'), join(folder, 'elsewhere')])
      mkdirSync(each, { recursive: true })
    const policies = join(folder, 'policies.json')
    writeFileSync(policies, JSON.stringify({ exportFolders: [allowed] }))
    await seedArchive(join(folder, 'data'), {
      cases: [{ details: lisa, notes: [{ template: 'planering', answers: {} }] }],
    })
    const application = await electron.launch({
      executablePath: testElectron,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        join(root, 'out', 'main', 'main.cjs'),
        `--user-data-dir=${folder}/electron`,
      ],
      env: {
        ...process.env,
        KLARLAGT_CORE_NODE: process.execPath,
        KLARLAGT_DATA_DIR: join(folder, 'data'),
        KLARLAGT_DOWNLOAD_DIR: chosen,
        KLARLAGT_POLICIES: policies,
      },
    })
    await use({ application, allowed, chosen })
    await application.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** Exports the note as text; what the program says in a dialog of its own is kept to be read. */
async function exportText({ application }: Program): Promise<() => Promise<string[]>> {
  const said = await application.evaluateHandle(({ dialog }) => {
    const messages: string[] = []
    dialog.showMessageBox = (...given: unknown[]) => {
      messages.push(JSON.stringify(given.at(-1)))
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }
    return { messages }
  })
  const page = await application.firstWindow()
  await welcome(page).open(passphrase)
  await caseTree(page).ready()
  await caseTree(page).open(/Lisa Berg/)
  await openPlanering(page)
  await page.getByRole('button', { name: 'Exportera' }).click()
  await page.getByRole('menuitem', { name: /^Text/ }).click()
  return () => said.evaluate(({ messages }) => messages)
}

test.describe('a folder that is allowed', () => {
  test.use({ place: 'within' })
  test('takes the file', async ({ program }) => {
    const said = await exportText(program)
    await expect.poll(() => readdirSync(program.chosen)).toHaveLength(1)
    expect(await said()).toEqual([])
  })
})

test('a file that would come elsewhere is not written, and the program says where files may be', async ({
  program,
}) => {
  const said = await exportText(program)
  await expect.poll(said).toHaveLength(1)
  expect((await said())[0]).toContain(program.allowed)
  expect(existsSync(program.chosen)).toBe(true)
  expect(readdirSync(program.chosen)).toEqual([])
})
