import { describe, expect, test } from 'vitest'
import { readCareWords } from '../../../shared/rules/text/care-words.ts'
import { readLegacyTerms } from '../../../shared/rules/text/legacy.ts'
import { readOmplacering } from '../../../shared/rules/text/omplacering.ts'
import type { Reading } from '../../../shared/rules/text/reading.ts'
import { readBeforeRehab } from '../../../shared/rules/text/rehab-words.ts'
import { readRemedies } from '../../../shared/rules/text/remedy.ts'
import { readSocialFactors } from '../../../shared/rules/text/social.ts'
import { figures, type Outcome, type Sentences, sentencesOf, thirdOf, thirds } from './sentences.ts'

const LEAST_FOUND = 0.95
const LEAST_RIGHT = 0.97

type Read = (text: string, group: Sentences) => readonly Reading[]
const readers: Record<string, Read> = {
  R10: readSocialFactors,
  R13: readRemedies,
  R14: (text, { in: where, reads }) =>
    readCareWords(text, where === 'fragor').filter(({ why }) => reads === undefined || why === reads),
  R20: readBeforeRehab,
  R23: readOmplacering,
  R26: readLegacyTerms,
}

function outcomesOf(rule: string, read: Read): Outcome[] {
  return sentencesOf(rule).flatMap((group) =>
    group.texts.map((text): Outcome => {
      const flagged = read(text, group).length === 0 ? 0 : 1
      const wrong = group.wrong ? 1 : 0
      const found = wrong * flagged
      return { text, third: thirdOf(text, group.seen), wrong, found, flagged, right: found }
    }),
  )
}

const misread = ({ third, wrong, found, flagged, right }: Outcome) =>
  third === 'learn' && (found < wrong || right < flagged)

describe.each(Object.entries(readers))('%s reads as a careful reader would', (rule, read) => {
  const outcomes = outcomesOf(rule, read)
  test.each(thirds)('in the third to %s', (third) => {
    const { wrong, found, flagged, right, near, alarms } = figures(outcomes, third)
    process.stdout.write(
      `${rule}, ${third}: found ${found} of ${wrong}, right ${right} of ${flagged}, alarms ${alarms} of ${near} near misses\n`,
    )
    const shown = third === 'learn' ? outcomes.filter(misread).map(({ text }) => text) : []
    expect(found / wrong, shown.join('\n')).toBeGreaterThanOrEqual(LEAST_FOUND)
    expect(right / flagged, shown.join('\n')).toBeGreaterThanOrEqual(LEAST_RIGHT)
  })
})
