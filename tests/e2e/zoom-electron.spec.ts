// The desktop enlarges its window with the keys that every browser has, and remembers how much.
import { lisa, passphrase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { cutOff } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { toasts } from './parts/frame.ts'
import { welcome } from './parts/welcome.ts'

test.use({ start: 'archive', seed: { cases: [{ details: lisa }] } })

test('Ctrl and plus, minus and 0; at 200 % nothing is cut off, and the next start is as large', async ({
  app,
}) => {
  const width = () => app.page.evaluate(() => window.innerWidth)
  const { keyboard } = app.page
  const usual = await width()
  await keyboard.press('Control+Minus')
  await expect(toasts(app.page).toast('Storlek 90 %')).toBeVisible()
  await keyboard.press('Control+0')
  await expect.poll(width).toBe(usual)
  for (const percent of [110, 125, 150, 175, 200]) {
    await keyboard.press('Control++')
    await expect(toasts(app.page).toast(`Storlek ${percent} %`)).toBeVisible()
  }
  await expect.poll(width).toBeLessThanOrEqual(usual / 2 + 1)
  await keyboard.press('Control+Shift+E')
  await caseTree(app.page).ready()
  expect(await cutOff(app.page)).toEqual([])

  await app.restart()
  await welcome(app.page).open(passphrase)
  await expect.poll(width).toBeLessThanOrEqual(usual / 2 + 1)
})
