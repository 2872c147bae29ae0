import { readable } from '../../fields/own-words.ts'
import { namedAt, namesAgency } from './actors.ts'
import { type Reading, readingOf, type Sentence } from './reading.ts'
import { remembering } from './remember.ts'
import { type Word, wordsOf } from './words.ts'

/** Words after which an organisation is not the one who performs: consulted, asked, paying, or ruled out. */
const notPerforming =
  /(?:^|[^\p{L}])(?:i (?:samråd|samverkan|samarbete|dialog|kontakt) med|kontakt(?:er|en)? med|(?:efter|enligt|på) (?:\p{L}+ )?(?:begäran|uppdrag|initiativ|beslut|önskemål|godkännande|samråd|kontakt|dialog) (?:av|från|med)|enligt|(?:godkän[dt]|beviljad|beviljat|begärd|begärt|finansierad|finansierat|anvisad|anvisat|upphandlad|upphandlat|anlitad|anlitat|utsedd)\p{L}* av|(?:bidrag|ersättning|stöd|medel|pengar) från|informerar|rapporterar till|återkopplar till|inte|ej|aldrig|utan|som)\s*$/u

/** Titles and pronouns count only where nobody else is named in the same part ("handläggare, socialtjänsten"). */
function standsAlone(words: readonly Word[], index: number, text: string): boolean {
  const start = words[index]?.start ?? 0
  const end = words[index]?.end ?? 0
  const isDefinite = /(?:n|ns|jag|vi|undertecknad)$/.test(words[index]?.text ?? '')
  const before = text.slice(0, start).split(/[;&+]| och | samt /i)
  const after = text.slice(end).split(/[;&+]| och | samt /i)
  const part = isDefinite
    ? `${before.at(-1) ?? ''} ${after[0] ?? ''}`
    : `${text.slice(0, start)} ${text.slice(end)}`
  const around = wordsOf(part)
  return !around.some((_, at) => namedAt(around, at) === 'other')
}

function whole(text: string): Sentence {
  return { text: readable(text), start: 0 }
}

function performerIn(name: string, knownOther: boolean): Reading | undefined {
  const sentence = whole(name)
  const words = wordsOf(sentence.text)
  const found = words.find((word, index) => {
    if (namedAt(words, index) !== 'fk') return false
    if (notPerforming.test(sentence.text.slice(0, word.start).toLowerCase())) return false
    // "FK:s lokaler", "Försäkringskassans bidrag": a thing of the agency's, unless it is its staff.
    if (namesAgency(word)) return !possessesThing(words, index)
    return !knownOther && standsAlone(words, index, sentence.text)
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

const staff =
  /^(?:handläggar|utredar|person|specialist|medarbetar|samordnar|koordinator|rådgivar|enhet|kontor|team|chef|försäkrings|rehab)/

function possessesThing(words: readonly Word[], index: number): boolean {
  const possessor = words[index]?.text ?? ''
  const thing = words[index + 1]
  if (!thing || !/(?:kassans|:s|fks)$/.test(possessor)) return false
  return !staff.test(thing.text)
}

/** Whether the name says nothing more than that it is the agency, so that nothing is lost without it. */
export function isBareForsakringskassan(name: string): boolean {
  const words = wordsOf(readable(name))
  return (
    words.length > 0 && words.every((word, index) => namedAt(words, index) === 'fk' || word.text === 'på')
  )
}

const verb = /^(?:ska|skall|kommer|har|bör|måste|kan|får|ger|gör|ser|tar|går|\p{L}{2,}r)$/u
const joins = new Set(['på', 'och', 'samt'])
const nounsInR = new Set(['eller', 'för', 'under', 'efter', 'över', 'när', 'där', 'är', 'var'])

/** The words by which a description of an insats says that the agency does it: "FK genomför arbetsträning", "Jag ordnar …". */
export function readDescription(what: string): Reading | undefined {
  const sentence = whole(what)
  const words = wordsOf(sentence.text)
  const [first] = words
  if (!first || namedAt(words, 0) !== 'fk' || first.text.endsWith('s')) return undefined
  const doing = words.find((word, index) => namedAt(words, index) === undefined && !joins.has(word.text))
  if (!doing || !verb.test(doing.text) || nounsInR.has(doing.text)) return undefined
  return readingOf(sentence, [first.start, doing.end])
}
