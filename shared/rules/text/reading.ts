import type { Sentence } from './words.ts'

/** Words that were read as an error, where they stand in the readable text, and what to write instead where that is known. */
export interface Reading {
  start: number
  end: number
  insert?: string
  /** Exactly the words that were read so: short, to be shown. */
  words: string
  /** The sentence they stand in, to be shown and to be answered. */
  sentence: string
}

/** What is wrong with a plan or a planering: an own planering called plan, or in the employer's plan the other way. */
export type PlanFault = 'own-plan' | 'agency-made-plan' | 'employers-planering'
export interface PlanReading extends Reading {
  why: PlanFault
}

/** A longer sentence is shown and remembered by its beginning. */
const LONGEST_SENTENCE = 300

/** A reading of the words from `from` to `to` (positions in the sentence). */
export function readingOf(
  sentence: Sentence,
  [from, to]: readonly [number, number],
  { insert, spoken = [from, to] }: { insert?: string; spoken?: readonly [number, number] } = {},
): Reading {
  return {
    start: sentence.start + from,
    end: sentence.start + to,
    ...(insert === undefined ? {} : { insert }),
    words: sentence.text.slice(...spoken),
    sentence: sentence.text.trim().slice(0, LONGEST_SENTENCE).trimEnd(),
  }
}

/** So much of a longer sentence is shown on either side of the words. */
const LONGEST_SIDE = 200

/** A sentence as it is shown with words marked in it: what stands before them, they, and what comes after. */
export type Marked = readonly [before: string, words: string, after: string]

/** A sentence with the words between two positions marked. What is cut off at its ends is told by an ellipsis. */
export function markedIn({ text }: Sentence, [from, to]: readonly [number, number]): Marked {
  const before = text.slice(0, from).trimStart()
  const after = text.slice(to).trimEnd()
  return [
    before.length > LONGEST_SIDE ? `…${before.slice(-LONGEST_SIDE)}` : before,
    text.slice(from, to),
    after.length > LONGEST_SIDE ? `${after.slice(0, LONGEST_SIDE)}…` : after,
  ]
}
