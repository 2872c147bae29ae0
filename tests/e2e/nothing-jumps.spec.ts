// Nothing jumps while someone writes: what is pressed is what answers.
import { lisa, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

const withPlan: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'arbetsgivarens-plan',
      answers: { 'plan-status': { value: 'inkommen' }, 'inkom-datum': '2026-02-30' },
    },
  ],
}

test.use({ start: 'archive', seed: { cases: [withPlan] } })

test('a press on the next field counts though the field that is left is mended by it', async ({ app }) => {
  const { page } = app
  await palette(page).quickOpen()
  await palette(page).input.fill('Arbetsgivarens plan')
  await palette(page)
    .option(/Arbetsgivarens plan/)
    .first()
    .click()
  const note = noteEditor(page, 'Arbetsgivarens plan')
  const telephone = note
    .radios('Hur kom uppgifterna in?')
    .getByRole('radio', { name: 'Muntligt, per telefon' })

  // "igår" becomes a date when the field is left, and its message of a day that does not exist goes.
  await note.text('När kom uppgifterna in?').fill('')
  await note.text('När kom uppgifterna in?').pressSequentially('igår')
  await expect(note.message('När kom uppgifterna in')).toBeVisible()
  await telephone.scrollIntoViewIfNeeded()
  const at = await telephone.boundingBox()
  if (at === null) throw new Error('The radio button is not shown.')
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
  await page.mouse.down()
  await expect(note.text('När kom uppgifterna in?')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/)
  await page.mouse.up()

  await expect(telephone).toBeChecked()
  await expect(note.message('När kom uppgifterna in')).toBeHidden()
})

test('the list of templates is a line each, and what is told of one moves nothing', async ({ app }) => {
  const { page } = app
  await caseTree(page).open(/Lisa Berg/)
  await page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
  const templates = page.getByRole('region', { name: 'Eller välj mall direkt' })
  const planering = templates.getByRole('button', { name: /^Planering/ })
  const heights = async () => {
    const boxes = await Promise.all(
      (await templates.getByRole('button').all()).map((each) => each.boundingBox()),
    )
    return boxes.map((box) => Math.round(box?.height ?? 0))
  }
  // Where the list is long, focus and pointer scroll it: what must stay is each line's place in it.
  const places = async () => {
    const top = (await templates.boundingBox())?.y ?? 0
    const boxes = await Promise.all(
      (await templates.getByRole('button').all()).map((each) => each.boundingBox()),
    )
    return boxes.map((box) => Math.round((box?.y ?? 0) - top))
  }
  const before = await places()
  expect(new Set(await heights()).size).toBe(1)
  await expect(templates.getByText('När du tillsammans med den försäkrade planerar')).toBeHidden()
  await expect(planering).toHaveAccessibleDescription(/^Använd den När du tillsammans .* Använd den inte När/)

  await planering.focus()

  await expect(templates.getByText('När du tillsammans med den försäkrade planerar')).toBeVisible()
  expect(await places()).toEqual(before)
  await templates.getByRole('button', { name: /^Behovsklarläggande/ }).hover()
  await expect(templates.getByText('När du tillsammans med den försäkrade planerar')).toBeHidden()
  expect(await places()).toEqual(before)
})

test('a document scrolls in one place, whatever texts for screen readers it holds', async ({ app }) => {
  await caseTree(app.page).open(/Lisa Berg/)
  const document = app.page.getByRole('article', { name: /Lisa Berg/ })
  const around = () =>
    document.evaluate((element) => {
      const taller: string[] = []
      for (let parent = element.parentElement; parent !== null; parent = parent.parentElement)
        if (parent.scrollHeight > parent.clientHeight + 1) taller.push(parent.className || parent.tagName)
      return { taller, scrolls: element.scrollHeight > element.clientHeight }
    })
  // Its sections come a moment after its heading.
  await expect.poll(around).toEqual({ taller: [], scrolls: true })
})
