import type { Parsed } from './clauses.ts'
import {
  careWord,
  demanding,
  inGeneral,
  obliging,
  orderBegins,
  papers,
  tellsOnly,
  toDo,
  treatment,
} from './lexicon/care.ts'
import { adverbs, negations, withinNoun } from './lexicon/small-words.ts'
import { isOthers } from './speaker.ts'
import { isGenitive, subjectOf } from './subject.ts'

/** The words that say it, by number. */
export type WordSpan = readonly [first: number, last: number]

const textAt = ({ words }: Parsed, at: number) => words[at]?.text ?? ''
const isCare = (parsed: Parsed, at: number) => careWord.test(textAt(parsed, at))
const isAddressed = (parsed: Parsed, at: number) => /^(?:ni|er|ert)$/.test(textAt(parsed, at))
const clauseAt = ({ clauses, clauseOf }: Parsed, at: number) => clauses[clauseOf[at] ?? 0]

function spanFrom({ words }: Parsed, at: number, more: number): WordSpan {
  return [at, Math.min(at + more, words.length - 1)]
}

/** The text from a word on, in lower case. */
function textFrom({ sentence, words }: Parsed, at: number): string {
  return sentence.text.slice(words[at]?.start ?? sentence.text.length).toLowerCase()
}

/** Whether the words are of treatment and not of papers, answers and meetings, which one may agree with the care. */
function isOfTreatment(text: string): boolean {
  const isPaperwork = papers.test(text) && !/(?<!\p{L})(?:remitter|operer|påbörj|inled|sätta? in)/u.test(text)
  return treatment.test(text) && !isPaperwork
}

/** Words that open a clause which asks, supposes or tells when: nothing in it is an order. */
const unsaying =
  /^(?:om|ifall|huruvida|hur|vem|vad|varför|vilken|vilket|vilka|när|som|medan|eftersom|tills|innan)$/

function isAside(parsed: Parsed, at: number): boolean {
  const clause = clauseAt(parsed, at)
  if (clause?.opens === 'som' && /^(?:nödvändigt|viktigt|angeläget)$/.test(textAt(parsed, at))) return false
  if (unsaying.test(clause?.opens ?? '')) {
    // "Innan återgång måste vården …": the word opens no clause, since whom it asks stands after the verb.
    const inverts = clause?.from === 0 && /^(?:innan|när)$/.test(textAt(parsed, 0)) && isCare(parsed, at + 1)
    return !inverts
  }
  return clause?.from === 0 && /^(?:om|hur|när|vilken|vilka|vad)$/.test(textAt(parsed, 0))
}

/** "behöver inte", "ska inte": nothing is asked; but "får inte" forbids, and "ska inte avsluta" asks that it goes on. */
function isUnasked(parsed: Parsed, modal: number): boolean {
  const { from = 0, to = 0 } = clauseAt(parsed, modal) ?? {}
  const near = parsed.words.slice(Math.max(from, modal - 2), Math.min(to, modal + 4))
  const denied = near.some(({ text }) => negations.has(text))
  if (textAt(parsed, modal) === 'får') return !denied && textAt(parsed, modal + 1) !== 'nu'
  return denied && !near.some(({ text }) => /^(?:avsluta|vänta|dröja|dra|skjuta|neka|bryta)$/.test(text))
}

/** "ska", "måste"; "har att", "är skyldig att": that oblige. */
function obliges(parsed: Parsed, at: number): boolean {
  const text = textAt(parsed, at)
  return /^(?:skyldiga?|har)$/.test(text) ? textAt(parsed, at + 1) === 'att' : obliging.test(text)
}

type Obliged = 'care' | 'addressed' | 'somebody' | undefined

/** Who stands at `at`, where it can be who has to do it. */
function candidate(parsed: Parsed, at: number, from: number): Obliged | 'pronoun' {
  const text = textAt(parsed, at)
  const isPronoun = /^(?:de|dom|hon|han|hen)$/.test(text)
  const named = isCare(parsed, at)
    ? 'care'
    : isAddressed(parsed, at)
      ? 'addressed'
      : parsed.who[at] !== undefined && (text === 'fs' || !isGenitive(text))
        ? 'somebody'
        : undefined
  const before = textAt(parsed, at - 1)
  const hangs = at - 1 > from && /^(?:för|med|hos|till|från|av|via|på|inom)$/.test(before)
  return isPronoun ? 'pronoun' : hangs ? undefined : named
}

/** Who has to do it: before the verb in its clause, or right after. */
function obliged(parsed: Parsed, modal: number): Obliged {
  const { from = 0, to = 0, parent, opens } = clauseAt(parsed, modal) ?? {}
  const before = Array.from({ length: modal - from }, (_, index) => modal - 1 - index)
  // After the verb only its subject: "Nu måste vården", but no "ska fråga vården".
  const near = parsed.words
    .slice(modal + 1, to)
    .findIndex(({ text }) => !adverbs.has(text) && !withinNoun.has(text))
  const after = modal > from && near >= 0 ? [modal + 1 + near] : []
  for (const at of [...before, ...after]) {
    const found = candidate(parsed, at, from)
    if (found === undefined) continue
    if (found !== 'pronoun') return found
    // "Det är vårdens sak och de måste …"
    if (
      /^(?:de|dom)$/.test(textAt(parsed, at)) &&
      parsed.words.slice(0, at).some(({ text }) => careWord.test(text))
    )
      return 'care'
    // "sagt till läkaren att hon måste": whom it was said to.
    const said = parsed.words.slice(parent === undefined ? from : parsed.clauses[parent]?.from, from)
    return opens === 'att' && said.some(({ text }) => careWord.test(text)) ? 'care' : 'somebody'
  }
  // "VC: måste sätta in behandling."
  return from > 0 && from <= 2 && parsed.words.slice(0, from).some(({ text }) => careWord.test(text))
    ? 'care'
    : undefined
}

/** In a letter to the care: "Hon ska opereras", "KBT ska prövas" – it is the care that would do it. */
function isForCare(parsed: Parsed, modal: number, who: Obliged): boolean {
  if (who === 'addressed') return true
  const { from = 0 } = clauseAt(parsed, modal) ?? {}
  if (who === undefined)
    return treatment.test(
      parsed.words
        .slice(from, modal)
        .map(({ text }) => text)
        .join(' '),
    )
  return parsed.who.slice(Math.max(0, modal - 4), modal + 4).includes('insured')
}

/** "Vården ska ge KBT", "Ni måste remittera". */
function byModal(parsed: Parsed, directed: boolean): WordSpan | undefined {
  const at = parsed.words.findIndex((_, modal) => {
    if (!obliges(parsed, modal) || isAside(parsed, modal) || isUnasked(parsed, modal)) return false
    const who = obliged(parsed, modal)
    if (who !== 'care' && !(directed && isForCare(parsed, modal, who))) return false
    const rest = textFrom(parsed, modal)
    const isTreating = directed
      ? treatment.test(parsed.sentence.text.toLowerCase()) && !papers.test(rest)
      : isOfTreatment(rest)
    return isTreating && !isOthers(parsed, modal)
  })
  return at < 0 ? undefined : spanFrom(parsed, at, 2)
}

/** "Remittera honom", "Se till att hon får": in a letter, or "Be läkaren remittera" in a note. */
function byImperative(parsed: Parsed): WordSpan | undefined {
  const starts = [0, ...parsed.words.flatMap(({ after }, at) => (after.includes(',') ? [at + 1] : []))]
  const at = starts.find((start) => {
    const text = textFrom(parsed, start)
    const whole = start > 0 && text.startsWith('ordna') ? textFrom(parsed, 0) : text
    return orderBegins.test(text) && isOfTreatment(whole) && !isOthers(parsed, start)
  })
  return at === undefined ? undefined : spanFrom(parsed, at, 1)
}

/** "Vi kräver att vården erbjuder", "Har uppmanat vårdcentralen att ge", "Ringt VC och sagt att de ska". */
function byDemand(parsed: Parsed, directed: boolean): WordSpan | undefined {
  const { words } = parsed
  const at = words.findIndex(({ text }, verb) => {
    if (!demanding.test(text) || isAside(parsed, verb)) return false
    if (words.slice(Math.max(0, verb - 1), verb + 2).some((near) => negations.has(near.text))) return false
    const subject = subjectOf(parsed, parsed.clauseOf[verb] ?? 0, verb)
    const { from = 0 } = clauseAt(parsed, verb) ?? {}
    // "Dr Ek har bestämt att …": the care's own word.
    if (subject === 'unclear' && words.slice(from, verb).some((one) => careWord.test(one.text))) return false
    const isPassive = /(?:as|es|äggs|eds)$/.test(text)
    if (/^(?:insured|employer|other)$/.test(subject) && !isPassive && !isAddressed(parsed, verb - 1))
      return false
    const tells = tellsOnly.test(text)
    const hasAtt = words.slice(verb + 1, verb + 7).some((near) => near.text === 'att')
    const toCare = words
      .slice(0, verb + 9)
      .some((near) => careWord.test(near.text) || /^(?:ni|er)$/.test(near.text))
    if ((tells && !hasAtt) || (!toCare && !(directed && hasAtt))) return false
    const rest = textFrom(parsed, verb + 1)
    return isOfTreatment(rest) && (!tells || toDo.test(rest)) && !isOthers(parsed, verb)
  })
  return at < 0 ? undefined : spanFrom(parsed, at, 2)
}

/** The words of a sentence by which the agency tells health care what to do. */
export function orderIn(parsed: Parsed, directed: boolean): WordSpan | undefined {
  if (inGeneral.test(parsed.sentence.text.toLowerCase())) return undefined
  return (
    (directed ? byImperative(parsed) : undefined) ?? byModal(parsed, directed) ?? byDemand(parsed, directed)
  )
}
