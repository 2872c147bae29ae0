import { readable } from '../../fields/own-words.ts'
import { isStaff, namedAt, namesAgency } from './actors.ts'
import type { Who } from './lexicon/names.ts'
import { doingOf, isBusiness } from './lexicon/performing.ts'
import { ownUnits, places } from './lexicon/places.ts'
import { type Reading, readingOf } from './reading.ts'
import { remembering } from './remember.ts'
import { isGenitive } from './subject.ts'
import { type Sentence, type Word, wordsOf } from './words.ts'

/** A short text with whom its words name; a company called "FK …" is not the agency. */
export interface Names {
  sentence: Sentence
  words: readonly Word[]
  who: readonly (Who | undefined)[]
}

export function namesIn(text: string): Names {
  const sentence = { text: readable(text), start: 0, asks: false }
  const words = wordsOf(sentence.text)
  return {
    sentence,
    words,
    who: words.map((_, index) => (isCompany(words, index) ? 'other' : namedAt(words, index))),
  }
}

/** Where one name ends and another begins. */
const apart = /[,;/&+()]|\s[-–—]\s/

/** "FK Bygg AB", "Byggfirma FK AB", "F.K. Andersson": the short name, or its letters, within another's. */
function isCompany(words: readonly Word[], index: number): boolean {
  const word = words[index]
  if (!word || !/^(?:fk|fk:s|fks)$/.test(word.text)) return false
  const next = words[index + 1]
  if (/^(?:ab|firma|firman|företaget|bolaget)$/.test(words[index - 1]?.text ?? '')) return true
  if (!next) return false
  if (/^(?:söner|co|partners?)$/.test(next.text) || /^(?:söner)$/.test(words[index + 2]?.text ?? ''))
    return true
  if (apart.test(word.after)) return false
  // Initials before a surname; "FK Anna Ek" is a person at the agency.
  const isName = /^\p{Lu}\p{Ll}/u.test(next.written)
  if (word.written.includes('.') && isName) return true
  for (let at = index + 1; at < words.length && at < index + 6; at += 1) {
    const { text = '', after = '' } = words[at] ?? {}
    if (isBusiness(text)) return true
    if (/^(?:och|samt|eller|som|ordnar|på)$/.test(text) || (apart.test(after) && !after.includes('&'))) break
  }
  // "FK Larm & Säkerhet", "FK Metall": a name that is no place, no work of the agency's and no person's two names.
  if (/^\s*&/.test(next.after) && next.lex.name === undefined) return true
  const isKnown = places.has(next.text.replace(/s$/, '')) || places.has(next.text) || ownUnits.has(next.text)
  const surname = words[index + 2]
  const isPerson = surname !== undefined && !apart.test(next.after) && /^\p{Lu}\p{Ll}/u.test(surname.written)
  return isName && !isKnown && !isPerson && next.lex.name === undefined
}

/** Words after which an organisation is not the one who performs: consulted, asked, paying, or ruled out. */
const notPerforming =
  /(?:^|[^\p{L}])(?:i (?:samråd|samverkan|samarbete|dialog|kontakt|samförstånd) med|kontakt(?:er|en)? med|kontakt(?:person)?:?|(?:efter|enligt|på|genom|med) (?:\p{L}+ )?(?:begäran|uppdrag|initiativ|beslut|önskemål|godkännande|samråd|kontakt|dialog|överlämning|överenskommelse|remiss|förfrågan|hänvisning|anvisning) (?:av|från|med|hos)|enligt|via|(?:godkän[dnt]|bevilja[dt]?|begär[dt]?|finansiera[dt]|anvisa[dt]|upphandla[dt]|anlita[dt]|utse(?:dd|tt)|bekosta[dt]|betala[dt]|ersat|beställ[dt]?|köp[t]?|remittera[dt]|initiera[dt])\p{L}* (?:av|från)|(?:godkänns|beviljas|finansieras|anvisas|upphandlas|anlitas|bekostas|betalas|ersätts|begärs|beställs|köps) av|(?:beslut|uppdrag|begäran|remiss|beställning|medel|bidrag|ersättning|stöd|pengar)(?: (?:av|från))?|informerar|rapporterar till|rapport till|återkopplar till|återkoppling till|meddelar|där|inte|ej|aldrig|utan|istället för|i stället för|som)\s*$/u

/** "FK:s lokaler", "Försäkringskassans bidrag": a thing of the agency's, unless it is its staff. */
function possessesThing({ words }: Names, index: number): boolean {
  const possessor = words[index]
  const thing = words[index + 1]
  if (!possessor || !thing || apart.test(possessor.after) || !isGenitive(possessor.text)) return false
  return (
    !isStaff(thing.text) &&
    !/^(?:regi|försorg|egen|egna)$/.test(thing.text) &&
    !/^(?:fs|fk)$/.test(possessor.text)
  )
}

/** The first word of the phrase that names the agency at `index`: "handläggaren på FK", "FS och FK". */
function phraseFrom(names: Names, index: number): number {
  const { words, who } = names
  const before = words[index - 1]
  if (!before) return index
  const isLinked = /^(?:på|hos|vid|från|och|samt)$/.test(before.text)
  const isJoined =
    isLinked && (/^(?:och|samt)$/.test(before.text) ? who[index - 2] !== undefined : who[index - 2] === 'fk')
  if (isJoined) return phraseFrom(names, index - 2)
  return isGenitive(before.text) && who[index - 1] === 'fk' ? index - 1 : index
}

/** Titles and pronouns count only where nobody else is named in the same part ("handläggare, socialtjänsten"). */
function standsAlone({ words, who, sentence: { text } }: Names, index: number): boolean {
  const isDefinite = /(?:n|ns|jag|vi|undertecknad)$/.test(words[index]?.text ?? '')
  const joins = (from: number, to: number) =>
    /[;&+]| och | samt | tillsammans | ihop /i.test(
      text.slice(words[Math.min(from, to)]?.end, words[Math.max(from, to)]?.start),
    )
  return !who.some((one, other) => one !== undefined && one !== 'fk' && !(isDefinite && joins(index, other)))
}

/** "AG, FK följer upp": what is said of the agency is beside what somebody else performs. */
function isBeside({ words, who }: Names, index: number): boolean {
  const next = words[index + 1]
  if (!next || apart.test(words[index]?.after ?? '')) return false
  const doing = doingOf(next.text)
  const hasOther = who.some((one) => one !== undefined && one !== 'fk')
  const helps = /^(?:samordnar|stödjer|stöder|stöttar|planerar|bokar|hjälper)$/.test(next.text)
  return doing === 'pays' || (hasOther && (doing === 'beside' || helps))
}

/** "AG efter möte med FK", "AF, bidrag från FK": the agency stands in another's phrase and not as one who performs. */
function isBystander({ words, who }: Names, first: number): boolean {
  const link = words[first - 1]
  if (!link || !/^(?:av|från|med|till|åt)$/.test(link.text)) return false
  const hasOther = who.slice(0, first).some((one) => one !== undefined && one !== 'fk')
  const before = words[first - 2]?.text ?? ''
  if (!hasOther || /^(?:tillsammans|ihop|samt|och)$/.test(before) || who[first - 2] !== undefined)
    return false
  return doingOf(before) !== 'performed'
}

function performerIn(name: string, knownOther: boolean): Reading | undefined {
  const names = namesIn(name)
  const { words, sentence } = names
  const letters = /^\s*f\s+k\s*$/i.test(sentence.text)
  if (letters) return readingOf(sentence, [0, sentence.text.length])
  const found = words.find((word, index) => {
    if (names.who[index] !== 'fk' || isBeside(names, index)) return false
    const from = phraseFrom(names, index)
    const first = words[from] ?? word
    if (
      isBystander(names, from) ||
      words.slice(0, index).some(({ text }) => text.startsWith('samordningsförbund'))
    )
      return false
    if (notPerforming.test(sentence.text.slice(0, first.start).toLowerCase())) return false
    if (namesAgency(word)) return !possessesThing(names, index)
    return !knownOther && standsAlone(names, index)
  })
  return found && readingOf(sentence, [found.start, found.end])
}

const withActor = remembering(2000, 200, (name) => performerIn(name, true))
const alone = remembering(2000, 200, (name) => performerIn(name, false))

/**
 * The words by which a name given as performer means Försäkringskassan or its staff (R1): "FK", "vi på kassan",
 * "handläggaren", "jag". `knownOther` says that the kind of performer is chosen and is somebody else; then only
 * the agency's own name counts, since "handläggaren" is that actor's.
 */
export function readPerformer(name: string, knownOther: boolean): Reading | undefined {
  return knownOther ? withActor(name) : alone(name)
}

/** Whether the name says nothing more than that it is the agency, so that nothing is lost without it. */
export function isBareForsakringskassan(name: string): boolean {
  const { words, who } = namesIn(name)
  return words.length > 0 && words.every(({ text }, index) => who[index] === 'fk' || text === 'på')
}
