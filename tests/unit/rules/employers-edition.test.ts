import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { notesAround } from '../../../shared/note/case-answers.ts'
import { employersEdition } from '../../../shared/rules/employers-edition.ts'
import { healthTold } from '../../../shared/rules/text/medical.ts'
import { figures, type Outcome, thirdOf, thirds } from './sentences.ts'
import { contextWith, found, type Small } from './small-case.ts'

const groups = z
  .array(z.strictObject({ wrong: z.boolean(), why: z.string(), texts: z.array(z.string()) }))
  .parse(JSON.parse(readFileSync('tests/fixtures/rules/sentences-r15.json', 'utf8')))

describe('R15 reads what the employer was told', () => {
  const outcomes = groups.flatMap(({ wrong, texts }) =>
    texts.map((text): Outcome => {
      const isFound = healthTold(text).length > 0
      const right = Number(isFound && wrong)
      return {
        text,
        third: thirdOf(text),
        wrong: Number(wrong),
        found: right,
        flagged: Number(isFound),
        right,
      }
    }),
  )
  const shares = (third: (typeof thirds)[number]) => {
    const { wrong, found, flagged, right, near } = figures(outcomes, third)
    return { wrong, near, found: found / wrong, right: right / flagged }
  }

  test('the sentences that it was tuned to are all read rightly', () => {
    const misread = outcomes.filter(({ third, flagged, wrong }) => third === 'learn' && flagged !== wrong)
    expect(misread.map(({ text }) => text)).toEqual([])
  })

  test.each(['check', 'hidden'] as const)(
    'of the third to %s, 95 %% is found and 97 %% of it right',
    (third) => {
      const { found, right } = shares(third)
      expect(found).toBeGreaterThanOrEqual(0.95)
      expect(right).toBeGreaterThanOrEqual(0.97)
    },
  )

  test.each(thirds)('the third to %s is large enough for a figure to mean something', (third) => {
    const { wrong, near } = shares(third)
    expect(Math.min(wrong, near)).toBeGreaterThanOrEqual(10)
  })
})

const contact = (told: string, more = {}): Small => ({
  kind: 'aktivitet',
  answers: { 'lamnat-till-arbetsgivaren': told, ...more },
})

describe('R15: the employer is told of health only with agreement', () => {
  const told = 'Berättade att hon har depression och går i terapi. Hon kan arbeta halva dagar.'

  test('one marker a sentence, which the user may answer', () => {
    expect(found('R15', contact(told))).toMatchObject([
      {
        severity: 'error',
        where: { field: 'lamnat-till-arbetsgivaren' },
        reading: {
          words: ['depression', 'terapi'],
          sentence: 'Berättade att hon har depression och går i terapi',
        },
        fixes: [{ kind: 'go-to', where: { field: 'medgivande-medicinska-uppgifter' } }, { kind: 'object' }],
      },
    ])
  })

  const agreed = (answer: string) => ({ 'medgivande-medicinska-uppgifter': answer })
  test.each<[string, Small, Small[], number]>([
    ['what is agreed to in the note', contact(told, agreed('ja')), [], 0],
    ['what is said no to', contact(told, agreed('nej')), [], 1],
    ['what was agreed to before', contact(told), [contact('', agreed('ja'))], 0],
    [
      'what was agreed to before, and said no to now',
      contact(told, agreed('nej')),
      [contact('', agreed('ja'))],
      1,
    ],
    ['what the insured can do', contact('Hon kan arbeta halva dagar.'), [], 0],
    ['nothing', contact(''), [], 0],
  ])('%s', (_what, subject, others, count) => {
    expect(found('R15', subject, others)).toHaveLength(count)
  })
})

describe('an edition for the employer', () => {
  const edition = (notes: readonly Small[]) => employersEdition(notesAround(contextWith(notes)))
  const closed = edition([])
  const open = edition([contact('', { 'medgivande-medicinska-uppgifter': 'ja' })])

  test('tells no medical field, and every other', () => {
    expect([closed.mayTellField({ medical: true }), closed.mayTellField({})]).toEqual([false, true])
    expect(open.mayTellField({ medical: true })).toBe(true)
  })

  test.each([
    ['Kan arbeta halva dagar.', true],
    ['Har depression.', false],
    ['Diagnosen är inte lämnad.', false],
    ['', true],
  ])('the text “%s”', (text, may) => {
    expect(closed.mayTellText(text)).toBe(may)
    expect(open.mayTellText(text)).toBe(true)
  })

  test.each([
    ['of the employer’s', { what: 'Lättare uppgifter', performer: { actor: 'arbetsgivare' } }, true],
    ['of a medical kind', { what: 'Grupp', kind: 'medicinsk' }, false],
    ['of health care', { what: 'Samtal', performer: { actor: 'halso-och-sjukvarden' } }, false],
    ['whose name tells it', { what: 'Smärtskola på smärtkliniken', purpose: 'Hantera smärta' }, false],
    ['whose purpose tells it', { what: 'Promenader', purpose: 'Minska ångest' }, false],
  ] as const)('an insats %s', (_of, insats, may) => {
    expect(closed.mayTellInsats(insats)).toBe(may)
    expect(open.mayTellInsats(insats)).toBe(true)
  })

  test('the newest answer of the insured counts', () => {
    const notes: Small[] = [
      { ...contact('', { 'medgivande-medicinska-uppgifter': 'ja' }), on: '2026-04-01' },
      { ...contact('', { 'medgivande-medicinska-uppgifter': 'nej' }), on: '2026-05-01' },
    ]
    expect(edition(notes).allowsMedical).toBe(false)
  })
})
