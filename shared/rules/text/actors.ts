import type { NameKind, Who } from './lexicon/names.ts'
import { places } from './lexicon/places.ts'
import type { Word } from './words.ts'

/** Whose the handläggare is when it is said with a genitive, and it is still the agency's. */
const agencyGenitives = new Set([
  'ärendets',
  'försäkrades',
  'fs',
  'myndighetens',
  'vår',
  'kassans',
  'sjukfallets',
])
/** After a preposition these still mean the agency's own house. */
const ownHouse = new Set([
  'kontoret',
  'kassan',
  'myndigheten',
  'ärendet',
  'enheten',
  'sjukpenning',
  'sjukpenningen',
])

function kindOf(word: Word | undefined): NameKind {
  return word?.lex.name
}

/** "handläggare på Arbetsförmedlingen": the title is followed by whose house it is in, and it is not the agency's. */
function isElsewhere(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]
  const house = words[index + 2]
  if (!next || !house || !/^(?:på|vid|hos|från|inom|för|åt|i)$/.test(next.text)) return false
  if (kindOf(house) === 'agency' || ownHouse.has(house.text)) return false
  return kindOf(house) !== undefined || /^\p{Lu}/u.test(house.written) || next.text !== 'för'
}

/** Whether the title at `index` belongs to somebody else: "handläggare på Arbetsförmedlingen", "kommunens utredare". */
function titleOfOther(words: readonly Word[], index: number): boolean {
  if (isElsewhere(words, index)) return true
  const next = words[index + 1]
  const nextKind = next && kindOf(next)
  if ((nextKind === 'other' || nextKind === 'employer') && words[index]?.text.endsWith('e')) return true
  const before = words[index - 1]
  if (!before || kindOf(before) === 'agency' || agencyGenitives.has(before.text)) return false
  const kind = kindOf(before)
  return kind === 'other' || kind === 'employer' || (before.text.length > 3 && before.text.endsWith('s'))
}

const company = /^(?:ab|hb|kb|aktiebolag|handelsbolag)$/

/** "Kassan" is the agency by its nickname; a till, a company and a foreign one are not. */
function isTill(words: readonly Word[], index: number): boolean {
  const before = words[index - 1]
  const next = words[index + 1]
  // "i kassan" is a till; "vi i kassan" is the agency.
  if (before?.text === 'i' && words[index - 2]?.text !== 'vi') return true
  const isShort = before !== undefined && /^\s*\./.test(before.after)
  if (before && !isShort && /^\p{Lu}/u.test(before.written) && kindOf(before) === undefined && index === 1)
    return true
  if (!next) return false
  const isOneName = /^\s*$/.test(words[index]?.after ?? '')
  if (company.test(next.text)) return true
  if (isOneName && /^\p{Lu}/u.test(next.written) && kindOf(next) === undefined && !places.has(next.text))
    return true
  const house = words[index + 2]
  if (!house || !/^(?:på|hos|vid|i)$/.test(next.text)) return false
  return kindOf(house) !== 'agency' && !ownHouse.has(house.text) && !places.has(house.text)
}

/** "Vår enhet", "min kollega", "kollegan på FK": the agency's people by whose or where they are. */
function isColleague(words: readonly Word[], index: number): boolean {
  const house = /^(?:på|hos|vid|från)$/.test(words[index + 1]?.text ?? '') ? words[index + 2] : undefined
  if (house) return kindOf(house) === 'agency' || house.text === 'kassan'
  return /^(?:min|mina|vår|våra)$/.test(words[index - 1]?.text ?? '')
}

/**
 * Whom the word at `index` names, as a careful reader of Swedish takes it: "handläggaren" is the agency's own
 * unless the words around say whose; "kassan" is the agency, but "a-kassan" and "fackkassan" are not.
 */
export function namedAt(words: readonly Word[], index: number): Who | undefined {
  const kind = kindOf(words[index])
  switch (kind) {
    case 'agency':
    case 'pronoun':
      return 'fk'
    case 'agency-title':
      return isElsewhere(words, index) ? 'other' : 'fk'
    case 'shared-title':
      return titleOfOther(words, index) ? 'other' : 'fk'
    case 'kassan':
      return isTill(words, index) ? undefined : 'fk'
    case 'colleague':
      return isColleague(words, index) ? 'fk' : words[index]?.text.startsWith('kolleg') ? 'other' : undefined
    case 'adviser':
      // "Försäkringsmedicinsk rådgivare": a title of the agency's in two words.
      return words[index - 1]?.text.startsWith('försäkringsmedicinsk') === true ? 'fk' : undefined
    case 'employer':
    case 'insured':
    case 'other':
    case undefined:
      return kind
  }
}

/** Whether the word names the agency itself rather than a title or pronoun that could be anybody's. */
export function namesAgency(word: Word): boolean {
  const kind = kindOf(word)
  return kind === 'agency' || kind === 'agency-title'
}

/** Whether the word stands for whoever speaks: "jag", "vi", "undertecknad". */
export function isSpeaker(word: Word): boolean {
  return kindOf(word) === 'pronoun'
}

const staff =
  /^(?:handläggar|utredar|person|specialist|medarbetar|samordnar|koordinator|rådgivar|enhet|kontor|lokalkontor|team|chef|försäkrings|rehab|avdelning)/

/** Whether a noun after "Försäkringskassans" means people or rooms of the agency's rather than a thing of its. */
export function isStaff(text: string): boolean {
  return staff.test(text)
}
