import { type Found, readerBySentence } from './by-sentence.ts'
import { assessmentIn } from './care-assessments.ts'
import { orderIn } from './care-orders.ts'
import type { Parsed } from './clauses.ts'
import type { Reading } from './reading.ts'

/** A sentence to health care that is no question: an order, or the agency's opinion of a treatment. */
export interface CareReading extends Reading {
  why: 'order' | 'assessment'
}

/** The beginnings of what care does: a text without any of them cannot concern the rule. */
const about =
  /behandl|kbt|terap|medicin|läkemed|dos|oper|remi|gymnast|samtal|utred|rehab|trän|undersök|röntgen|magnet|prov|program|vård|injekt|spruta|kortison|depressiv|smärt|psyk|kurator|ortoped|klinik|sjukskriv|kön|hand|aktivitet|ångest|sätt|trapp|skynda|prioriter|ta emot|tar emot|intensi/iu

function readerOf(directed: boolean): (text: string) => readonly CareReading[] {
  return readerBySentence(about, (parsed: Parsed): Found<Pick<CareReading, 'why'>> | undefined => {
    if (parsed.sentence.asks) return undefined
    const assessed = assessmentIn(parsed)
    const found = assessed ?? orderIn(parsed, directed)
    if (!found) return undefined
    const [first, last] = found
    const span = [parsed.words[first]?.start ?? 0, parsed.words[last]?.end ?? 0] as const
    return { span, why: assessed ? 'assessment' : 'order' }
  })
}

const readLetter = readerOf(true)
const readNote = readerOf(false)

/**
 * Sentences that tell health care what to do, or say what the agency thinks of a treatment (R14). `directed` says that
 * the text is written to the care: then "Hon ska opereras" is an order as well.
 */
export function readCareWords(text: string, directed: boolean): readonly CareReading[] {
  return directed ? readLetter(text) : readNote(text)
}
