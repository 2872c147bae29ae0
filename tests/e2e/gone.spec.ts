// The folder of the archive disappears or fills up while somebody writes: the text stays in the window, which says
// so until it is safe, and it is saved when it can be.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lisa, passphrase } from './app/start-state.ts'
import { type App, expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { statusBar } from './parts/frame.ts'
import { openPlanering } from './parts/note-editor.ts'
import { welcome } from './parts/welcome.ts'

const why = 'Den försäkrades egen syn på planeringen'
test.use({
  start: 'archive',
  seed: { cases: [{ details: lisa, notes: [{ template: 'planering', answers: {} }] }] },
})

/** Writes while the folder is gone, gives it back, and finds all of it saved, also after a new start. */
async function writesThrough(app: App, words: RegExp, take: () => void, give: () => void): Promise<void> {
  const { page } = app
  const note = await openPlanering(page)
  await note.write(why, 'Lisa vill')
  await expect(statusBar(page).saved).toBeVisible()
  take()
  await note.text(why).press('End')
  await note.text(why).pressSequentially(' börja i mars.')
  const said = page.getByRole('alert').filter({ hasText: words })
  await expect(said).toBeVisible({ timeout: 20_000 })
  await note.text(why).pressSequentially(' Helst den nionde.')
  await expect(said).toBeVisible()
  await expect(statusBar(page).saved).toBeHidden()
  await expect(note.text(why)).toHaveValue('Lisa vill börja i mars. Helst den nionde.')

  give()
  await expect(statusBar(page).saved).toBeVisible({ timeout: 40_000 })
  await expect(said).toBeHidden()
  await app.restart()
  await welcome(app.page).open(passphrase)
  await caseTree(app.page).ready()
  await expect((await openPlanering(app.page)).text(why)).toHaveValue(
    'Lisa vill börja i mars. Helst den nionde.',
  )
}

test('the folder disappears and comes back', async ({ app }) => {
  test.slow()
  const away = `${app.dataDir}-borta`
  await writesThrough(
    app,
    /går inte att nå eller skriva i/,
    () => renameSync(app.dataDir, away),
    () => {
      rmSync(app.dataDir, { recursive: true, force: true })
      renameSync(away, app.dataDir)
    },
  )
})

test.describe('a disk of its own', () => {
  // Root alone may mount a disk of memory.
  test.skip(process.getuid?.() !== 0, 'needs root')
  let mounted: string | undefined
  test.afterEach(() => {
    if (mounted !== undefined) execFileSync('umount', ['-l', mounted])
    mounted = undefined
  })

  /** Puts the archive on a disk of this size, and opens it there. */
  async function onDisk(app: App, size: string): Promise<void> {
    await app.kill()
    const aside = mkdtempSync(join(tmpdir(), 'klarlagt-aside-'))
    cpSync(app.dataDir, aside, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', app.dataDir])
    mounted = app.dataDir
    cpSync(aside, app.dataDir, { recursive: true })
    rmSync(aside, { recursive: true })
    await app.restart()
    await welcome(app.page).open(passphrase)
    await caseTree(app.page).ready()
  }

  test('fills up and gets room again', async ({ app }) => {
    test.slow()
    await onDisk(app, '6m')
    const filling = join(app.dataDir, 'fyllning')
    await writesThrough(
      app,
      /Disken är full/,
      () => {
        execFileSync('sh', ['-c', 'cat /dev/zero > "$0" 2>/dev/null; true', filling])
      },
      () => rmSync(filling),
    )
  })
})
