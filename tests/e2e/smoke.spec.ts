import { expect, test } from './fixtures.ts'

test('the application opens a window of its own name and icon', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Klarlagt/)
  const icon = await app.page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    const answer = await fetch(link?.href ?? '')
    return [answer.status, answer.headers.get('content-type')]
  })
  expect(icon).toEqual([200, expect.stringMatching(/^image\/svg\+xml/)])
})
