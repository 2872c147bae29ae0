import type { Parsed } from './clauses.ts'
import type { Who } from './lexicon/names.ts'
import type { PlanNoun } from './lexicon/plans.ts'
import {
  adverbs,
  beings,
  mine,
  ours,
  ownSubjects,
  pointing,
  prepositions,
  theirs,
  withinNoun,
} from './lexicon/small-words.ts'
import { isGenitive } from './subject.ts'
import { isReported } from './unsaid.ts'
import { isFiniteVerb } from './words.ts'

/** What a plan is for: return to work, nothing said, or something else ("plan för mötet"). */
export type Purpose = 'return' | 'unsaid' | 'else'
/** Whose a plan is said to be: somebody's, the subject's own ("sin plan"), or not said. */
export type Maker = Who | 'own-subject' | 'denied' | undefined

/** A plan or planering as a sentence speaks of it. */
export interface Mention extends PlanNoun {
  at: number
  /** The first word of its phrase: "Försäkringskassans nya plan". */
  from: number
  /** The last word of what it is for: "plan för återgång i arbete". */
  to: number
  purpose: Purpose
  /** By genitive or possessive. */
  owner: Maker
  /** "denna plan", "den plan som". */
  pointed: boolean
  /** "denna plan", "den här planen": the one at hand. */
  atHand: boolean
  clause: number
}

const returning =
  /^(?:åter|upptrapp|nedtrapp|opptrapp|rehab|arbetsåter|arbetsträn|arbete|jobb|halvtid|heltid|deltid|insats|tillbaka|komma|kommer|stegvis|steg)/
const times =
  /^(?:hösten|våren|sommaren|vintern|året|framtiden|fortsättningen|tiden|närmast\p{L}*|kommande|veck\p{L}*|månad\p{L}*|detta|det|den|allt|hur|när|mig|oss|att|han|hen|maj|juni|juli|augusti|januari|februari|mars|april|september|oktober|november|december)$/u

/** What stands after the noun: "för återgång i arbete", "för mötet", and where it ends. */
function purposeOf(
  { words, who, clauseOf }: Parsed,
  at: number,
  noun: PlanNoun,
): { purpose: Purpose; to: number } {
  const linked = words[at + 1]
  const unsaid = { purpose: noun.ofReturn ? 'return' : 'unsaid', to: at } as const
  if (!linked || /[,.:()]/.test(words[at]?.after ?? '') || clauseOf[at + 1] !== clauseOf[at]) return unsaid
  if (!/^(?:för|till|inför|av|kring|om|mot)$/.test(linked.text)) return unsaid
  if (linked.text === 'av' && noun.noun === 'planering')
    return who[at + 2] === 'other' || !agentAt(who, at + 2) ? { purpose: 'else', to: at } : unsaid
  const within = words.slice(at + 2, at + 7)
  const back = within.findIndex(({ text }) => returning.test(text))
  if (
    back >= 0 &&
    !within.slice(0, back).some(({ text }, index) => prepositions.has(text) || isFiniteVerb(within[index]))
  )
    return { purpose: 'return', to: at + 2 + back }
  if (noun.ofReturn || linked.text === 'av' || linked.text === 'kring')
    return linked.text === 'av' && !noun.ofReturn && !agentAt(who, at + 2)
      ? { purpose: 'else', to: at }
      : unsaid
  if (linked.text === 'till') return unsaid
  const skipped = within.findIndex(
    ({ text }) => !/^(?:den|det|de|en|ett)$/.test(text) && !withinNoun.has(text),
  )
  const first = within[skipped]
  const isSomebody =
    who[at + 2 + skipped] !== undefined ||
    (first !== undefined && /^\p{Lu}\p{Ll}/u.test(first.written)) ||
    (isGenitive(first?.text ?? '') && agentAt(who, at + 2))
  return !first || isSomebody || times.test(first.text) ? unsaid : { purpose: 'else', to: at }
}

function agentAt(who: Parsed['who'], at: number): boolean {
  return who.slice(at, at + 3).some((one) => one !== undefined)
}

/** Genitives that say when or where, not whose: "dagens plan". */
const neutral =
  /^(?:dagens|gårdagens|årets|månadens|veckans|mötets|hösten|vårens|höstens|sommarens|återgångs|samtalets|nästas|våras|höstas|somras|vintras|\p{L}+dags)$/u

function ownerOf(parsed: Parsed, at: number): { owner: Maker; from: number } {
  const { words, who, making } = parsed
  let from = at
  for (let index = at - 1; index >= Math.max(0, at - 4); index -= 1) {
    const word = words[index]
    if (!word) break
    const { text } = word
    // "Det är inte vår plan"; but "FS förstår inte vår plan" does not deny whose it is.
    const denied =
      /^(?:inte|ej)$/.test(words[index - 1]?.text ?? '') && beings.has(words[index - 2]?.text ?? '')
    const whose = (owner: Maker) => ({ owner: denied ? ('denied' as const) : owner, from: index })
    if (ours.has(text) || mine.has(text)) return whose(isSpokenByOther(parsed, index) ? 'other' : 'fk')
    if (theirs.has(text)) return whose('other')
    if (ownSubjects.has(text)) return whose('own-subject')
    const named = sharer(parsed, index) ?? who[index]
    if (named !== undefined) {
      // "Fk plan", "AG planering", "fs plan" without the genitive's s.
      const bare =
        index === at - 1 &&
        /^(?:fk|ag|fs|af)$/.test(text) &&
        (index === 0 || isFiniteVerb(words[index - 1]) === false)
      return isGenitive(text) &&
        (text !== 'fs' ||
          !words.slice(index + 1, at).some((one) => /^(?:en|ett|den|denna|någon)$/.test(one.text)))
        ? whose(named)
        : bare
          ? whose(named)
          : { owner: undefined, from }
    }
    if (!withinNoun.has(text) && (making[index] || prepositions.has(text))) break
    if (isGenitive(text) && text.length > 3 && !neutral.test(text) && !beings.has(text) && !adverbs.has(text))
      return whose('other')
    if (!withinNoun.has(text) && !isAdjective(words, index)) break
    if (making[index] === undefined) from = index
  }
  return { owner: undefined, from }
}

/** An adjective the tables do not have, told by its ending and by the genitive before it: "FK:s ursprungliga plan". */
function isAdjective(words: Parsed['words'], index: number): boolean {
  const before = words[index - 1]?.text ?? ''
  return (
    /[ae]$/.test(words[index]?.text ?? '') && (isGenitive(before) || ours.has(before) || mine.has(before))
  )
}

/** With whom the insured shares it: "utredarens och den försäkrades plan", "chefens och FS plan" is the other's still. */
function sharer({ words, who }: Parsed, at: number): Who | undefined {
  if (who[at] !== 'insured') return undefined
  const joins = words[at - 1]?.text === 'den' ? at - 2 : at - 1
  const first = words[joins - 1]?.text ?? ''
  if (words[joins]?.text !== 'och') return undefined
  if (ours.has(first) || mine.has(first)) return 'fk'
  return isGenitive(first) ? who[joins - 1] : undefined
}

/** "Vår" in another's mouth: "AG: vår plan …", "Chefen berättar att vår plan …". */
function isSpokenByOther(parsed: Parsed, at: number): boolean {
  if (at >= parsed.spokenFrom) return true
  // What the insured or the care says of "vår plan" is told in the writer's words.
  const speaker = parsed.who.slice(0, at).find((one) => one !== undefined)
  return speaker !== 'insured' && speaker !== 'other' && isReported(parsed, parsed.clauseOf[at] ?? 0)
}

/** "är att ringa", "är nu att ringa"; but "är att betrakta som klar" says something of a plan. */
function leadsToInfinitive(words: Parsed['words'], from: number): boolean {
  const att = adverbs.has(words[from]?.text ?? '') || words[from]?.text === 'fortfarande' ? from + 1 : from
  return words[att]?.text === 'att' && !/^(?:betrakta|anse|se)$/.test(words[att + 1]?.text ?? '')
}

/** The everyday plan: "planen är att …", "enligt plan", "plan B", "på plan 4", "har som plan", "planer på". */
function isEverydayPlan(
  { words }: Parsed,
  at: number,
  { noun, definite, plural, ofReturn }: PlanNoun,
): boolean {
  if (noun !== 'plan' || ofReturn) return false
  const before = words[at - 1]?.text ?? ''
  const next = words[at + 1]
  if (!definite && /^(?:enligt|på|i|som|till)$/.test(before) && !(before === 'på' && next?.text === 'för'))
    return true
  // "Min plan: ringa chefen"
  if (!definite && at > 0 && !isGenitive(before) && /^\s*:/.test(words[at]?.after ?? '')) return true
  if (
    next &&
    ((!definite && /^(?:b|c|\d+)$/.test(next.text)) || next.text === 'att' || (plural && next.text === 'på'))
  )
    return true
  if (next && beings.has(next.text) && leadsToInfinitive(words, at + 2)) return true
  if (next && definite && /^(?:framåt|framöver)$/.test(next.text)) return true
  return plural && !definite && next?.text === 'finns'
}

/** The plans and planeringar that a sentence speaks of, in order. */
export function mentionsIn(parsed: Parsed): Mention[] {
  const found: Mention[] = []
  for (const [at, { lex }] of parsed.words.entries()) {
    const { noun } = lex
    if (!noun || parsed.quoted[at] === true || isEverydayPlan(parsed, at, noun)) continue
    const { owner, from } = ownerOf(parsed, at)
    const { purpose, to } = purposeOf(parsed, at, noun)
    const before = parsed.words.slice(Math.max(0, from - 1, at - 2), at)
    const pointed = before.some(({ text }) => pointing.has(text))
    const atHand = before.some(({ text }) => /^(?:denna|detta|här)$/.test(text))
    found.push({ ...noun, at, from, to, purpose, owner, pointed, atHand, clause: parsed.clauseOf[at] ?? 0 })
  }
  return found
}
