/** A term that the method has left. */
export interface LegacyTerm {
  id: 'rehabiliteringsplan' | 'rehabiliteringsutredning' | 'overlamningsmote' | 'ibb' | 'kundflode'
  pattern: RegExp
  /** The last year in which a note may have used it of its own time. */
  until: number
  /** Today's word in the same form, where there is one for this sentence. */
  instead?: (word: string, sentence: string) => string | undefined
}

const term = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu')

/** As a word was written: with a capital, or in capitals. */
function inCaseOf(word: string, instead: string): string {
  if (word.length > 3 && word === word.toUpperCase()) return instead.toUpperCase()
  return /^\p{Lu}/u.test(word) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead
}

export const employerNamed = /(?<!\p{L})(?:arbetsgivar\p{L}*|ag|ags|ag:s|chef\p{L}*)(?!\p{L})/iu
const agencyNamed = /(?<!\p{L})(?:fk\p{L}*|försäkringskass\p{L}*|vår|min|jag|vi)(?!\p{L})/iu

/** The employer's "rehabiliteringsplan" is the plan för återgång i arbete since 2018; whose else it is, nobody can know. */
function planInstead(word: string, sentence: string): string | undefined {
  const form = /plan(en|er|erna)?$/i.exec(word)
  if (!form || !employerNamed.test(sentence) || agencyNamed.test(sentence)) return undefined
  return inCaseOf(word, `plan${(form[1] ?? '').toLowerCase()} för återgång i arbete`)
}

function meetingInstead(word: string): string {
  return inCaseOf(word, word.toLowerCase().replace('överlämnings', 'omställnings'))
}

function mappingInstead(word: string): string | undefined {
  if (/^ibb/i.test(word)) return word.replace(/^ibb/i, 'IKR')
  const form = /^initial(a?) behovsbedömning(en)?$/i.exec(word)
  return form ? inCaseOf(word, `initial${form[1] ?? ''} kartläggning${form[2] ?? ''}`) : undefined
}

/** 001:3711-3717, 10831 (plan and utredning; the plan is the employer's again from 2018), 003:656-658, 001:5876-5900. */
export const legacyTerms: readonly LegacyTerm[] = [
  {
    id: 'rehabiliteringsplan',
    pattern: term('rehab(?:iliterings)?-?plan(?:en|ens|er|erna|ernas|s)?'),
    until: 2018,
    instead: planInstead,
  },
  {
    id: 'rehabiliteringsutredning',
    pattern: term('rehab(?:iliterings)?-?utr(?:edning(?:en|ens|ar|arna|s)?)?'),
    until: 2018,
  },
  {
    id: 'overlamningsmote',
    pattern: term('överlämningsmöte(?:t|ts|n|na|nas|s)?'),
    until: 2018,
    instead: meetingInstead,
  },
  {
    id: 'ibb',
    pattern: term('ibb(?::?[ns]|-\\p{L}+)?|initiala? behovsbedömning(?:en|ens|ar|arna|s)?'),
    until: 2023,
    instead: mappingInstead,
  },
  {
    id: 'kundflode',
    pattern: term('kundflöde(?:t|n|na|ts|s)?(?: ?k?[1-3])?|k[1-3](?::an|-ärende\\p{L}*)?'),
    until: 2024,
  },
]

/** Around "K2" that is a flow of cases and no room, vitamin or standard of accounts. */
export const aroundFlow =
  /(?<!\p{L})(?:ärende\p{L}*|kundflöde\p{L}*|flytta\p{L}*|överför\p{L}*|sortera\p{L}*|tillhör|hör till|samordning\p{L}*)(?!\p{L})/iu
export const notFlow =
  /(?<!\p{L})(?:vitamin\p{L}*|hus|rum|sal|kontor|verkstad|hiss|port|plan \d|kota\p{L}*|årsredovisning|bokslut|bokför\p{L}*|regelverk\p{L}*|blankett|undervis\p{L}*|adress\p{L}*|avdelning)(?!\p{L})/iu
/** It is told of as something past or left: "den gamla", "dåvarande", "ersattes", "heter numera". */
export const past =
  /(?<!\p{L})(?:gam(?:mal|la|malt)|dåvarande|tidigare|förr|dåtida|äldre|förutvarande|ersatt\p{L}*|avskaffa\p{L}*|upphört|heter numera|kallades|hette|numera|utgått|används inte (?:längre|mer)|på den tiden|fanns förr)(?!\p{L})/iu
/** Whose plan or investigation it is when it is none of the method's: the care's own term. */
export const othersPapers =
  /(?<!\p{L})(?:vård\p{L}*|läkar\p{L}*|fysioterapeut\p{L}*|sjukgymnast\p{L}*|arbetsterapeut\p{L}*|psykolog\p{L}*|region\p{L}*|smärtklinik\p{L}*|klinik\p{L}*|sjukhus\p{L}*|psykiatri\p{L}*|rehabteam\p{L}*|habilitering\p{L}*|rehab(?:iliterings)?koordinator\p{L}*|sjukskrivnings|vc|primärvård\p{L}*|mottagning\p{L}*|kommunens|habilitering\p{L}*|rehabklinik\p{L}*)(?![\p{L}])/iu
