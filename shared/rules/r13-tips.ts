import { conceptValues } from '../fields/concepts.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { FieldRule, NoteRule } from '../note/check/rule.ts'
import { marker } from '../note/marker.ts'
import { readInField, tellsAnothers } from './reading-in-field.ts'
import { readRemedies } from './text/remedy.ts'

const sources = ['000:187-190', '001:12970-13000']
const defects: ReadonlySet<string> = new Set(conceptValues['tips-brist'])

/** R13: a tip to Arbetsmiljöverket that names none of the three defects. Whether they are systematic is not asked (001:12935-12941). */
export const r13Defect: NoteRule = {
  id: 'R13',
  scope: 'note',
  sources,
  kinds: ['tips'],
  reads: { concepts: ['tips-brist'] },
  check: (read) => {
    const field = read.field('tips-brist')
    const one = read.answer('tips-brist', 'choice')?.value
    const chosen = read.answer('tips-brist', 'choices')?.values ?? (one === undefined ? [] : [one])
    if (!field || chosen.some((value) => defects.has(value))) return []
    return [marker('R13', 'error', ['rules.r13.defect', { label: field.label }], read.whereOf('tips-brist'))]
  },
}

/** R13 as well: a tip worded as a remedy for the single case, which the authority does not deal with. */
export const r13Words: FieldRule = {
  id: 'R13',
  scope: 'field',
  sources,
  kinds: ['tips'],
  check: (ops, { note }) =>
    (tellsAnothers(ops) ? [] : readInField(ops, note, readRemedies)).map(
      ({ where, reading: { words, sentence } }) =>
        readingMarker('R13', 'error', ['rules.r13.words', { label: ops.field.label }], where, {
          words: [words],
          sentence,
          fixes: [],
        }),
    ),
}
