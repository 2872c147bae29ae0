import { documentKinds } from '../case/kinds.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { FieldRule } from '../note/check/rule.ts'
import { goTo } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { readInField } from './reading-in-field.ts'
import { readBeforeRehab } from './text/rehab-words.ts'

const asked = ['rehabiliteringsersattning', 'rehab-informerad'] as const

/** Whether the note says that rehabiliteringsersättning has been considered and the insured told. */
function isConsidered(read: ReadNote): boolean {
  return read.answered('rehabiliteringsersattning') && read.answer('rehab-informerad', 'yes-no') === 'ja'
}

/**
 * R20: "prerehab", "förrehabilitering", "arbetsförberedande". The words say nothing of the kind of rehabilitation, and do not
 * by themselves shut out rehabiliteringsersättning, which the insured is to be told of beforehand.
 */
export const r20: FieldRule = {
  id: 'R20',
  scope: 'field',
  sources: ['001:2544-2570'],
  kinds: documentKinds.filter((kind) => !/^(?:arbetsgivarens-plan|intervju|tips)$/.test(kind)),
  reads: asked,
  check: (ops, read) => {
    const found = readInField(ops, read.note, readBeforeRehab)
    if (found.length === 0 || isConsidered(read)) return []
    const fixes = asked
      .filter((concept) => read.field(concept) && !read.answered(concept))
      .slice(0, 1)
      .map((concept) =>
        goTo('rules.r20.goTo', read.whereOf(concept), { label: read.field(concept)?.label ?? '' }),
      )
    return found.map(({ where, reading: { words, sentence } }) =>
      readingMarker('R20', 'info', ['rules.r20.words', { label: ops.field.label }], where, {
        words: [words],
        sentence,
        fixes,
      }),
    )
  },
}
