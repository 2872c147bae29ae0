import { documentKinds } from '../case/kinds.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { FieldRule } from '../note/check/rule.ts'
import { marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { type Localized, message } from '../text/index.ts'
import { readInField, replaceInField } from './reading-in-field.ts'
import { readOmplacering } from './text/omplacering.ts'

type Ops = Parameters<FieldRule['check']>[0]

/** The two senses as they are written out: in Swedish, whatever the language of the interface. */
const senses = [
  { title: 'rules.r23.socialInsurance', words: '(enligt SFB)' },
  { title: 'rules.r23.labourLaw', words: '(enligt arbetsrätten)' },
] as const

function wordsIn(ops: Ops, { note }: ReadNote) {
  const { label } = ops.field
  return readInField(ops, note, readOmplacering).map((found) => {
    const { words, sentence } = found.reading
    const fixes = senses.flatMap((sense) =>
      replaceInField(
        ops,
        note,
        found,
        readOmplacering,
        (one) => `${one.words} ${sense.words}`,
        message(sense.title),
      ),
    )
    return readingMarker('R23', 'warning', ['rules.r23.words', { label }], found.where, {
      words: [words],
      sentence,
      fixes,
    })
  })
}

/** An option that is chosen and does not say which sense it has: an older template's "Omplacering till en annan tjänst". */
function optionsIn({ field, options }: Ops, { note }: ReadNote) {
  const answer = note.answers[field.id]
  const chosen = options.filter(({ value, label }) => isChosen(answer, value) && isWithoutSense(label))
  return chosen.map(({ label }) =>
    marker('R23', 'warning', ['rules.r23.option', { label: field.label, option: label }], {
      note: note.id,
      field: field.id,
    }),
  )
}

function isChosen(answer: ReadNote['note']['answers'][string] | undefined, value: string): boolean {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false
  return answer.value === value || (Array.isArray(answer.values) && answer.values.includes(value))
}

function isWithoutSense({ sv }: Localized): boolean {
  return readOmplacering(sv).length > 0
}

/**
 * R23: "omplacering" where nothing says in which sense. In the social insurance code it is other work that the employer can
 * offer from day 91; in labour law the step before a dismissal, which asks for an investigation of all vacant posts.
 */
export const r23: FieldRule = {
  id: 'R23',
  scope: 'field',
  sources: ['001:10947-10983', '003:206-209'],
  kinds: documentKinds.filter((kind) => kind !== 'intervju'),
  check: (ops, read) => [...wordsIn(ops, read), ...optionsIn(ops, read)],
}
