import { readable } from '../../fields/own-words.ts'
import { type Named, namedAt, namesAgency } from './actors.ts'
import { type PlanReading, readingOf, type Sentence } from './reading.ts'
import { remembering } from './remember.ts'
import { type Word, wordsOf } from './words.ts'

/** The word for a plan in its forms, alone or last in a compound that means the plan for return to work. */
const planWord =
  /^(?:återgångs-?|rehab(?:iliterings)?-?|åter-?i-?arbete-?)?plan(?<form>en|er|erna|s|ens|ers|ernas)?$/
const planeringForm: Partial<Record<string, string>> = {
  '': 'planering',
  en: 'planeringen',
  er: 'planeringar',
  erna: 'planeringarna',
  s: 'planerings',
  ens: 'planeringens',
  ers: 'planeringars',
  ernas: 'planeringarnas',
}

/** Verbs by which somebody makes a plan, in the forms that have a subject ("har upprättat", "gör", "ta fram"). */
const makes =
  /^(?:upprätta(?:r|t|de)?|gör|gjort|gjorde|göra|utforma(?:r|t|de)?|utarbeta(?:r|t|de)?|skriv(?:er|it|a)|skrev|skapa(?:r|t|de)?|formulera(?:r|t|de)?|reviderar?|reviderat|uppdatera(?:r|t|de)?|lägg(?:er|a)|lagt|la|lade|ta(?:r|git)?|tog|sammanställ(?:er|t|de|a)|ordna(?:r|t|de)?|färdigställ(?:er|t|de|a))$/
/** The same in the passive: "upprättad av", "har gjorts av". */
const made =
  /^(?:upprätta(?:d|ts|des|s)|gjord|gjorts|gjordes|görs|framtagen|tagits|togs|tas|utforma(?:d|ts|des|s)|utarbeta(?:d|ts|des|s)|skriven|skrivits|skrevs|skrivs|skapa(?:d|ts|des|s))$/
const negations = new Set(['inte', 'ej', 'ingen', 'inga', 'aldrig', 'varken', 'ingenting'])
/** What stands before somebody who is not the subject: "med arbetsgivaren", "från FK". */
const beforeNoSubject = new Set([
  'med',
  'av',
  'från',
  'till',
  'för',
  'åt',
  'hos',
  'på',
  'mot',
  'om',
  'genom',
  'enligt',
])
const ownPossessives = new Set(['vår', 'vårt', 'våra', 'min', 'mitt', 'mina'])
const othersPossessives = new Set(['hans', 'hennes', 'hens', 'deras', 'sin', 'er', 'ert', 'din'])
const pointing = new Set(['denna', 'detta', 'här'])

interface Clause {
  words: readonly Word[]
  named: readonly Named[]
}

/** Whether a word spells the agency, a title or a pronoun as owner: "Försäkringskassans", "FK:s", "vår". */
function ownsAsAgency({ words, named }: Clause, index: number): boolean {
  const text = words[index]?.text ?? ''
  if (ownPossessives.has(text)) return true
  return named[index] === 'fk' && text.endsWith('s')
}

/** Who is said to own the plan, right before the word, adjectives between allowed: "Försäkringskassans nya plan". */
function possessor(clause: Clause, at: number): Named {
  for (let index = at - 1; index >= Math.max(0, at - 3); index -= 1) {
    const text = clause.words[index]?.text ?? ''
    if (ownsAsAgency(clause, index))
      return negations.has(clause.words[index - 1]?.text ?? '') ? 'other' : 'fk'
    if (othersPossessives.has(text)) return 'other'
    if (text.endsWith('s') && text.length > 3 && !made.test(text)) return 'other'
    if (beforeNoSubject.has(text) || makes.test(text)) return undefined
  }
  return undefined
}

/** Who is said, after the word, to have made it: "upprättad av Försäkringskassan", "som jag har gjort", "från arbetsgivaren". */
function madeBy({ words, named }: Clause, at: number): Named {
  const upTo = Math.min(words.length, at + 12)
  for (let index = at + 1; index < upTo; index += 1) {
    const text = words[index]?.text ?? ''
    if (planWord.test(text)) return undefined
    const who = named[index]
    if (who === undefined) continue
    const before = words[index - 1]?.text ?? ''
    const between = words.slice(at + 1, index).map((word) => word.text)
    const after = words.slice(index + 1, index + 4).map((word) => word.text)
    if (before === 'av' && between.some((one) => made.test(one))) return who
    if ((before === 'från' || before === 'hos') && between.length <= 6) return who
    if (between.includes('som') && after.some((one) => makes.test(one))) return who
    if (who === 'other' && before === 'av') return 'other'
  }
  return undefined
}

/** Verbs that mean making only with their particle: "ta fram", "lägga upp". */
const particles: readonly (readonly [verb: RegExp, particle: string])[] = [
  [/^t(?:a|ar|agit|og)$/, 'fram'],
  [/^la/, 'upp'],
  [/^lägg/, 'upp'],
]
const prepositions = new Set([...beforeNoSubject, 'i', 'kring', 'utifrån', 'efter', 'över'])

/** Whether what follows these words is what the verb at their head makes: no "uppföljning av planen", no "inte någon plan". */
function isObjectOf(words: readonly Word[]): boolean {
  const texts = words.map((word) => word.text)
  if (texts.some((text) => negations.has(text))) return false
  const needed = particles.find(([verb]) => verb.test(texts[0] ?? ''))?.[1]
  if (needed !== undefined && !texts.includes(needed)) return false
  // Back over article and adjectives: a preposition before them makes the word its own object.
  const near = words.slice(1).slice(-3).toReversed()
  const stop = near.findIndex((_, index) => namedAt(near, index) !== undefined)
  return !near.slice(0, stop < 0 ? near.length : stop).some((word) => prepositions.has(word.text))
}

/** Nobody reads farther back than this many words for a subject; it bounds the work on a text without full stops. */
const SENTENCE = 40

/** Who is said, before the word, to make it: the subject of the nearest verb of making. */
function maker({ words, named }: Clause, at: number): Named {
  const farthest = Math.max(0, at - SENTENCE)
  let verb = at - 1
  while (verb >= farthest && !makes.test(words[verb]?.text ?? '')) verb -= 1
  if (verb < farthest || !isObjectOf(words.slice(verb, at))) return undefined
  const isSubject = (index: number) =>
    named[index] !== undefined && !beforeNoSubject.has(words[index - 1]?.text ?? '')
  // "Arbetsgivaren och jag": whose it is cannot be told.
  const together = (index: number) => words[index - 1]?.text === 'och' && named[index - 2] === 'other'
  // "Nu upprättar jag en plan": the subject comes after its verb.
  for (let index = verb + 1; index <= Math.min(verb + 2, at - 1); index += 1)
    if (isSubject(index)) return named[index]
  for (let index = verb - 1; index >= farthest; index -= 1) {
    if (negations.has(words[index]?.text ?? '')) return undefined
    if (isSubject(index)) return together(index) ? 'other' : named[index]
    const written = words[index]?.written ?? ''
    // A name in the middle of the sentence is somebody else who acts.
    if (index > 0 && /^\p{Lu}\p{Ll}+$/u.test(written)) return 'other'
  }
  return undefined
}

/** "för återgång (i arbete)", right after the word: what makes a bare "plan" the document of 30 kap. 6 § SFB. */
function isForReturn({ words }: Clause, at: number): boolean {
  const next = words.slice(at + 1, at + 4).map((word) => word.text)
  return (next[0] === 'för' || next[0] === 'till') && next.some((text) => /^(?:återgång|åter)/.test(text))
}

function isOwn(clause: Clause, at: number, heads: boolean): boolean {
  const { words } = clause
  const bare = words[at]?.text.startsWith('plan') === true
  const forReturn = !bare || isForReturn(clause, at)
  const owner = possessor(clause, at)
  if (owner === 'other') return false
  if (owner === 'fk') {
    // "Min plan är att ringa": an intention, no document.
    return forReturn || !(words[at + 1]?.text === 'är' || words[at + 1]?.text === 'var')
  }
  const by = madeBy(clause, at)
  if (by !== undefined) return by === 'fk' && (forReturn || planWord.test(words[at]?.text ?? ''))
  if (!forReturn) return false
  const subject = maker(clause, at)
  if (subject !== undefined) return subject === 'fk'
  // "I denna plan för återgång", or a heading of one's own: this document is meant.
  return heads || pointing.has(words[at - 1]?.text ?? '')
}

function capitalised(written: string, insert: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return insert.toUpperCase()
  return /^\p{Lu}/u.test(written) ? `${insert.slice(0, 1).toUpperCase()}${insert.slice(1)}` : insert
}

/** Sentences with where they begin; "30 kap. 6 §" and "t.ex. jag" do not end one. */
function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const end of text.matchAll(/[!?;\n]+|\.(?=\s+\p{Lu})|\.$/gu)) {
    found.push({ text: text.slice(start, end.index), start })
    start = end.index + end[0].length
  }
  return [...found, { text: text.slice(start), start }]
}

/** Words by which the employer or another is quoted: "vår plan" is then theirs. */
const quoting =
  /(?:säger|sade|sa|uppger|uppgav|berättar|berättade|skriver|skrev|menar|anger|framför|beskriver)(?=$|[^\p{L}])/u

/** What a sentence must hold before the agency can be the one whose plan it is; the rest need no closer reading. */
const mayBeOwn =
  /kass|fk|handläggare|utredare|försäkrings|sjukpenning|rådgivare|:|(?<!\p{L})(?:jag|vi|mig|oss|själv|undertecknad|vår|vårt|våra|min|mitt|mina|denna|detta|här)(?!\p{L})/iu

function inSentence(whole: Sentence): PlanReading[] {
  const sentence = whole.text
  if (!/plan/i.test(sentence) || !mayBeOwn.test(sentence)) return []
  const words = wordsOf(sentence)
  if (!words.some((word) => planWord.test(word.text))) return []
  const named = words.map((_, index) => namedAt(words, index))
  const spokenByOther = quoting.test(sentence.toLowerCase()) && named.includes('other')
  const own = (word: Word) => ownPossessives.has(word.text) || /^(?:jag|vi|oss|mig)$/.test(word.text)
  const clause: Clause = {
    words,
    named: named.map((who, index) => (spokenByOther && words[index] && own(words[index]) ? 'other' : who)),
  }
  if (spokenByOther && words.some((word) => ownPossessives.has(word.text))) return []
  return words.flatMap((word, index) => {
    const form = planWord.exec(word.text)
    if (!form) return []
    const tail = sentence.slice(word.end)
    const heads = index === 0 && isForReturn(clause, 0) && /^[^.:]{0,60}:/.test(tail)
    const insert = planeringForm[form.groups?.form ?? '']
    if (insert === undefined || !isOwn(clause, index, heads)) return []
    const reading = readingOf(whole, [word.start, word.end], { insert: capitalised(word.written, insert) })
    return [{ ...reading, why: 'own-plan' }]
  })
}

/**
 * Where a text of the agency's calls its own planering a plan (R2). The employer's plan, anybody else's, and a plan
 * of which nothing says whose it is, are left alone. Positions are in `readable(text)`.
 */
export const readOwnPlan = remembering(2000, 20_000, (text): readonly PlanReading[] => {
  const composed = readable(text)
  if (!/plan/i.test(composed)) return []
  return sentences(composed).flatMap(inSentence)
})

/** Where the employer's plan document says that the agency made the plan (R2). Nothing can be put instead. */
export const readAgencyMadePlan = remembering(2000, 20_000, (text): readonly PlanReading[] =>
  readOwnPlan(text).flatMap(({ start, end, words, sentence }) =>
    wordsOf(sentence).some(namesAgency) ? [{ start, end, words, sentence, why: 'agency-made-plan' }] : [],
  ),
)
