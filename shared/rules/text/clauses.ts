import { isSpeaker, namedAt } from './actors.ts'
import type { Making } from './lexicon/making.ts'
import type { Who } from './lexicon/names.ts'
import {
  auxiliaries,
  coordinators,
  halfSubordinators,
  prepositions,
  subordinators,
} from './lexicon/small-words.ts'
import { isFiniteVerb, type Sentence, type Word, wordsOf } from './words.ts'

/** A clause of a sentence: its words, the word that opens it, and the clause it hangs on. */
export interface Clause {
  from: number
  to: number
  opens: string
  parent: number | undefined
}

/** A sentence as it is read: its words, whom they name, what they say of making, and its clauses. */
export interface Parsed {
  sentence: Sentence
  words: readonly Word[]
  who: readonly (Who | undefined)[]
  making: readonly (Making | undefined)[]
  clauses: readonly Clause[]
  /** The clause of each word. */
  clauseOf: readonly number[]
  /** Whether a word stands within quotation marks: it is then another's. */
  quoted: readonly (boolean | undefined)[]
  /** From this word on another speaks: "AG: vår plan är klar". */
  spokenFrom: number
}

/** Whether a word is a verb that can be the first of a clause without a subject: "gjort", "upprättar", "har". */
function isVerb(word: Word | undefined): boolean {
  return isFiniteVerb(word) || word?.lex.making?.voice === 'active'
}

const objects = new Set(['mig', 'oss', 'henne', 'honom', 'dem'])
const roles = /^(?:arbetsgivare|handläggare|utredare|chef)$/

/** Whether a finite verb comes within three words, before another joins: "och chefen har", but not "och chefen och gjorde". */
function finiteBefore(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + 3; at += 1) {
    if (isFiniteVerb(words[at])) return true
    if (coordinators.has(words[at]?.text ?? '')) return false
  }
  return false
}

/** Whether nothing about a word lets a clause begin with it; most words are so. */
function isPlain(words: readonly Word[], who: Parsed['who'], at: number): boolean {
  const { lex } = words[at] ?? {}
  return (
    lex?.opens === false &&
    !lex.finite &&
    !lex.making &&
    who[at] === undefined &&
    words[at - 1]?.after === ' '
  )
}

/** How the word at `at` opens a clause, if it does. */
function opening(
  words: readonly Word[],
  who: Parsed['who'],
  at: number,
  hasVerb: boolean,
  within = '',
): string | undefined {
  const word = words[at]
  const before = words[at - 1]
  const next = words[at + 1]
  if (!word || !next) return undefined
  const { text } = word
  const isActor = (index: number) => who[index] !== undefined && !objects.has(words[index]?.text ?? '')
  if (text === 'som' && (roles.test(next.text) || at === 0)) return undefined
  if (subordinators.has(text)) return text
  if (text === 'därför' && next.text === 'att') return text
  if (halfSubordinators.has(text)) {
    const subject = isActor(at + 1) || /^(?:det|den|man|de|vi|inget|ingen|inte)$/.test(next.text)
    if (/^(?:inget|ingen|inte)$/.test(next.text)) return text
    return subject && !isFiniteVerb(next) && words.slice(at + 2, at + 6).some(isVerb) ? text : undefined
  }
  if (!before) return undefined
  const apart = /[,:()–—]|\s-/.test(before.after)
  const startsAnew = () => isVerb(next) || (isActor(at + 1) && finiteBefore(words, at + 2))
  if (coordinators.has(text) && hasVerb && startsAnew()) return text
  const actorThenVerb =
    isActor(at) &&
    !/[,:(]/.test(word.after) &&
    isFiniteVerb(next) &&
    !coordinators.has(before.text) &&
    !prepositions.has(before.text)
  if (apart && (isVerb(word) || actorThenVerb)) return ','
  const isSubject = isActor(at) || /^(?:den|det|denna|detta|dessa)$/.test(text)
  if (apart && isSubject && words.slice(at, at + 4).some(isFiniteVerb)) return ','
  if (!hasVerb) return undefined
  // "… hör av sig har jag gjort", "Då AG inte kunde gjorde FK …": a new clause without any sign.
  const inverts = isFiniteVerb(word) && isActor(at + 1)
  const afterSubordinate = within !== '' && within !== ',' && !coordinators.has(within)
  if (inverts && (afterSubordinate || (auxiliaries.has(text) && !isFiniteVerb(before)))) return ''
  return actorThenVerb && /^(?:jag|vi|hon|han|de|fs|ag|fk)$/.test(text) ? '' : undefined
}

/** "Chefen, som jag har träffat, har gjort …": after what was put in, the clause before it goes on. */
function resumes(
  words: readonly Word[],
  who: Parsed['who'],
  at: number,
  { opens }: Clause,
  hasVerb: boolean,
): boolean {
  const before = words[at - 1]
  if (opens !== 'som' || !hasVerb || !before || !isFiniteVerb(words[at])) return false
  if (who[at] !== undefined || who[at + 1] !== undefined) return false
  return before.after.includes(',') || (auxiliaries.has(words[at]?.text ?? '') && who[at - 1] === undefined)
}

function clausesOf(words: readonly Word[], who: Parsed['who']): Clause[] {
  const first = words[0]
  const second = words[1]
  const opensFirst =
    first &&
    second &&
    (subordinators.has(first.text) || (halfSubordinators.has(first.text) && opening(words, who, 0, false)))
      ? first.text
      : ''
  const clauses: Clause[] = [{ from: 0, to: words.length, opens: opensFirst, parent: undefined }]
  let hasVerb = isVerb(first)
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at]
    const current = clauses.at(-1)
    // "som jag pratat med har …": any supine is the verb of a relative clause.
    const isSupine = current?.opens === 'som' && /\p{L}{2}(?:at|it|tt)$/u.test(word?.text ?? '')
    if (isPlain(words, who, at)) {
      hasVerb ||= isSupine
      continue
    }
    const resumed = current && resumes(words, who, at, current, hasVerb)
    const opens = resumed ? ',' : opening(words, who, at, hasVerb, current?.opens)
    if (opens !== undefined && current) {
      current.to = at
      const main = opens === '' || opens === ','
      const parent = main && current.opens !== '' && current.opens !== ',' ? undefined : clauses.length - 1
      clauses.push({ from: at, to: words.length, opens, parent: resumed ? current.parent : parent })
      hasVerb = false
    }
    hasVerb ||= isVerb(word) || (isSupine && opens === undefined)
  }
  return clauses
}

const noQuotes: readonly boolean[] = []
const quotes = /["”“„«»]/g

/** What stands within quotation marks of any kind; a single word within them is stressed or doubted, not quoted. */
function quotedWords(sentence: string, words: readonly Word[]): readonly boolean[] {
  if (!/["”“„«»]/.test(sentence)) return noQuotes
  const marks = [...sentence.matchAll(quotes)].map(({ index }) => index)
  const quoted: boolean[] = []
  let at = 0
  for (let mark = 0; mark < marks.length; mark += 2) {
    const [from = 0, to = sentence.length] = [marks[mark], marks[mark + 1]]
    while ((words[at]?.start ?? to) < from) at += 1
    const first = at
    while ((words[at]?.start ?? to) < to) at += 1
    for (let index = first; at - first > 1 && index < at; index += 1) quoted[index] = true
  }
  return quoted
}

/** From which word on another speaks: "AG: …", "Chefen mejlar: …". */
function spokenFrom(words: readonly Word[], who: Parsed['who']): number {
  const colon = words.slice(0, 7).findIndex(({ after }) => after.includes(':'))
  if (colon < 0) return words.length
  const before = words.slice(0, colon + 1)
  const speaker = who.findIndex((one, index) => index <= colon && one !== undefined)
  const isOther = speaker >= 0 && who[speaker] !== 'fk'
  const speaks = before.length <= 2 || before.some(({ lex }) => lex.says)
  return isOther && speaks ? colon + 1 : words.length
}

/** Reads a sentence into its clauses. */
export function parse(sentence: Sentence): Parsed {
  const words = wordsOf(sentence.text)
  const who: (Who | undefined)[] = []
  for (let at = 0; at < words.length; at += 1) who.push(namedAt(words, at))
  const from = spokenFrom(words, who)
  for (const [at, word] of words.entries()) if (at >= from && isSpeaker(word)) who[at] = 'other'
  const clauses = clausesOf(words, who)
  const clauseOf: number[] = []
  clauses.forEach(({ from: start, to }, index) => {
    for (let at = start; at < to; at += 1) clauseOf[at] = index
  })
  return {
    sentence,
    words,
    who,
    making: words.map(({ lex }) => lex.making),
    clauses,
    clauseOf,
    quoted: quotedWords(sentence.text, words),
    spokenFrom: from,
  }
}

/** A clause and those it hangs on, innermost first. */
export function ancestors(parsed: Parsed, clause: number): number[] {
  const found: number[] = []
  for (
    let at: number | undefined = clause;
    at !== undefined && found.length < 12;
    at = parsed.clauses[at]?.parent
  )
    found.push(at)
  return found
}
