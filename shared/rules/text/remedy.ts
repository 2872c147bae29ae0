import { type Found, readerBySentence, type SentenceSpan } from './by-sentence.ts'
import type { Parsed } from './clauses.ts'
import {
  acting,
  asking,
  authority,
  mayAsk,
  oneAlone,
  pleaBegins,
  purpose,
  renounces,
} from './lexicon/remedy.ts'
import { isOthers } from './speaker.ts'

/** A person's name within the sentence: "att ta tillbaka Rune". */
function hasName({ words, who }: Parsed): boolean {
  return words.some(
    ({ written, text }, at) =>
      at > 0 &&
      who[at] === undefined &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(written) &&
      !authority.test(text) &&
      !/[.:]/.test(words[at - 1]?.after ?? ''),
  )
}

/** Whether the sentence is said to the authority by the agency, and not told of the employer or of what another wants. */
function asks(lower: string): boolean {
  if (pleaBegins.test(lower) || purpose.test(lower) || asking.test(lower)) return true
  return mayAsk.test(lower) && acting.test(lower)
}

/** The words by which it is asked. */
function askedBy(lower: string): SentenceSpan {
  const found = acting.exec(lower) ?? purpose.exec(lower)
  return found ? [found.index, found.index + found[0].length] : [0, lower.length]
}

function remedyIn(parsed: Parsed): Found | undefined {
  const lower = parsed.sentence.text.toLowerCase()
  if (!asks(lower) || renounces.test(lower)) return undefined
  if (!oneAlone.test(lower) && !hasName(parsed)) return undefined
  const span = askedBy(lower)
  const at = parsed.words.findIndex(({ end }) => end > span[0])
  return isOthers(parsed, Math.max(at, 0)) ? undefined : { span }
}

/** A tip is short and all of it is written to the authority. */
const about = /\p{L}{2}/u

/**
 * Sentences of a tip to Arbetsmiljöverket that ask it to put the single case right (R13): it supervises how the
 * employer works, not the single case (001:12970-13000).
 */
export const readRemedies = readerBySentence(about, remedyIn)
