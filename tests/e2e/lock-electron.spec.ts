// The desktop program is told when the computer is left, and locks then. What the system would say is said by the test.
import { lisa, passphrase, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { lockScreen } from './parts/lock-screen.ts'
import { foundInMemory } from './parts/memory.ts'
import { noteEditor, openPlanering } from './parts/note-editor.ts'

const why = 'Den försäkrades egen syn på planeringen'
const text = 'Lisa dricker kaffe med fyrvaktaren i Oregrund'
const withNote: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { mal: { value: 'ordinarie-arbete' } } }],
}

test.use({ start: 'archive', seed: { cases: [withNote] } })

for (const event of ['lock-screen', 'suspend'] as const)
  test(`when the system says ${event}, what was written last is saved, leaves the window, and comes back`, async ({
    app,
  }) => {
    const note = await openPlanering(app.page)
    await note.text(why).fill(text)
    await app.systemSays(event)
    await expect(lockScreen(app.page).title).toBeVisible()
    expect(await foundInMemory(app.page, [text, 'Lisa Berg'])).toEqual([])
    await lockScreen(app.page).open(passphrase)
    await expect(noteEditor(app.page, 'Planering').text(why)).toHaveValue(text)
    await expect(noteEditor(app.page, 'Planering').text(why)).toBeFocused()
  })

test('a computer that is left with no archive open changes nothing', async ({ app }) => {
  await app.systemSays('lock-screen')
  await expect(lockScreen(app.page).title).toBeVisible()
  await lockScreen(app.page).other.click()
  await app.systemSays('suspend')
  await expect(app.page.getByRole('heading', { name: 'Öppna ditt arkiv' })).toBeVisible()
})
