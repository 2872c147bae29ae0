import { expect, type Locator, type Page } from '@playwright/test'

/** Kommentarer in the panel below the editors. */
export function commentsPanel(page: Page) {
  const root = page.getByRole('region', { name: 'Panel', exact: true })
  const form = root.getByRole('form')
  const text = form.getByRole('textbox').first()
  /** Once the form has the focus, as who is about to write waits for: writes in it and sends it. */
  const written = async (words: string) => {
    await expect(text).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press('Control+Enter')
  }
  const thread = (said: string | RegExp) => root.locator('.thread').filter({ hasText: said })
  return {
    root,
    show: () => page.keyboard.press('Alt+Shift+K'),
    tab: root.getByRole('tab', { name: /^Kommentarer/ }),
    form,
    written,
    threads: root.locator('.thread'),
    thread,
    filter: (name: 'Öppna' | 'Avslutade' | 'Alla') =>
      root.getByRole('button', { name: new RegExp(`^${name} \\d`) }),
    /** Begins a comment where the focus is, writes it and sends it, by keys alone. */
    comment: async (words: string, suggestion?: string) => {
      await page.keyboard.press('Alt+Shift+M')
      await expect(text).toBeFocused()
      await page.keyboard.type(words)
      if (suggestion !== undefined) {
        await page.keyboard.press('Tab')
        await page.keyboard.press('Space')
        await form.getByRole('textbox', { name: 'Föreslagna ord' }).fill(suggestion)
      }
      await page.keyboard.press('Control+Enter')
      await form.waitFor({ state: 'hidden' })
    },
  }
}

/** Selects some words of a text that has the focus, or takes it, plain or formatted. */
export async function selectWords(text: Locator, words: string): Promise<void> {
  await text.focus()
  await text.evaluate((element, wanted) => {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
      const start = element.value.indexOf(wanted)
      element.setSelectionRange(start, start + wanted.length)
      return
    }
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const start = (node.textContent ?? '').indexOf(wanted)
      if (start !== -1) document.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length)
    }
  }, words)
}
