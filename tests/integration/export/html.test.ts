import { JSDOM } from 'jsdom'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportNote } from '../../../main/export/index.ts'
import { chromiumArguments, chromiumEnvironment, ensureChromium } from '../../../scripts/chromium.ts'
import { draftWith, type EntryInput, example } from '../../unit/journal/examples.ts'
import { pdfPages, readerTest } from './readers.ts'
import { decode } from './squeeze.ts'

const html = async (input: EntryInput) => decode((await exportNote(input, input, 'html')).bytes)
const parsed = async (input: EntryInput) => new JSDOM(await html(input)).window.document

describe('the exported page', () => {
  test('has language, title, one main heading and headed tables', async () => {
    const document = await parsed(example('arbetsgivarens-plan'))
    expect(document.documentElement.lang).toBe('sv')
    expect(document.title).toBe('Muntlig redogörelse för arbetsgivarens plan, Ärende 24-1187')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect([...document.querySelectorAll('th')].map((cell) => cell.scope)).toEqual(Array(9).fill('col'))
    expect(document.querySelector('caption')?.textContent).toBe('Insatser i arbetsgivarens plan')
    expect(document.querySelector('.owner')?.textContent).toBe('Gäller arbetsgivarens plan')
  })

  test('says that a draft is one in its title, at the top and at the bottom', async () => {
    const document = await parsed(example('planering'))
    expect(document.title).toMatch(/^UTKAST: /)
    expect(document.querySelectorAll('.mark')).toHaveLength(2)
    expect((await parsed(example('arbetsgivarens-plan'))).body.textContent).not.toMatch(/utkast/i)
  })
})

describe('in a browser', () => {
  let browser: Awaited<ReturnType<typeof chromium.launch>>
  beforeAll(async () => {
    const executablePath = await ensureChromium()
    browser = await chromium.launch({
      executablePath,
      args: [...chromiumArguments],
      env: chromiumEnvironment(),
    })
  }, 120_000)
  afterAll(async () => {
    await browser.close()
  })

  test('its own policy lets its style in, and nothing else', async () => {
    const page = await browser.newPage()
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    await page.setContent(await html(example('planering')))
    expect(await page.locator('.owner').evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(
      'rgb(228, 244, 242)',
    )
    expect(refused).toEqual([])
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "ran"'
      document.head.append(script)
      return document.title
    })
    expect(ran).not.toBe('ran')
    await page.close()
  })

  readerTest(['pdftotext'], 'prints UTKAST on every page of a draft', async () => {
    const input = example('planering')
    const syn = Array.from({ length: 120 }, (_, index) => `Stycke ${index + 1}`).join('\n\n')
    const page = await browser.newPage()
    await page.setContent(await html(draftWith(input, { ...input.note.answers, 'den-forsakrades-syn': syn })))
    const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }))
    await page.close()
    expect(pages.length).toBeGreaterThanOrEqual(3)
    for (const printed of pages) expect(printed.replace(/\s/g, '')).toContain('UTKAST')
  })
})
