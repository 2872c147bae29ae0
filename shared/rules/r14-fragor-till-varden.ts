import { documentKinds } from '../case/kinds.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { FieldRule } from '../note/check/rule.ts'
import { readInField, tellsAnothers } from './reading-in-field.ts'
import { readCareWords } from './text/care-words.ts'

const readLetter = (text: string) => readCareWords(text, true)
const readNote = (text: string) => readCareWords(text, false)

/**
 * R14: health care is told what to do instead of being asked, or the agency assesses a treatment. The care decides on its
 * treatment; the agency asks and follows up. In a question to the care every sentence is read as said to it. What another
 * has said, and the words of a field that tells another's, are left alone.
 */
export const r14: FieldRule = {
  id: 'R14',
  scope: 'field',
  sources: ['001:8963-8975', '001:9007-9015', '001:8922-8928'],
  kinds: documentKinds.filter((kind) => !/^(?:arbetsgivarens-plan|intervju)$/.test(kind)),
  check: (ops, { note }) => {
    if (tellsAnothers(ops)) return []
    const { label, concept } = ops.field
    const read = concept === 'fragor-till-varden' ? readLetter : readNote
    return readInField(ops, note, read).map(({ where, reading: { why, words, sentence } }) =>
      why === 'assessment'
        ? readingMarker('R14', 'error', ['rules.r14.assessment', { label }], where, {
            words: [words],
            sentence,
            fixes: [],
          })
        : readingMarker('R14', 'warning', ['rules.r14.order', { label }], where, {
            words: [words],
            sentence,
            fixes: [],
          }),
    )
  },
}
