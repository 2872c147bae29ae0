// Every view, in every look: axe finds nothing, and at 200 % nothing is cut off. A concern's views are a spec of their own here.
import type { Page } from '@playwright/test'
import { addDays } from '../../../shared/case/dates.ts'
import { lisa, type SeedCase, today } from '../app/start-state.ts'
import { expect, test } from '../fixtures.ts'
import { cutOff, violations, violationsInEveryLook } from '../parts/accessibility.ts'
import { palette } from '../parts/frame.ts'
import { noteEditor } from '../parts/note-editor.ts'

export interface View {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

const soon = addDays(today, 30)
/** The four kinds of note, by the words of the list. */
export const kinds = ['Arbetsgivarens plan', 'Behovsklarläggande', 'Planering', 'Avstämningsmöte'] as const

/** Notes in which something is wrong with fields and rows alike. */
export const withProblems: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'arbetsgivarens-plan',
      answers: {
        'plan-status': { value: 'inkommen' },
        kanal: { value: 'telefon' },
        'inkom-datum': '2026-02-30',
      },
    },
    {
      template: 'behovsklarlaggande',
      answers: { 'behov-resultat': { value: 'behov-finns' }, samrad: 'nej' },
    },
    {
      template: 'planering',
      answers: {
        samrad: 'nej',
        'den-forsakrades-syn': 'Hen vill ha en plan för återgång från oss.',
        'sociala-faktorer': 'Bor nära arbetet. Planen ska följas upp i maj.',
        samtycken: [{ actor: 'arbetsgivare', consent: 'ja', date: today }],
        insatser: [
          {
            id: '6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a01',
            what: 'Möte',
            performer: { name: 'FK' },
            from: soon,
            to: today,
          },
          { id: '6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a02', what: 'Samtal', status: 'behovs-men-saknas' },
        ],
      },
    },
    { template: 'avstamningsmote', answers: { form: { value: 'digitalt' } } },
  ],
}

/** Opens the first note of a kind by its words in the list. */
export async function openNote(page: Page, kind: string) {
  await palette(page).quickOpen()
  await palette(page).input.fill(kind)
  await palette(page)
    .option(new RegExp(`^${kind}`))
    .first()
    .click()
  const note = noteEditor(page, kind)
  await note.root.waitFor()
  return note
}

/** Every look, and 200 % of the smallest window. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsInEveryLook(page)).toEqual([])
  await page.setViewportSize({ width: 640, height: 400 })
  await expect.poll(() => cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

/** A test for each view, from one start. */
export function everyView(start: 'first-start' | 'locked' | 'archive', views: readonly View[]): void {
  test.describe(start, () => {
    test.use({ start, seed: { cases: [withProblems] } })
    for (const { name, open } of views) {
      test(name, async ({ app }) => {
        await open(app.page)
        await expectAccessible(app.page)
      })
    }
  })
}
