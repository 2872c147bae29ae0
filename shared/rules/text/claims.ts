import { type Parsed, parse } from './clauses.ts'
import type { Who } from './lexicon/names.ts'
import { auxiliaries, negations, prepositions } from './lexicon/small-words.ts'
import type { Made } from './made.ts'
import { madeBy } from './maker.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { remembering } from './remember.ts'
import { subjectOf, verbOf } from './subject.ts'
import { isUnsaid } from './unsaid.ts'
import { isFiniteVerb, type Sentence, type Word } from './words.ts'

/** Where words stand in their sentence. */
export type Span = readonly [from: number, to: number]

/** What a sentence by itself says of one plan or planering, whatever stands before it. */
export interface Claim extends Pick<Mention, 'purpose'> {
  /** A word for a plan, for a planering, or a pronoun for one: "har gjort en åt dem". */
  noun: 'plan' | 'planering' | 'pronoun'
  at: Span
  /** The words that say it. */
  spoken: Span
  /** The other word in the same form, as it would be written here. */
  instead: string
  made: Made | undefined
  /** "planen", "denna plan": one that was spoken of before. */
  pointsBack: boolean
  /** "denna plan för återgång", or a heading: the document it stands in. */
  isDocument: boolean
  /** "väntar på planen", "har fått planen": it comes from elsewhere. */
  isReceived: boolean
  /** "plan saknas", "vill ha en plan": it is not said to be there. */
  isMissing: boolean
  /** Of a planering: what makes it the employer's plan by another name. */
  employers: 'said' | 'law' | 'handed-in' | 'subject' | undefined
}

/** What one sentence says of plans, and what the next ones need to know of it. */
export interface Claims {
  claims: readonly Claim[]
  /** Who it is about, where that is another who called or wrote. */
  about: Who | 'unclear' | undefined
  /** "Har upprättat …": without a subject, and it may go on about whom the sentence before was about. */
  goesOn: boolean
  /** Another wants it done; the next sentence may say that it was refused. */
  isWished: boolean
}

const nothing: Claims = { claims: [], about: undefined, goesOn: false, isWished: false }

const sending = /^(?:skicka|lämna|mejla|maila|sänt|sänder|komplettera)/

/** "Har fått planen", "väntar på planen"; "FS har fått planen" is the agency's, given away. */
function isReceived(parsed: Parsed, { clause }: Mention): boolean {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  const at = parsed.words.findIndex(({ lex }, index) => index >= from && index < to && lex.receives)
  const handsIn = parsed.words.slice(from, to).some(({ text }) => sending.test(text))
  if (handsIn && subjectOf(parsed, clause, verbOf(parsed, clause) ?? from) === 'employer') return true
  if (at < 0) return false
  const subject = subjectOf(parsed, clause, at)
  return subject !== 'insured' && subject !== 'employer' && subject !== 'other'
}

function isMissing(parsed: Parsed, { clause }: Mention): boolean {
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  for (let at = from; at < to; at += 1) if (parsed.words[at]?.lex.lacks === true) return true
  return false
}

const law = /30\s*kap\.?\s*6/i

/** What makes a planering the employer's plan by another name. */
function employersOf(parsed: Parsed, mention: Mention, made: Made | undefined): Claim['employers'] {
  const { at, clause, from, to } = mention
  const isLaw = law.test(parsed.sentence.text.slice(parsed.words[at]?.start))
  const withEmployer =
    made?.by === 'insured' &&
    made.how !== 'has' &&
    parsed.who.some((one, index) => one === 'employer' && index > at && parsed.clauseOf[index] === clause)
  // "FS har gjort en planering med sin chef" is the employer's as well.
  // "Chefen uppger att de har gjort"
  const byThem =
    made?.by === 'other' &&
    parsed.who.slice(0, at).find((one) => one !== undefined) === 'employer' &&
    parsed.words.some(({ text }, index) => parsed.clauseOf[index] === clause && /^(?:de|dom)$/.test(text))
  if (made?.by === 'employer' || withEmployer || byThem) return isLaw ? 'law' : 'said'
  if (made?.by === 'fk' || made?.by === 'other') return undefined
  if (isLaw) return 'law'
  const start = parsed.clauses[clause]?.from ?? 0
  const handsIn = parsed.words.slice(start, at).some(({ lex }) => lex.handsIn)
  if (handsIn && subjectOf(parsed, clause, verbOf(parsed, clause) ?? at) === 'employer') return 'handed-in'
  return made === undefined && from - start <= 1 && isFiniteVerb(parsed.words[to + 1]) ? 'subject' : undefined
}

/** Whether nothing in the sentence says that the plan is somebody else's, comes from elsewhere or is missing. */
function isOwnDocument({ words, who, sentence }: Parsed, to: number): boolean {
  if (who.some((one) => one === 'employer' || one === 'other')) return false
  if (words.some(({ lex }) => lex.receives || lex.lacks || lex.handsIn)) return false
  return !/^[^:]*:\s*(?:nej|ja|se|finns|-)(?!\p{L})/iu.test(sentence.text.slice(words[to]?.end))
}

function capitalised({ written, text }: Word, insert: string): string {
  if (written === text) return insert
  if (written.length > 1 && written === written.toUpperCase()) return insert.toUpperCase()
  return /^\p{Lu}/u.test(written) ? `${insert.slice(0, 1).toUpperCase()}${insert.slice(1)}` : insert
}

function spanOf({ words }: Parsed, first: number, last: number): Span {
  return [words[first]?.start ?? 0, words[last]?.end ?? 0]
}

function claimOf(parsed: Parsed, mention: Mention): Claim {
  const { at, from, to, noun, purpose, definite, pointed } = mention
  const word = parsed.words[at]
  const made = madeBy(parsed, mention)
  const isKnown = made !== undefined && made.by !== 'unclear'
  const heads =
    at === 0 &&
    purpose === 'return' &&
    /^[^.:]{0,60}:(?=\s|$)/.test(parsed.sentence.text.slice(parsed.words[to]?.end))
  const pointsBack = definite || pointed
  return {
    noun,
    at: spanOf(parsed, at, at),
    spoken: isKnown ? spanOf(parsed, made.first, made.last) : spanOf(parsed, from, at),
    instead: word ? capitalised(word, mention.instead) : mention.instead,
    made,
    purpose,
    pointsBack,
    isDocument: purpose === 'return' && (mention.atHand || heads) && isOwnDocument(parsed, to),
    isReceived: noun === 'plan' && pointsBack && !isKnown && isReceived(parsed, mention),
    isMissing: noun === 'plan' && (made?.said === false || isMissing(parsed, mention)),
    employers: noun === 'planering' ? employersOf(parsed, mention, made) : undefined,
  }
}

const pronouns = new Set(['den', 'en', 'denna'])
const follows =
  /^(?:åt|till|med|för|i|på|när|då|idag|nu|själv|ihop|tillsammans|efter|utifrån|senast|istället|m|och|men|av|innan|sådan)$/

/** "Har gjort en åt dem", "Den är upprättad av FK": a plan made that only a pronoun names. */
function pronounClaim(parsed: Parsed, at: number, mentions: readonly Mention[]): Claim | undefined {
  const { text = '', after = '' } = parsed.words[at] ?? {}
  const next = parsed.words[at + 1]
  const clause = parsed.clauseOf[at] ?? 0
  const { from = 0, to = 0 } = parsed.clauses[clause] ?? {}
  if (mentions.some((mention) => mention.clause === clause && mention.at > at)) return undefined
  const last = next?.text === 'sådan' ? at + 1 : at
  const claim = (made: Made): Claim => ({
    noun: 'pronoun',
    at: spanOf(parsed, at, last),
    spoken: spanOf(parsed, Math.min(made.first, at), Math.max(made.last, last)),
    instead: '',
    made,
    purpose: 'unsaid',
    pointsBack: true,
    isDocument: false,
    isReceived: false,
    isMissing: false,
    employers: undefined,
  })
  const said = !isUnsaid(parsed, clause)
  const verb = nearestMaking(parsed, at, from)
  const isAlone = !next || at + 1 >= to || follows.test(next.text) || /[,.]/.test(after)
  if (verb !== undefined && isAlone)
    return claim({ by: subjectOf(parsed, clause, verb), how: 'made', said, first: verb, last })
  if (at !== from || text === 'en') return undefined
  for (let passive = at + 1; passive < to; passive += 1) {
    if (parsed.making[passive]?.voice !== 'passive' || parsed.words[passive + 1]?.text !== 'av') continue
    const by = parsed.who.slice(passive + 2, passive + 5).find((one) => one !== undefined) ?? 'unclear'
    return claim({ by, how: 'made', said, first: at, last: passive })
  }
  return undefined
}

/** The verb of making whose object stands at `at`, with no more than a subject or an adverb between. */
function nearestMaking(parsed: Parsed, at: number, from: number): number | undefined {
  for (let verb = at - 1; verb >= Math.max(from, at - 4); verb -= 1) {
    const making = parsed.making[verb]
    if (prepositions.has(parsed.words[verb]?.text ?? '')) return undefined
    if (making?.voice !== 'active') continue
    const between = parsed.words.slice(verb + 1, at)
    const isWhole = !making.particles || between.some(({ text }) => making.particles?.includes(text))
    return isWhole ? verb : undefined
  }
  return undefined
}

/** "Tfn chefen", "Mejl från HR": who the next sentence without a subject may be about. */
const contacts = /^(?:tfn|tel|telefon|telefonsamtal|samtal|mejl|mail|brev|sms|ringer)$/

function aboutOf(parsed: Parsed): Claims['about'] {
  if (contacts.test(parsed.words[0]?.text ?? '') && parsed.words.length < 6) {
    const named = parsed.who.find((one) => one !== undefined)
    return named === 'employer' || named === 'other' ? named : undefined
  }
  const verb = verbOf(parsed, 0)
  if (verb === undefined || parsed.words[verb]?.lex.contacts !== true) return undefined
  if (parsed.words.some(({ text }) => negations.has(text))) return undefined
  const subject = subjectOf(parsed, 0, verb)
  return subject === 'writer' || subject === 'several' || subject === 'fk' ? undefined : subject
}

/** What is put in between commas and says nothing of plans: "Chefen, som jag har träffat, har gjort …". */
const aside =
  /,\s(?:som|vilk\p{L}+|efter|utan att|genom att|i samråd|tillsammans|ihop|enligt|trots|på grund|med)(?!\p{L})[^,.:()]{2,80},(?=\s)/giu
const making = /plan|upprät|gjor|gör|fram|skriv|skrev/i

/** A sentence without its asides; what is left stands where it stood. */
function withoutAsides(text: string): string {
  return text.replace(aside, (found) => (making.test(found) ? found : ' '.repeat(found.length)))
}

function claimsIn(sentence: Sentence): Claims {
  const parsed = parse({ ...sentence, text: withoutAsides(sentence.text) })
  const mentions = mentionsIn(parsed)
  const byPronoun: Claim[] = []
  let isWished = false
  for (const [at, { text, lex }] of parsed.words.entries()) {
    const claim = pronouns.has(text) ? pronounClaim(parsed, at, mentions) : undefined
    if (claim) byPronoun.push(claim)
    isWished ||= lex.wishes && parsed.who[at - 1] !== 'fk'
  }
  const about = aboutOf(parsed)
  const [first, second] = parsed.words
  const goesOn =
    first !== undefined && auxiliaries.has(first.text) && !/^(?:själv|därför|i)$/.test(second?.text ?? '')
  if (mentions.length === 0 && byPronoun.length === 0 && about === undefined) return nothing
  return {
    claims: [...mentions.map((mention) => claimOf(parsed, mention)), ...byPronoun],
    about,
    goesOn,
    isWished,
  }
}

const said = remembering(400, 2000, (text) => claimsIn({ text, start: 0, asks: false }))
const asked = remembering(100, 2000, (text) => claimsIn({ text, start: 0, asks: true }))
/** A sentence without any of these says nothing of plans, nor of whom the next one is about. */
const relevant =
  /plan|tfn|tel|samtal|brev|sms|(?<!\p{L})(?:den|en|denna)(?!\p{L})|ring|mejl|mail|kom|hör|kontakt|besök|meddel|berätt|uppg|säg|sa|skriv|skrev/iu

/** What a sentence says of plans; while somebody types, all sentences but one are known. */
export function claimsOf(sentence: Sentence): Claims {
  if (!relevant.test(sentence.text)) return nothing
  return (sentence.asks ? asked : said)(sentence.text)
}
