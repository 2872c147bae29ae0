import { ancestors, type Parsed } from './clauses.ts'
import { hypothetical, negations, withinNoun } from './lexicon/small-words.ts'
import { isGenitive, subjectOf } from './subject.ts'
import { isFiniteVerb } from './words.ts'

function hasNegation(parsed: Parsed, clause: number): boolean {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  return parsed.words.slice(from, to).some(({ text }, index, all) => {
    if (!negations.has(text) || all[index + 1]?.text === 'bara') return false
    // "… är vår, inte arbetsgivarens": what is set against it is denied, not what was said.
    const before = all[index - 1]
    return !before || (!before.after.includes(',') && before.text !== 'och')
  })
}

/** What somebody else says even in a clause without a subject: "Uppger att …". */
const othersSaying = /^(?:uppg|berätta|säg|sa$|sade|beskriv|framför|upplev|påst|hävda|undra|fråga|hört|trott)/

/** Whether another is said to say it: "AG uppger att …", "Enligt chefen …". */
export function isReported(parsed: Parsed, clause: number): boolean {
  if ((parsed.clauses[clause]?.from ?? 0) >= parsed.spokenFrom) return true
  if (parsed.words[0]?.text === 'enligt') {
    const who =
      parsed.who[
        withinNoun.has(parsed.words[1]?.text ?? '') || isGenitive(parsed.words[1]?.text ?? '') ? 2 : 1
      ]
    if (who !== undefined && who !== 'fk' && !parsed.words[2]?.lex.noun) return true
  }
  return ancestors(parsed, clause).some((at) => {
    const { opens, parent } = parsed.clauses[at] ?? {}
    if (parent === undefined || (opens !== 'att' && opens !== '' && opens !== ',')) return false
    const { from = 0, to = 0 } = parsed.clauses[parent] ?? {}
    const verb = parsed.words.findIndex(({ lex }, index) => index >= from && index < to && lex.says)
    if (verb < 0 || (opens !== 'att' && verb !== to - 1)) return false
    const subject = subjectOf(parsed, parent, verb)
    if (subject === 'writer') return othersSaying.test(parsed.words[verb]?.text ?? '')
    return subject !== 'fk'
  })
}

/** "FS frågar när …", "Det är fel att …", "Har fått höra att …": what follows is asked or doubted. */
function doubts(parsed: Parsed, clause: number, opens: string): boolean {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  const says = (what: RegExp) => parsed.words.slice(from, to).some(({ text }) => what.test(text))
  if (opens === 'att' && parsed.words[to - 1]?.text === 'sig' && parsed.words[to - 2]?.text === 'för')
    return true
  if (opens === 'att')
    return says(/^(?:fel|felaktigt|osant|missförstånd\p{L}*|rädd|orolig|befarar|hört|höra|trott)$/u)
  return opens === 'när' && says(/^(?:fråga|undra)/)
}

/** Whether a clause denies, asks or supposes what it says, or another says it. */
export function isUnsaid(parsed: Parsed, clause: number): boolean {
  if (parsed.sentence.asks || hasNegation(parsed, clause) || isReported(parsed, clause)) return true
  // "Skulle FK göra en plan vore det fel": the verb first, then a subject, asks or supposes.
  const asks =
    isFiniteVerb(parsed.words[0]) && parsed.who[1] === 'fk' && !isGenitive(parsed.words[1]?.text ?? '')
  if (clause === 0 && asks && parsed.words[0]?.text !== 'enligt') return true
  return ancestors(parsed, clause).some((at) => {
    const { opens = '', from = 0, parent } = parsed.clauses[at] ?? {}
    if (hypothetical.has(opens)) return true
    if (parent !== undefined && doubts(parsed, parent, opens)) return true
    if (opens === 'att' && parsed.words[from - 1]?.text === 'utan') return true
    if (parent === undefined || (opens !== 'att' && opens !== 'som')) return false
    // "Det är inte FK som gör", "Jag tror inte att".
    const isCleft = /^(?:det|den)$/.test(parsed.words[parsed.clauses[parent]?.from ?? 0]?.text ?? '')
    return hasNegation(parsed, parent) && (opens === 'att' || isCleft)
  })
}
