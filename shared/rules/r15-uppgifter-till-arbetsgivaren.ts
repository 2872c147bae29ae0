import { documentKinds } from '../case/kinds.ts'
import { opsOf } from '../fields/index.ts'
import { readable } from '../fields/own-words.ts'
import { caseAnswer } from '../note/case-answers.ts'
import { readingMarker } from '../note/check/objections.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo } from '../note/marker.ts'
import { healthTold } from './text/medical.ts'

/**
 * R15: a note says that the employer has been told of the insured's diagnosis or health, and nothing says that the insured
 * has agreed to it. The employee may keep the diagnosis from the employer (001:13411-13417). What leaves the program for the
 * employer is held to the same in `employers-edition.ts`.
 */
export const r15: NoteRule = {
  id: 'R15',
  scope: 'note',
  protects: true,
  sources: ['001:13411-13417, 13448', '001:13545-13561'],
  kinds: documentKinds,
  reads: { concepts: ['lamnat-till-arbetsgivaren', 'medgivande-medicinska-uppgifter'] },
  check: (read) => {
    const field = read.field('lamnat-till-arbetsgivaren')
    if (!field || caseAnswer(read, 'medgivande-medicinska-uppgifter', 'yes-no')?.answer === 'ja') return []
    const consent = read.field('medgivande-medicinska-uppgifter')
    const fixes = consent
      ? [goTo('rules.goToField', read.whereOf('medgivande-medicinska-uppgifter'), { label: consent.label })]
      : []
    return opsOf(field)
      .ownWords(read.note.answers[field.id])
      .flatMap(({ text, row, column }) => {
        const where = {
          note: read.note.id,
          field: field.id,
          ...(row ? { row } : {}),
          ...(column ? { column } : {}),
        }
        return [...Map.groupBy(healthTold(readable(text)), ({ sentence }) => sentence)].map(
          ([sentence, readings]) =>
            readingMarker('R15', 'error', ['rules.r15.told', { label: field.label }], where, {
              words: readings.map(({ words }) => words),
              sentence,
              fixes,
            }),
        )
      })
  },
}
