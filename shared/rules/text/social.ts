import { type Met, met, readerBySentence, type SentenceSpan } from './by-sentence.ts'
import type { Parsed } from './clauses.ts'
import {
  argued,
  bareAge,
  besideSocial,
  concluding,
  kin,
  named,
  notSocial,
  notWeighed,
  outright,
  told,
  weighed,
} from './lexicon/social.ts'
import { isOthers } from './speaker.ts'

const overlaps = ([from, to]: SentenceSpan, [start, end]: SentenceSpan) => from < end && start < to

/** Words with what stands around them between commas. */
function asideOf(text: string, [from, to]: SentenceSpan): SentenceSpan {
  const end = text.indexOf(',', to)
  return [text.lastIndexOf(',', from) + 1, end < 0 ? text.length : end]
}

/** The first factor that a sentence tells of or weighs; none where it says that they do not count, or where another says it. */
function factorIn(parsed: Parsed): Met | undefined {
  const lower = parsed.sentence.text.toLowerCase()
  if (notWeighed.test(lower) || parsed.sentence.asks) return undefined
  const patterns = [
    told,
    outright,
    ...(concluding.test(lower) ? [named] : []),
    ...(argued.test(lower) ? [bareAge] : []),
    ...(weighed.test(lower) ? [kin] : []),
  ]
  const others = [
    ...met(parsed, lower, notSocial).map(({ span }) => span),
    ...met(parsed, lower, besideSocial).map(({ span }) => asideOf(lower, span)),
  ]
  return patterns
    .flatMap((pattern) => met(parsed, lower, pattern))
    .filter(({ span, at }) => !others.some((other) => overlaps(other, span)) && !isOthers(parsed, at))
    .toSorted((a, b) => a.span[0] - b.span[0])
    .at(0)
}

/** Nearly any word can tell of a person; only the few texts of such a section are read. */
const about = /\p{L}{2}/u

/**
 * Sentences of a position on the right to benefit that tell of social factors or weigh them: age, education, where one
 * lives, family, language, the labour market (R10). What is said not to count, what another says, and what is of the
 * body or of the law is left alone.
 */
export const readSocialFactors = readerBySentence(about, factorIn)
