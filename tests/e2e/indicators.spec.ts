// Uppföljning by keyboard: how it goes, of whom, and what leaves the program. Charts are drawn under the page's content policy.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { SeedCase } from './app/start-state.ts'
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { palette } from './parts/frame.ts'

/** Fourteen cases of more than two years, of which six have a plan. */
const cases: SeedCase[] = Array.from({ length: 14 }, (_, index) => ({
  details: { ...lisa, number: `23-${100 + index}`, firstSickDay: '2023-02-01', office: 'Kontor Norr' },
  notes:
    index < 6
      ? [
          {
            template: 'arbetsgivarens-plan',
            answers: {
              'plan-status': { value: 'inkommen' },
              'inkom-datum': '2023-10-11',
              kanal: { value: 'telefon' },
            },
          },
        ]
      : [],
}))
test.use({ start: 'archive', seed: { cases } })

const section = (page: Page, title: RegExp) => page.getByRole('region', { name: title })

/** What the page's content policy has refused since. */
async function refusals(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const refused: string[] = []
    Object.assign(window, { refused })
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.violatedDirective} ${event.sample}`),
    )
  })
  return () =>
    page.evaluate(() =>
      'refused' in window && Array.isArray(window.refused) ? window.refused.map(String) : ['?'],
    )
}

test('each indicator says what it found, in a chart and in a table, and the page’s policy refuses nothing of it', async ({
  app: { page },
}) => {
  const refused = await refusals(page)
  await page.keyboard.press('Alt+Shift+U')
  await expect(page.getByRole('heading', { level: 2, name: 'Uppföljning' })).toBeVisible()
  await page.getByRole('button', { name: 'Hur det går' }).press('Enter')
  const share = section(page, /43\s%.* av ärendena har en plan/)
  await expect(
    share
      .getByRole('img', { name: /Samma siffror står i tabellen/ })
      .locator('rect')
      .first(),
  ).toBeVisible()
  await expect(share.getByRole('table').first().getByRole('row')).toHaveCount(13)
  await expect(share.getByText('I Försäkringskassans aktgranskning')).toBeVisible()
  // Six plans are too few for a figure of their own.
  await expect(section(page, /Tid till arbetsgivarens plan: färre än 10 ärenden/)).toBeVisible()
  expect(await page.locator('.figure-page style, .figure-page [style]').count()).toBe(0)
  expect(await refused()).toEqual([])
})

test('the side bar leads to an indicator by the arrows', async ({ app: { page } }) => {
  await page.keyboard.press('Alt+Shift+U')
  await expect(page.getByRole('button', { name: /Ärenden med arbetsgivarens plan/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hur det går' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Intervjuer om stödet' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /Ärenden med arbetsgivarens plan/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /av ärendena har en plan/ })).toBeFocused()
})

test('another population is another report, and never the same figures', async ({ app: { page } }) => {
  await palette(page).run('Öppna siffrorna')
  await expect(section(page, /av ärendena har en plan/)).toBeVisible()
  await page
    .getByLabel('Vilka ärenden', { exact: true })
    .and(page.locator('select'))
    .selectOption('otherLong')
  await expect(section(page, /Sjukfall över två år: färre än 10 ärenden/)).toBeVisible()
  await expect(section(page, /av ärendena har en plan/)).toHaveCount(0)
})

test('a chart is saved as SVG and as PNG, and the report as CSV and PDF', async ({
  app: { page, exported },
}) => {
  await palette(page).run('Öppna siffrorna')
  const share = section(page, /av ärendena har en plan/)
  await expect(share.locator('svg').first()).toBeVisible()
  const save = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true }).first()
    const path = await exported(() => button.press('Enter'))
    // A browser that is still busy with one file takes no other.
    await expect(page.getByText(`.${name.toLowerCase()} är sparad.`).first()).toBeVisible()
    return readFileSync(path)
  }
  const svg = (await save('SVG')).toString()
  expect(svg).toContain('av ärendena har en plan')
  expect(svg).not.toMatch(/var\(--|currentColor|<style/)
  expect((await save('PNG')).subarray(1, 4).toString()).toBe('PNG')
  expect((await save('CSV')).toString()).toContain('"Ärenden med arbetsgivarens plan"')
  expect((await save('PDF')).subarray(0, 5).toString()).toBe('%PDF-')
})
