import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** How a user may have set the system: theme and contrast. */
export const looks = {
  ljust: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
  mörkt: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  'hög kontrast, mörkt': { colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
  'hög kontrast, ljust': { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  'tvingade färger': { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
} as const

async function found(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.html.slice(0, 160)}`),
  )
}

/** What axe finds wrong with the page, a line each. */
export async function violations(page: Page): Promise<string[]> {
  return await found(page)
}

/** What axe finds: everything in the light look, and contrast in every other, where nothing else differs. */
export async function violationsInEveryLook(page: Page): Promise<string[]> {
  const all: string[] = []
  for (const [name, look] of Object.entries(looks)) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' })
    const lines = await found(page, name === 'ljust' ? undefined : ['color-contrast'])
    all.push(...lines.map((line) => `${name}: ${line}`))
  }
  await page.emulateMedia(looks.ljust)
  return all
}

/**
 * What is wider than its place and cannot be scrolled to or read whole, by its own words. Text that ends in an ellipsis
 * is left out, since the whole of it is in the title; so is what only screen readers meet.
 */
export async function cutOff(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const root = document.documentElement
    const wider = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const style = getComputedStyle(element)
      if (element.clientWidth <= 4 || style.visibility === 'hidden' || style.textOverflow === 'ellipsis')
        return false
      return style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
    })
    const page = root.scrollWidth > root.clientWidth ? [root] : []
    return [...page, ...wider].map(
      (element) =>
        `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}: ${element.innerText.slice(0, 60)}`,
    )
  })
}
