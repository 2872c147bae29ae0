import { describe, expect, test } from 'vitest'
import { renderText } from '../../../shared/journal/text.ts'
import type { Edition } from '../../../shared/overview/edition.ts'
import { overviewEntry } from '../../../shared/overview/entry.ts'
import { pageOf, planering, story, type Written } from './story.ts'

const textOf = (edition: Edition, notes: readonly Written[] = story) =>
  renderText(overviewEntry(pageOf(notes), edition))

describe('The page as an entry', () => {
  test('tells all that the page shows', () => {
    const text = textOf('agency')
    for (const words of [
      'Ärendeöversikt',
      'Dag 94 (2026-06-03)',
      'Journalförda anteckningar: 2. Utkast: 1.',
      'Planeringen siktar mot: Annat arbete hos arbetsgivaren',
      'Arbetsträning med kortare pass',
      'Planering: Arbetsträning i butiken',
      'Undantag: Särskilda skäl',
      'Ingen insats möter behovet',
      'Väntetid: Kö till hösten',
      'Ringa chefen om butiken',
      'Planering (utkast)',
      'Ingen insats möter behovet',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(words)
  })

  test('is marked as no note of its own, and never as anybody’s plan', () => {
    const entry = overviewEntry(pageOf(story), 'agency')
    expect(entry.header.owner).toBe('Försäkringskassan')
    expect(entry.foot.rows[0]?.text).toMatch(/ingen egen journalanteckning/)
  })
})

describe('The page for the employer (R15)', () => {
  const text = textOf('employer').replace(/\s+/g, ' ')

  test.each([
    'Arbetsträning med kortare pass',
    'Lyfthjälpmedel vid hyveln',
    'Arbetsträning i butiken',
    'Annat arbete hos arbetsgivaren',
    'Ringa chefen om butiken',
    'Lovisa Berg',
  ])('has what concerns work: %s', (words) => expect(text).toContain(words))

  test.each([
    ['health care’s insatser', 'Fysioterapi'],
    ['what is missing from health care', 'Smärtskola'],
    ['who performs them', 'vårdcentral'],
    ['the need', 'Ryggen'],
    ['consents to others than the employer', 'Hälso- och sjukvården'],
    ['the personnummer', '18930214'],
    ['other documents', 'Behovsklarläggande'],
  ])('has not %s', (_what, words) => expect(text).not.toContain(words))

  test('an insats about work that tells of health in its name is left out', () => {
    const told: Written = {
      ...planering,
      answers: {
        ...planering.answers,
        insatser: [
          {
            id: 'a',
            what: 'Arbetsträning anpassad för depressionen',
            kind: 'arbetslivsinriktad',
            performer: { actor: 'arbetsgivare' },
          },
        ],
      },
    }
    expect(textOf('agency', [told])).toContain('depressionen')
    expect(textOf('employer', [told])).not.toContain('depressionen')
  })

  test('what is of no known kind and not the employer’s own is left out', () => {
    const unknown: Written = {
      ...planering,
      answers: { insatser: [{ id: 'a', what: 'Samtal i kyrkan', performer: { name: 'Diakonen' } }] },
    }
    expect(textOf('employer', [unknown])).not.toContain('kyrkan')
  })
})
