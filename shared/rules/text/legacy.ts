import { type Found, met, readerBySentence } from './by-sentence.ts'
import type { Parsed } from './clauses.ts'
import {
  aroundFlow,
  employerNamed,
  type LegacyTerm,
  legacyTerms,
  notFlow,
  othersPapers,
  past,
} from './lexicon/legacy.ts'
import type { Reading } from './reading.ts'
import { isCited } from './speaker.ts'

/** Which term was read; `insert` is today's word in the same form where there is one. */
export interface LegacyReading extends Reading {
  term: LegacyTerm['id']
}

/** A year in the sentence in which the term was in use: it tells of then. */
function isOfItsTime(text: string, { until }: LegacyTerm): boolean {
  return [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].some(([year]) => Number(year) <= until)
}

/** Whether the term means here what it meant in the method: the care has a rehabiliteringsplan of its own. */
function isMeant({ id }: LegacyTerm, text: string, from: number, word: string): boolean {
  if (id === 'kundflode') return /^kundflöde/i.test(word) || (aroundFlow.test(text) && !notFlow.test(text))
  if (id !== 'rehabiliteringsplan' && id !== 'rehabiliteringsutredning') return true
  return !othersPapers.test(text) || employerNamed.test(text.slice(0, from))
}

function termIn(parsed: Parsed): Found<Pick<LegacyReading, 'term' | 'insert'>> | undefined {
  const { text } = parsed.sentence
  if (past.test(text)) return undefined
  for (const term of legacyTerms) {
    if (isOfItsTime(text, term)) continue
    const place = met(parsed, text, term.pattern).find(
      ({ at, span }) => !isCited(parsed, at) && isMeant(term, text, span[0], text.slice(...span)),
    )
    if (!place) continue
    const insert = term.instead?.(text.slice(...place.span), text)
    return { span: place.span, term: term.id, ...(insert === undefined ? {} : { insert }) }
  }
  return undefined
}

/** Plain letters, since every text that is written is tried with it. */
const about = /rehab(?:iliterings)?-?(?:plan|utr)|överlämningsmöte|ibb|behovsbedömning|kundflöde|k[1-3]/i

/** Sentences that use a term which the method has left (R26), of today and as their own. */
export const readLegacyTerms: (text: string) => readonly LegacyReading[] = readerBySentence(about, termIn)
