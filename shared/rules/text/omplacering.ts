import { type AmongSentences, type Met, met, readerBySentence } from './by-sentence.ts'
import type { Parsed } from './clauses.ts'
import { labourLaw, labourLawWord, omplacering, otherThings, socialInsurance } from './lexicon/omplacering.ts'
import { isCited } from './speaker.ts'

const saysSense = (text: string) => labourLaw.test(text) || socialInsurance.test(text)
const saysSenseOfIt = (text: string) =>
  omplacering.test(text) && (saysSense(text) || labourLawWord.test(omplacering.exec(text)?.[0] ?? ''))

/** Whether the text says which sense is meant: in the sentence or beside it, or of the same word before. */
function isSaid({ sentences, index }: AmongSentences): boolean {
  return sentences.some(({ text }, at) => {
    const lower = text.toLowerCase()
    if (Math.abs(at - index) <= 1 && saysSense(lower)) return true
    return at <= index + 1 && saysSenseOfIt(lower)
  })
}

/** "omplacering av tavlor": a thing is moved, and nobody at work. */
function isOfThing({ words, who }: Parsed, at: number): boolean {
  if (words[at + 1]?.text !== 'av') return false
  const of = words.slice(at + 2, at + 5)
  const isPerson = who.slice(at + 2, at + 5).some((one) => one !== undefined)
  return (
    of.length > 0 &&
    !isPerson &&
    !of.some(
      ({ written, text }) =>
        /^\p{Lu}/u.test(written) || /^(?:personal|medarbet|anställ|arbetstag)/.test(text),
    )
  )
}

function mentionIn(parsed: Parsed): Met | undefined {
  const lower = parsed.sentence.text.toLowerCase()
  const [first] = met(parsed, lower, omplacering).filter(
    ({ at }) => !isCited(parsed, at) && !isOfThing(parsed, at),
  )
  return otherThings.test(lower) ? undefined : first
}

/**
 * Sentences that speak of omplacering without saying which is meant (R23): other work with the employer as the chain of
 * rehabilitation has it, or the step that labour law asks for before a dismissal.
 */
export const readOmplacering = readerBySentence(omplacering, mentionIn, (place) => !isSaid(place))
