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

interface Found {
  readonly line: string
  /** Where it is, as axe names the place. */
  readonly place: string
}

/** Scrollers that take no focus. Chromium lets one without controls take it since version 130, which axe does not know. */
function withoutFocus(page: Page, places: readonly string[]): Promise<string[]> {
  return page.evaluate((all) => {
    const before = document.activeElement
    const stuck = all.filter((place) => {
      const element = document.querySelector<HTMLElement>(place)
      element?.focus({ preventScroll: true })
      return element === null || document.activeElement !== element
    })
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    return stuck
  }, places)
}

async function find(page: Page, rules?: string[]): Promise<Found[]> {
  // Electron opens no blank page, which the other mode puts its results together in; ours has no frames to go through.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  const all = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => ({
      id,
      line: `${id}: ${help} — ${node.html.slice(0, 160)}`,
      place: node.target.flat().join(' '),
    })),
  )
  const scrollers = all.filter(({ id }) => id === 'scrollable-region-focusable')
  const stuck =
    scrollers.length === 0
      ? []
      : await withoutFocus(
          page,
          scrollers.map(({ place }) => place),
        )
  return all.filter((each) => !scrollers.includes(each) || stuck.includes(each.place))
}

/**
 * Contrast under forced colours. The system paints what is not adjusted, and axe reads the theme's colour there (it asks for
 * -webkit-text-fill-color, which is not forced): only where the page keeps its own colours can contrast fail.
 */
async function findForced(page: Page): Promise<Found[]> {
  const found = await find(page, ['color-contrast'])
  const own = await page.evaluate(
    (places) =>
      places.map((place) => {
        const element = document.querySelector(place)
        return (
          element === null || getComputedStyle(element).getPropertyValue('forced-color-adjust') === 'none'
        )
      }),
    found.map(({ place }) => place),
  )
  return found.filter((_each, index) => own[index])
}

/** Words that libraries put into names when nobody gives them others. */
const libraryWords =
  /\b(dismiss|close|open|clear|toggle|remove|search|menu|select|expand|collapse|notifications?|loading)\b/i

/** Names that only screen readers and tooltips tell, in another language than the window's. */
export async function foreignNames(page: Page): Promise<string[]> {
  const names = await page.evaluate(() =>
    [...document.querySelectorAll(':lang(sv)')].flatMap((element) =>
      ['aria-label', 'aria-roledescription', 'title', 'alt', 'placeholder'].flatMap(
        (name) => element.getAttribute(name) ?? [],
      ),
    ),
  )
  return names.filter((name) => libraryWords.test(name)).map((name) => `In English: ${name}`)
}

/** What axe finds wrong with the page, a line each, and names that are not in its language. */
export async function violations(page: Page): Promise<string[]> {
  return [...(await find(page)).map(({ line }) => line), ...(await foreignNames(page))]
}

/** What axe finds: everything in the light look, and contrast in every other, where nothing else differs. */
export async function violationsInEveryLook(page: Page): Promise<string[]> {
  const all: string[] = []
  for (const [name, look] of Object.entries(looks)) {
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' })
    const found =
      look.forcedColors === 'active'
        ? await findForced(page)
        : await find(page, name === 'ljust' ? undefined : ['color-contrast'])
    all.push(...found.map(({ line }) => `${name}: ${line}`))
  }
  await page.emulateMedia(looks.ljust)
  return all
}

/**
 * What is wider than its place and cannot be scrolled to or read whole, by its own words. Text that ends in an ellipsis
 * is left out, since the whole of it is in the title; so is what only screen readers meet.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
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
