import { expect, test } from './fixtures.ts'

test('the application opens a window of its own name', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Klarlagt/)
})
