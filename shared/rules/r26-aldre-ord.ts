import { documentKinds } from '../case/kinds.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { FieldRule } from '../note/check/rule.ts'
import { message, type TextKey } from '../text/index.ts'
import { readInField, replaceInField } from './reading-in-field.ts'
import { type LegacyReading, readLegacyTerms } from './text/legacy.ts'
import { readInAgencysDocument, readInEmployersPlan } from './text/plan-words.ts'

const messages = {
  rehabiliteringsplan: 'rules.r26.plan',
  rehabiliteringsutredning: 'rules.r26.utredning',
  overlamningsmote: 'rules.r26.mote',
  ibb: 'rules.r26.ibb',
  kundflode: 'rules.r26.kundflode',
} as const satisfies Record<LegacyReading['term'], TextKey>

/**
 * R26: a term that the method has left (rehabiliteringsplan, rehabiliteringsutredning, överlämningsmöte, IBB, K1–K3) in a new
 * note. What tells of an older document or time is no fault, and neither is a word that R2 speaks of already.
 */
export const r26: FieldRule = {
  id: 'R26',
  scope: 'field',
  sources: ['001:3711-3717', '001:5876-5900', '003:656-658'],
  kinds: documentKinds.filter((kind) => kind !== 'intervju'),
  check: (ops, { note, template }) => {
    const planWords = template.kind === 'arbetsgivarens-plan' ? readInEmployersPlan : readInAgencysDocument
    const read = (text: string) => {
      const found = readLegacyTerms(text)
      const known = found.length === 0 ? [] : planWords(text)
      return found.filter(({ start, end }) => !known.some((one) => one.start < end && start < one.end))
    }
    return readInField(ops, note, read).map((found) => {
      const { words, sentence, term, insert } = found.reading
      const title = message('rules.r26.replace', { word: insert ?? '' })
      const fixes =
        insert === undefined ? [] : replaceInField(ops, note, found, read, (one) => one.insert, title)
      return readingMarker('R26', 'info', [messages[term], { label: ops.field.label }], found.where, {
        words: [words],
        sentence,
        fixes,
      })
    })
  },
}
