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
