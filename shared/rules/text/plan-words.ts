import { readable } from '../../fields/own-words.ts'
import { type Claim, type Claims, claimsOf } from './claims.ts'
import {
  type Marked,
  markedIn,
  type PlanFault,
  type PlanReading,
  type Reading,
  readingOf,
} from './reading.ts'
import { remembering } from './remember.ts'
import type { Subject } from './subject.ts'
import { type Sentence, sentencesOf } from './words.ts'

/** In whose document a text stands: what is wrong in one is right in the other. */
type Document = 'agencys' | 'employers'

/** What the text has said so far. */
interface Before {
  /** The plan last spoken of that is not the agency's own, and whether it was said to be there. */
  othersPlan: 'there' | 'missing' | undefined
  /** By which word the agency's planering has been spoken of. */
  own: 'plan' | 'planering' | undefined
  /** Whether any plan was spoken of, whoever's. */
  any: boolean
  about: Claims['about']
}

/** A sentence with the document it stands in, what it says, and what was said before it. */
interface Setting {
  document: Document
  sentence: Sentence
  goesOn: boolean
  before: Before
}

/** Words by which the employer speaks of its own people; a note of the agency's says "den försäkrade". */
const employersVoice =
  /(?<!\p{L})(?:medarbetar|anställd|facket|facklig|skyddsombud|som chef|vår (?:arbetsplats|verksamhet|personal)|vårt företag|hos oss|vi på (?!fk|försäkr|kassan))/iu
const agencyNamed = /(?<!\p{L})(?:fk(?!\p{L})|försäkringskass|kassan)/iu
const together = /(?<!\p{L})(?:vi|vår|våra|oss)(?!\p{L})/iu

function isAgency(by: Subject, { document, sentence: { text }, goesOn, before }: Setting): boolean {
  if (by === 'writer') {
    if (goesOn && before.about !== undefined) return false
    return document === 'agencys' || !employersVoice.test(text)
  }
  if (by !== 'fk') return false
  if (document === 'agencys' || agencyNamed.test(text)) return true
  // In the employer's document "vi" and "vår" may be the employer's own words, and "jag" among its people.
  return !together.test(text) && !employersVoice.test(text)
}

/** Whether "plan" is said of what the agency made. */
function isAgencysPlan(
  { made, purpose, pointsBack, isDocument, isReceived }: Claim,
  setting: Setting,
): boolean {
  const { document, before } = setting
  if (purpose === 'else') return false
  if (made !== undefined && made.by !== 'unclear') {
    if (!made.said || !isAgency(made.by, setting)) return false
    if (made.anothers) return document === 'employers'
    if (made.how === 'has') return purpose === 'return'
    return document === 'employers' || made.how === 'owned' || made.how === 'made' || purpose === 'return'
  }
  if (document === 'employers' || made?.said === false || before.othersPlan === 'there') return false
  if (isDocument) return true
  // Who writes both "planering" and "planen för återgång" means two things.
  return (
    pointsBack &&
    !isReceived &&
    (before.own === 'plan' || (before.own === 'planering' && purpose !== 'return'))
  )
}

/** Whether "planering" is what the employer's plan is called. */
function isEmployersPlan(
  { made, purpose, pointsBack, employers }: Claim,
  { document, before }: Setting,
): boolean {
  if (purpose === 'else' || employers === undefined) return false
  const isEmployers = made?.by === 'employer' || employers === 'said'
  // In the agency's own text only what cannot mean the employer's everyday planering of work and hours.
  if (document === 'agencys') return isEmployers && (employers === 'law' || purpose === 'return')
  if (employers !== 'subject') return true
  return pointsBack && before.othersPlan === 'there' && !before.own
}

/** Whether a pronoun stands for a plan that the agency made: "AG saknar plan. Har gjort en åt dem." */
function isAgencysByPronoun({ made }: Claim, setting: Setting): boolean {
  const { document, before } = setting
  if (!made?.said || !before.any || (before.own && document === 'agencys')) return false
  const isOpen = before.othersPlan !== 'there' || (document === 'employers' && made.by === 'fk')
  return isOpen && isAgency(made.by, setting)
}

/** What is wrong with one claim; what it says is noted for the next. */
function faultOf(claim: Claim, setting: Setting): PlanFault | undefined {
  const { document, before } = setting
  const { noun, made, isMissing } = claim
  const ofAgency = document === 'agencys' ? 'own-plan' : 'agency-made-plan'
  if (noun === 'pronoun') return isAgencysByPronoun(claim, setting) ? ofAgency : undefined
  if (noun === 'planering') {
    if (isEmployersPlan(claim, setting)) return 'employers-planering'
    const isOthers = made !== undefined && !/^(?:fk|writer|unclear)$/.test(made.by) && made.how !== 'has'
    if (!isOthers) before.own ??= 'planering'
    return undefined
  }
  before.any = true
  if (isAgencysPlan(claim, setting)) {
    before.own = 'plan'
    before.othersPlan = undefined
    return ofAgency
  }
  before.othersPlan = isMissing ? 'missing' : 'there'
  return undefined
}

const refusal = /(?<!\p{L})(?:nej|avböj|avslog|hänvisa|förklara)/iu

/** Every word for a plan or a planering in a text, with what is wrong with it, sentence by sentence: what was said before of whose plan is spoken of is carried along. */
function walk<T>(text: string, document: Document, take: (use: Use) => readonly T[]): T[] {
  const composed = readable(text)
  if (!/plan/i.test(composed)) return []
  const before: Before = { othersPlan: undefined, own: undefined, any: false, about: undefined }
  return sentencesOf(composed).flatMap((sentence, index, all) => {
    const { claims, about, goesOn, isWished } = claimsOf(sentence)
    const setting = { document, sentence, goesOn, before }
    const isRefused = isWished && refusal.test(`${sentence.text} ${all[index + 1]?.text ?? ''}`)
    const found = claims.flatMap((claim) => {
      const isKnown = before.othersPlan !== undefined
      const why = faultOf(claim, setting)
      return take({ sentence, claim, isKnown, why: isRefused ? undefined : why })
    })
    before.about = about
    return found
  })
}

interface Use {
  readonly sentence: Sentence
  readonly claim: Claim
  /** Whether the text has said before whose plan it speaks of. */
  readonly isKnown: boolean
  readonly why: PlanFault | undefined
}

const read = (text: string, document: Document): PlanReading[] =>
  walk(text, document, ({ sentence, claim, why }) =>
    why === undefined ? [] : [planReading(sentence, claim, why)],
  )

/** A word for a plan or a planering as a text uses it. */
export interface PlanUse extends Reading {
  readonly noun: 'plan' | 'planering'
  /** Read as the other (R2), or said without a word of whose it is; undefined where it is clear enough. */
  readonly why: PlanFault | 'whose-plan' | undefined
  /** The sentence with the words marked. */
  readonly marked: Marked
}

/** In the agency's text a plan that nothing in it says is the employer's: it may be the planering that is meant. */
function isAnybodys({ noun, purpose, made, isReceived, isMissing }: Claim, document: Document): boolean {
  if (document === 'employers' || noun !== 'plan' || purpose === 'else') return false
  return (made === undefined || made.by === 'unclear') && !isReceived && !isMissing
}

const employerNamed = /(?<!\p{L})(?:arbetsgivar|ag(?!\p{L})|chef|30\s*kap\.?\s*6)/iu

/**
 * Every use of the two words in a text (000:342-344; 001:10783-10789): which of them, and whether it may mean the other. What
 * R2 reads as an error is told as that; a plan that nobody is said to have is only asked about.
 */
export function planUses(text: string, ofEmployer: boolean): PlanUse[] {
  const document = ofEmployer ? 'employers' : 'agencys'
  return walk(text, document, ({ sentence, claim, isKnown, why }): PlanUse[] => {
    const { noun } = claim
    if (noun === 'pronoun' || claim.purpose === 'else') return []
    const isOpen = !isKnown && !employerNamed.test(sentence.text) && isAnybodys(claim, document)
    const shown = why ?? (isOpen ? 'whose-plan' : undefined)
    const { at, spoken, instead } = claim
    const insert = shown === undefined || instead === '' ? {} : { insert: instead }
    return [
      {
        ...readingOf(sentence, at, { spoken, ...insert }),
        noun,
        why: shown,
        marked: markedIn(sentence, spoken ?? at),
      },
    ]
  })
}

function planReading(sentence: Sentence, { at, spoken, instead }: Claim, why: PlanFault): PlanReading {
  const insert = why === 'agency-made-plan' || instead === '' ? {} : { insert: instead }
  return { ...readingOf(sentence, at, { spoken, ...insert }), why }
}

/**
 * What is wrong in a text of the agency's (R2): its own planering called a plan, or the employer's plan called a
 * planering where nothing else can be meant. Anybody else's plan, and one of which nothing says whose it is, are
 * left alone. Positions are in `readable(text)`.
 */
export const readInAgencysDocument = remembering(2000, 20_000, (text) => read(text, 'agencys'))

/** What is wrong in the document of the employer's plan (R2): the agency said to have made it, or it called a planering. */
export const readInEmployersPlan = remembering(2000, 20_000, (text) => read(text, 'employers'))
