import { describe, expect, test } from 'vitest'
import { replaced } from '../../../shared/fields/own-words.ts'
import { readDescription } from '../../../shared/rules/text/description.ts'
import { isBareForsakringskassan, readPerformer } from '../../../shared/rules/text/performer.ts'
import { readInAgencysDocument, readInEmployersPlan } from '../../../shared/rules/text/plan-words.ts'
import {
  figures,
  type Outcome,
  sentencesOfR1,
  sentencesOfR2,
  thirdOf,
  thirds,
  unmarked,
} from './sentences.ts'

const LEAST_FOUND = 0.95
const LEAST_RIGHT = 0.97

const readR1 = {
  performer: (text: string) => readPerformer(text, false),
  'performer-of-chosen-kind': (text: string) => readPerformer(text, true),
  description: readDescription,
}
const outcomesOfR1 = sentencesOfR1().flatMap(({ column, wrong: isWrong, seen, texts }) =>
  texts.map((text): Outcome => {
    const flagged = readR1[column](text) === undefined ? 0 : 1
    const wrong = isWrong ? 1 : 0
    const found = wrong * flagged
    return { text: `${column}: ${text}`, third: thirdOf(text, seen), wrong, found, flagged, right: found }
  }),
)

const readerOf = (kind: string) =>
  kind === 'arbetsgivarens-plan' ? readInEmployersPlan : readInAgencysDocument
const outcomesOfR2 = sentencesOfR2().flatMap(({ in: document, seen, texts }) =>
  texts.map((marked): Outcome => {
    const { text, wrong } = unmarked(marked)
    const readings = readerOf(document)(text)
    const found = wrong.filter((place) =>
      readings.some(({ start, end }) => start === place.start && end === place.end),
    ).length
    return {
      text: `${document}: ${marked}`,
      third: thirdOf(text, seen),
      wrong: wrong.length,
      found,
      flagged: readings.length,
      right: found,
    }
  }),
)

const misread = ({ third, wrong, found, flagged, right }: Outcome) =>
  third === 'learn' && (found < wrong || right < flagged)

describe.each([
  ['R1', outcomesOfR1],
  ['R2', outcomesOfR2],
])('%s reads as a careful reader would', (rule, outcomes) => {
  test.each(thirds)('in the third to %s', (third) => {
    const { wrong, found, flagged, right, near, alarms } = figures(outcomes, third)
    // The figures belong to the run; sentences are shown of the first third only, the others are to stay unseen.
    process.stdout.write(
      `${rule}, ${third}: found ${found} of ${wrong}, right ${right} of ${flagged}, alarms ${alarms} of ${near} near misses\n`,
    )
    const shown = third === 'learn' ? outcomes.filter(misread).map(({ text }) => text) : []
    expect(found / wrong, shown.join('\n')).toBeGreaterThanOrEqual(LEAST_FOUND)
    expect(right / flagged, shown.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT)
  })
})

describe('a reading', () => {
  const text = 'Möte idag. Jag har gjort en plan för återgång. FS är nöjd.'

  test('says which words it read so, in which sentence, and what to write', () => {
    expect(readInAgencysDocument(text)).toEqual([
      {
        start: 28,
        end: 32,
        insert: 'planering',
        words: 'gjort en plan',
        sentence: 'Jag har gjort en plan för återgång',
        why: 'own-plan',
      },
    ])
  })

  test('shows and keeps a long sentence by its beginning', () => {
    const [reading] = readInAgencysDocument(
      `Jag har gjort en plan för återgång ${'och så vidare '.repeat(40)}`,
    )
    expect(reading?.sentence.length).toBeLessThanOrEqual(300)
  })

  test('stands at the same place whether letters come composed or not', () => {
    const [reading] = readInAgencysDocument('A\u030aterigen har jag gjort en plan för a\u030atergång')
    expect(reading).toMatchObject({ start: 26, end: 30 })
  })

  const mended = (marked: string, kind: string) => {
    const { text: whole } = unmarked(marked)
    return replaced(whole, (one) =>
      readerOf(kind)(one).flatMap(({ start, end, insert }) =>
        insert === undefined ? [] : [{ start, end, insert }],
      ),
    )
  }
  test.each([
    ['Vår plan för återgång', 'Vår planering för återgång'],
    ['MIN REHABPLAN', 'MIN PLANERING'],
    ['Rehabiliteringsplan upprättad av FK.', 'Planering upprättad av FK.'],
    ['Kassans planer för återgång', 'Kassans planeringar för återgång'],
    ['Försäkringskassans återgångsplan gäller.', 'Försäkringskassans planering gäller.'],
  ])('mends "%s"', (wrong, right) => expect(mended(wrong, 'planering')).toBe(right))
  test.each([
    ['Arbetsgivarens planering har kommit in.', 'Arbetsgivarens plan har kommit in.'],
    ['Planeringen enligt 30 kap. 6 § saknas.', 'Planen enligt 30 kap. 6 § saknas.'],
  ])('mends "%s" in the employer’s plan', (wrong, right) =>
    expect(mended(wrong, 'arbetsgivarens-plan')).toBe(right),
  )

  test('has nothing left to mend once it is mended', () => {
    const again = sentencesOfR2().flatMap(({ in: kind, texts }) =>
      texts.filter((marked) =>
        readerOf(kind)(mended(marked, kind)).some(({ insert }) => insert !== undefined),
      ),
    )
    expect(again.filter((marked) => thirdOf(unmarked(marked).text) === 'learn')).toEqual([])
    expect(again.length).toBe(0)
  })
})

test('a name that says only that it is the agency is told from one that says who', () => {
  expect(isBareForsakringskassan('vi på kassan')).toBe(true)
  expect(isBareForsakringskassan('Försäkringskassans handläggare')).toBe(true)
  expect(isBareForsakringskassan('handläggaren Anna Ek')).toBe(false)
})
