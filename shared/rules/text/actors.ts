import { remembering } from './remember.ts'
import type { Word } from './words.ts'

/** Whom a word names: Försäkringskassan or its staff, somebody else, or nobody. */
export type Named = 'fk' | 'other' | undefined

/** Försäkringskassan by name, however inflected or misspelt: "FK:s", "F-kassan", "försäkringskassehandläggaren". */
const agency =
  /^(?:f[öo]rs[äa]kring(?:s{0,2})-?kass(?:a|an|as|ans|e\p{L}*)|fk(?:s|:s)?|f-?kassans?|fk-(?:handläggar|utredar|specialist|person|medarbetar|samordnar|rådgivar)\p{L}*)$/u
/** Titles that only Försäkringskassan's staff have (domain.md §1.4). */
const agencyTitles =
  /^(?:försäkrings(?:utredare|handläggare|specialist|samordnare|stöd)|sjukpennings?(?:utredare|handläggare)|sjukpenninghandläggare)(?:n|na|ns|nas|en|ens|s)?$/u
/** Titles that others have too; whose they are is told by the words around. */
const sharedTitles = /^(?:handläggare|utredare)(?:n|ns|s|na|nas)?$/
const pronouns = new Set(['jag', 'vi', 'undertecknad', 'mig', 'oss', 'själv'])
const kassan = new Set(['kassan', 'kassans'])
/** Whose the handläggare is when it is said with a genitive, and it is still the agency's. */
const agencyGenitives = new Set(['ärendets', 'försäkrades', 'myndighetens', 'vår', 'kassans', 'sjukfallets'])

const prepositions = new Set(['på', 'vid', 'hos', 'från', 'inom', 'för', 'åt', 'i'])
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

/** Other organisations and persons, by the beginning of the word. */
const others =
  /^(?:arbetsförmedl|af(?::s|s)?$|arbetsgivar|chef|vd(?::n)?$|hr$|hr-|personal|företag|företagshälso|fhv|arbetsplats|socialtjänst|socialkontor|socialsekret|soc$|kommun|region|vård|läkar|sjukhus|sjukvård|primärvård|psykiatri|klinik|rehabkoord|rehabiliteringskoord|fysioterap|sjukgymnast|arbetsterap|psykolog|terapeut|kurator|koordinator|samordningsförbund|fack|skyddsombud|a-kass|akass|arbetslöshetskass|kollega|kolleg|handledar|försäkringsbolag|afa$|leverantör|anordnar|jobbcoach|coach|kriminalvård|migrationsverk|arbetsmiljöverk|kund|försäkrade?$|patient|medarbetar|anställda?$|hen$|hon$|han$|de$|dom$)|(?:verket|verkets|förbundet|förbundets|bolaget|bolagets|kommunen|kommunens|mottagningen|centralen|centralens)$/u

type Kind = 'agency' | 'agency-title' | 'shared-title' | 'kassan' | 'pronoun' | 'other' | undefined

/** What a word is by itself. A note's words are few and come again: most are looked up, not matched. */
const kindOf = remembering(5000, 60, (text): Kind => {
  if (agency.test(text)) return 'agency'
  if (agencyTitles.test(text)) return 'agency-title'
  if (sharedTitles.test(text)) return 'shared-title'
  if (kassan.has(text)) return 'kassan'
  if (pronouns.has(text)) return 'pronoun'
  return others.test(text) ? 'other' : undefined
})

/** Whether the title at `index` belongs to somebody else: "handläggare på Arbetsförmedlingen", "kommunens utredare". */
function titleOfOther(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]
  if (next && prepositions.has(next.text)) {
    const house = words[index + 2]
    if (house && kindOf(house.text) !== 'agency' && !ownHouse.has(house.text)) return true
  }
  if (next && kindOf(next.text) === 'other' && words[index]?.text.endsWith('e')) return true
  const before = words[index - 1]
  if (!before || kindOf(before.text) === 'agency' || agencyGenitives.has(before.text)) return false
  return kindOf(before.text) === 'other' || (before.text.length > 3 && before.text.endsWith('s'))
}

/**
 * Whom the word at `index` names, as a careful reader of Swedish takes it: "handläggaren" is the agency's own
 * unless the words around say whose; "kassan" is the agency, but "a-kassan" and "fackkassan" are not.
 */
export function namedAt(words: readonly Word[], index: number): Named {
  const text = words[index]?.text
  if (text === undefined) return undefined
  switch (kindOf(text)) {
    case 'agency':
    case 'agency-title':
    case 'pronoun':
      return 'fk'
    case 'shared-title':
      return titleOfOther(words, index) ? 'other' : 'fk'
    case 'kassan':
      // "i kassan" is a till; "vi i kassan" and "vi på kassan" are the agency.
      return words[index - 1]?.text === 'i' && words[index - 2]?.text !== 'vi' ? undefined : 'fk'
    case 'other':
      return 'other'
    case undefined:
      return isMedicalAdviser(words, index) ? 'fk' : undefined
  }
}

/** "Försäkringsmedicinsk rådgivare": a title of the agency's in two words. */
function isMedicalAdviser(words: readonly Word[], index: number): boolean {
  return (
    words[index]?.text.startsWith('rådgivare') === true &&
    words[index - 1]?.text.startsWith('försäkringsmedicinsk') === true
  )
}

/** Whether the word names the agency itself rather than a title or pronoun that could be anybody's. */
export function namesAgency(word: Word): boolean {
  const kind = kindOf(word.text)
  return kind === 'agency' || kind === 'agency-title'
}
