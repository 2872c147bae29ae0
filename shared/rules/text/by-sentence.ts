import { readable } from '../../fields/own-words.ts'
import { type Parsed, parse } from './clauses.ts'
import { type Reading, readingOf } from './reading.ts'
import { remembering } from './remember.ts'
import { type Sentence, sentencesOf } from './words.ts'

/** What a rule finds in a sentence: the words from the first to the last position, within the sentence. */
export type SentenceSpan = readonly [from: number, to: number]

/** What was found in a sentence: where, and what more is known of it. */
export type Found<More = unknown> = More & { span: SentenceSpan }

/** Where a sentence stands among those of its text. */
export interface AmongSentences {
  sentences: readonly Sentence[]
  index: number
}

/**
 * A reader of texts that reads each sentence by itself and remembers it, so that only the sentence that is being
 * written is read anew. `about` is tried first, so that what cannot concern the rule costs next to nothing; `keeps` says
 * whether what was found stands among the other sentences too.
 */
export function readerBySentence<More>(
  about: RegExp,
  find: (parsed: Parsed) => Found<More> | undefined,
  keeps: (place: AmongSentences) => boolean = () => true,
): (text: string) => readonly (Reading & More)[] {
  const none: readonly (Reading & More)[] = []
  const foundIn = (text: string, asks: boolean) => find(parse({ text, start: 0, asks }))
  const said = remembering(4000, 2000, (text) => foundIn(text, false))
  const asked = remembering(1000, 2000, (text) => foundIn(text, true))
  return remembering(2000, 20_000, (text) => {
    const composed = readable(text)
    if (!about.test(composed)) return none
    const sentences = sentencesOf(composed)
    return sentences.flatMap((sentence, index) => {
      if (!about.test(sentence.text)) return []
      const found = (sentence.asks ? asked : said)(sentence.text)
      return found && keeps({ sentences, index }) ? [{ ...found, ...readingOf(sentence, found.span) }] : []
    })
  })
}

/** Where a pattern is met in a sentence, and the number of the first word there. */
export interface Met {
  span: SentenceSpan
  at: number
}

const everywhere = new WeakMap<RegExp, RegExp>()

/** A pattern that is looked for from where it was last met. */
function everywhereOf(pattern: RegExp): RegExp {
  const known = everywhere.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags}g`)
  everywhere.set(pattern, known)
  return known
}

/** Every place where a pattern is met in the sentence in lower case. */
export function met({ sentence, words }: Parsed, lower: string, pattern: RegExp): Met[] {
  return [...lower.matchAll(everywhereOf(pattern))].map((found) => {
    const from = found.index
    const at = words.findIndex(({ end }) => end > from)
    return { span: [from, Math.min(from + found[0].length, sentence.text.length)], at: Math.max(at, 0) }
  })
}
