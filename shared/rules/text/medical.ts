import {
  beingTold,
  disclosing,
  diseaseCode,
  enquiring,
  isMedical,
  onlyUnder,
  permission,
} from './lexicon/medical.ts'
import { negations, prepositions } from './lexicon/small-words.ts'
import { type Reading, readingOf } from './reading.ts'
import { remembering } from './remember.ts'
import { type Sentence, sentencesOf, type Word, wordsOf } from './words.ts'

type Span = readonly [start: number, end: number]

/** "Ärendets behandling", "behandling av ansökan": what is treated is a matter, and no person. */
function isHandling(words: readonly Word[], index: number): boolean {
  const matter = /^(?:ärende|ansök|personuppgift|uppgift|mål)/
  if (!words[index]?.text.startsWith('behandling')) return false
  const after = words[index + 1]?.text === 'av' ? words[index + 2] : undefined
  return [words[index - 1], after].some((word) => word !== undefined && matter.test(word.text))
}

/** Where in a text words tell of somebody's health, whoever says them and whether they are denied. */
function medicalSpans(text: string, words: readonly Word[]): Span[] {
  const codes = [...text.matchAll(diseaseCode)].map(
    ({ index, 0: code }): Span => [index, index + code.length],
  )
  const found = words.filter(({ text: word }, index) => isMedical(word) && !isHandling(words, index))
  return [...found.map(({ start, end }): Span => [start, end]), ...codes]
}

const mentioned = remembering(2000, 2000, (text) => medicalSpans(text, wordsOf(text)).length > 0)

/**
 * Whether a text mentions anything of somebody's health. What is denied counts too: who hands a text on asks what stands
 * in it.
 */
export function mentionsHealth(text: string): boolean {
  return mentioned(text.normalize('NFC'))
}

/** The clauses of a sentence, as far as this reading needs them: from one "att", comma or "men" to the next. */
function clausesOf(words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [[]]
  for (const word of words) {
    const opens = word.text === 'att' || word.text === 'men' || word.text === 'eftersom'
    if (opens) clauses.push([])
    clauses.at(-1)?.push(word)
    if (/[,;:]/.test(word.after)) clauses.push([])
  }
  return clauses.filter((clause) => clause.length > 0)
}

/** The employer is the one who says or asks it: "Chefen berättade att …", but no "berättade för chefen". */
function employerSpeaks(clause: readonly Word[]): boolean {
  const says = clause.findIndex(
    ({ text, lex }) => (lex.says && !beingTold.test(text)) || enquiring.test(text),
  )
  return clause
    .slice(0, Math.max(0, says))
    .some(({ lex }, index) => lex.name === 'employer' && !prepositions.has(clause[index - 1]?.text ?? ''))
}

const isDenied = (clause: readonly Word[], isWithout: boolean) =>
  (isWithout || clause.some(({ text }) => negations.has(text))) &&
  clause.some(({ text }) => disclosing.test(text))

/** "Uppgifter om diagnos lämnas bara med medgivande": what would be told, and is not. */
const isConditional = (clause: readonly Word[]) =>
  clause.some(({ text }) => onlyUnder.test(text)) && clause.some(({ text }) => permission.test(text))

/** "Chefen undrade om …", "ville veta om …"; who "fick veta" was told. */
const isAsked = (clause: readonly Word[]) =>
  clause.some(
    ({ text }, index) =>
      enquiring.test(text) || (text === 'veta' && /^vil(?:l|le)$/.test(clause[index - 1]?.text ?? '')),
  )

/** The stretches of a sentence in which nothing is told: it is denied, asked for, or said by the employer. */
function untold(words: readonly Word[]): Span[] {
  const found: Span[] = []
  let goesOn = false
  let isWithout = false
  for (const clause of clausesOf(words)) {
    const follows = clause[0]?.text === 'att'
    const isUntold: boolean =
      (goesOn && follows) ||
      isDenied(clause, isWithout && follows) ||
      isAsked(clause) ||
      isConditional(clause) ||
      employerSpeaks(clause)
    if (isUntold) found.push([clause[0]?.start ?? 0, clause.at(-1)?.end ?? 0])
    goesOn = isUntold
    isWithout = clause.at(-1)?.text === 'utan'
  }
  return found
}

function toldIn(sentence: Sentence): Reading[] {
  if (sentence.asks) return []
  const words = wordsOf(sentence.text)
  const spans = medicalSpans(sentence.text, words)
  if (spans.length === 0) return []
  const apart = untold(words)
  return spans
    .filter(([start]) => !apart.some(([from, to]) => start >= from && start < to))
    .map((span) => readingOf(sentence, span))
}

const told = remembering(500, 20_000, (text) => sentencesOf(text).flatMap(toldIn))

/**
 * The words by which a text about what was told tells of somebody's health: a diagnosis, a sign of illness, a treatment.
 * What was not told ("diagnosen nämndes inte"), what was asked, and what the employer itself said are left alone.
 */
export function healthTold(text: string): readonly Reading[] {
  return told(text)
}
