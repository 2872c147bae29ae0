import { expect, test } from './fixtures.ts'

test('the application opens a window of its own name and icon', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Klarlagt/)
  // Shown rather than fetched: in the desktop program the page may call nobody, not even itself.
  const icon = await app.page.evaluate(async () => {
    const image = new Image()
    image.src = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? ''
    await image.decode()
    return { drawn: image.naturalWidth > 0, file: new URL(image.src).pathname.split('.').at(-1) }
  })
  expect(icon).toEqual({ drawn: true, file: 'svg' })
})
