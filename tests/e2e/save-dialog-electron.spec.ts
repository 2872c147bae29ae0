// The desktop's dialog for saving a file. What it is asked to show is read; what the user would answer is said by the test,
// since nothing but a hand can press a button of the system's.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test'
import { testElectron } from '../../scripts/electron.ts'
import { lisa, passphrase, seedArchive } from './app/start-state.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, statusBar } from './parts/frame.ts'
import { openPlanering } from './parts/note-editor.ts'
import { welcome } from './parts/welcome.ts'

const root = join(import.meta.dirname, '..', '..')
const why = 'Den försäkrades egen syn på planeringen'

interface Desktop {
  readonly application: ElectronApplication
  readonly page: Page
  readonly folder: string
}

const test = base.extend<{ desktop: Desktop }>({
  desktop: async ({ browserName: _browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-dialog-'))
    const data = join(folder, 'data')
    await seedArchive(data, { cases: [{ details: lisa, notes: [{ template: 'planering', answers: {} }] }] })
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const application = await electron.launch({
      executablePath: testElectron,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        join(root, 'out', 'main', 'main.cjs'),
        `--user-data-dir=${join(folder, 'user')}`,
      ],
      env: {
        ...Object.fromEntries(inherited),
        KLARLAGT_CORE_NODE: process.execPath,
        KLARLAGT_DATA_DIR: data,
      },
    })
    const page = await application.firstWindow()
    page.setDefaultTimeout(10_000)
    await welcome(page).open(passphrase)
    await caseTree(page).ready()
    await use({ application, page, folder })
    await application.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** Answers the next dialog with a path, or, without one, as somebody who presses Cancel. Gives what it was asked to show. */
async function answer({ application }: Desktop, path: string | undefined) {
  const shown = await application.evaluateHandle(({ BrowserWindow }, chosen) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    if (session === undefined) throw new Error('There is no window.')
    const asked = new Promise<unknown>((resolve) => {
      session.once('will-download', (_event, item) => {
        resolve(item.getSaveDialogOptions())
        if (chosen === undefined) item.cancel()
        else item.setSavePath(chosen)
      })
    })
    return { asked }
  }, path)
  return () => shown.evaluate(({ asked }) => asked)
}

test('the dialog is given a title, a name without personal data and the kind of file, in the user’s language (its answer is stubbed)', async ({
  desktop,
}) => {
  const { page, folder } = desktop
  await openPlanering(page)
  const path = join(folder, 'fil.pdf')
  const shown = await answer(desktop, path)
  await palette(page).run('Exportera anteckningen som PDF')
  expect(await shown()).toMatchObject({
    title: 'Spara fil',
    defaultPath: expect.stringMatching(/^planering-26-1187-[\w-]*\.pdf$/),
    filters: [{ name: 'PDF (.pdf)', extensions: ['pdf'] }],
  })
  await expect(page.getByText(/^Exporterad: /)).toBeVisible()
  expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-')

  await palette(page).run('Språk: engelska')
  const english = await answer(desktop, join(folder, 'file.txt'))
  await page.keyboard.press('Control+Shift+P')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('>Export the note as text')
  await dialog.getByRole('option').first().click()
  expect(await english()).toMatchObject({ title: 'Save file', filters: [{ extensions: ['txt'] }] })
})

test('cancelled: a sentence says that no file was saved, and nothing is lost (the dialog’s answer is stubbed)', async ({
  desktop,
}) => {
  const { page } = desktop
  const note = await openPlanering(page)
  await note.write(why, 'Lisa orkar inte.')
  const shown = await answer(desktop, undefined)
  await palette(page).run('Exportera anteckningen som PDF')
  expect(await shown()).toMatchObject({ title: 'Spara fil' })
  await expect(page.getByText('Ingen fil sparades.')).toBeVisible()
  await expect(page.getByText(/^Exporterad: /)).toBeHidden()
  await expect(note.text(why)).toHaveValue('Lisa orkar inte.')
  await expect(statusBar(page).saved).toBeVisible()
})

test('a place that cannot be written is said, and no file is claimed (the dialog’s answer is stubbed)', async ({
  desktop,
}) => {
  const { page, folder } = desktop
  await openPlanering(page)
  const nowhere = join(folder, 'data', 'mina-arenden.klarlagt', 'fil.pdf')
  const shown = await answer(desktop, nowhere)
  await palette(page).run('Exportera anteckningen som PDF')
  await shown()
  await expect(page.getByText('Filen gick inte att spara där.')).toBeVisible()
  expect(existsSync(nowhere)).toBe(false)
})
