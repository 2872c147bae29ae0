import { documentKinds } from '../case/kinds.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { FieldRule, NoteRule } from '../note/check/rule.ts'
import { type Fix, goTo, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import { readInField, tellsAnothers } from './reading-in-field.ts'
import { readSocialFactors } from './text/social.ts'

const sources = ['001:2978-3008', '001:3039-3057', '001:7401-7409']

/** Where the social factors do belong: the latest planering of the case that is still a draft. */
function planeringOf(read: ReadNote): Fix[] {
  const planering = read.context.others
    .filter(({ note }) => note.kind === 'planering' && note.status === 'utkast')
    .toSorted((a, b) => b.note.createdAt.localeCompare(a.note.createdAt))
    .map((other) => read.other(other))
    .find((other) => other.field('sociala-faktorer') !== undefined)
  return planering ? [goTo('rules.r10.goTo', planering.whereOf('sociala-faktorer'))] : []
}

/**
 * R10: social factors (age, education, where one lives, family, language, the labour market) in the part of a note that takes
 * a position on the right to benefit. Since 2008 they are not weighed there; they are considered in the planning.
 */
export const r10Words: FieldRule = {
  id: 'R10',
  scope: 'field',
  sources,
  kinds: documentKinds,
  protects: true,
  check: (ops, read) => {
    const { note, template } = read
    const part = templateIndex(template).byId.get(ops.field.id)?.section.part
    if (part !== 'bedomning-av-ratt' || tellsAnothers(ops)) return []
    return readInField(ops, note, readSocialFactors).map(({ where, reading: { words, sentence } }) =>
      readingMarker('R10', 'error', ['rules.r10.words', { label: ops.field.label }], where, {
        words: [words],
        sentence,
        fixes: planeringOf(read),
      }),
    )
  },
}

/** R10 as well: a planering that says nothing of the social factors, which it is to consider. */
export const r10Planering: NoteRule = {
  id: 'R10',
  scope: 'note',
  sources,
  kinds: ['planering'],
  reads: { concepts: ['sociala-faktorer'] },
  check: (read) => {
    const field = read.field('sociala-faktorer')
    if (!field || read.answered('sociala-faktorer')) return []
    return [
      marker(
        'R10',
        'info',
        ['rules.r10.planering', { label: field.label }],
        read.whereOf('sociala-faktorer'),
      ),
    ]
  },
}
