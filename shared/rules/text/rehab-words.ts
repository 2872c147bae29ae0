import { type Met, met, readerBySentence } from './by-sentence.ts'
import type { Parsed } from './clauses.ts'
import { beforeRehab } from './lexicon/rehab.ts'
import { negations, prepositions } from './lexicon/small-words.ts'
import { isCited } from './speaker.ts'

/** "klassad som arbetslivsinriktad", "fs informerad om rehabiliteringsersättning": what was to be considered has been. */
const classified =
  /(?:klassa|bedöm|räkna|registrera|betrakta)\p{L}*(?: \p{L}+)? som (?:en )?(?:medicinsk|arbetslivsinriktad|social)/u
const informed =
  /(?:informera|upplys|berätta)\p{L}*[^.;]{0,40}(?:rehab(?:iliterings)?(?:ersättning|penning)|rätten till ersättning)/u
const isRather = /(?:inte|ej) [^.;]{0,60}(?:utan|men) [^.;]{0,20}(?:medicinsk|arbetslivsinriktad|social)/u
/** What is said of the word and not of an insats. */
const ofTheWord = /(?<!\p{L})(?:ordet|begreppet|termen|uttrycket)(?!\p{L})/u

/** "ingen prerehab", "Prerehab är inte aktuellt", "varken arbetsträning eller prerehab". */
function isDenied({ words, clauses, clauseOf }: Parsed, at: number): boolean {
  const { from = 0, to = 0 } = clauses[clauseOf[at] ?? 0] ?? {}
  return words.slice(from, to).some(({ text }, index) => {
    const place = from + index
    if (!negations.has(text)) return false
    if (place < at)
      return (
        at - place <= 4 &&
        !words.slice(place + 1, at).some((word) => prepositions.has(word.text) && word.text !== 'av')
      )
    const before = words[place - 1]?.text ?? ''
    const isSpokenOf = /^(?:diskut|varit|erbj|plan|övervä|aktual|behöv)/.test(words[place + 1]?.text ?? '')
    return /^(?:är|blir|planeras|behövs|erbjuds)$/.test(before) || (/^ha[rd]/.test(before) && isSpokenOf)
  })
}

function unclassified(parsed: Parsed): Met | undefined {
  const lower = parsed.sentence.text.toLowerCase()
  if (ofTheWord.test(lower) || isRather.test(lower) || (classified.test(lower) && informed.test(lower)))
    return undefined
  const [first] = met(parsed, lower, beforeRehab).filter(
    ({ at }) => !isCited(parsed, at) && !isDenied(parsed, at),
  )
  return first
}

/**
 * Sentences with words for rehabilitation before the rehabilitation (R20): what it is should be said, and that the
 * insured has been told of rehabiliteringsersättning.
 */
export const readBeforeRehab = readerBySentence(beforeRehab, unclassified)
