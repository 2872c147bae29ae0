import type { Insats } from '../case/rows.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, marker } from '../note/marker.ts'
import { whereRow } from '../note/read-note.ts'

/** "Arbetsträning", "arbetsträna", "arbetstränar": training at work without demands (004:214). */
const training = /(?<!\p{L})arbetsträn/iu

/** Arbetsträning with the own employer that is still ahead or going on. */
function isTrainingAtHome({ what, performer, status }: Insats): boolean {
  return (
    performer?.actor === 'arbetsgivare' &&
    (status === undefined || status === 'planerad' || status === 'pagar') &&
    training.test((what ?? '').normalize('NFC'))
  )
}

/**
 * R21: arbetsträning with the own employer is planned with rehabiliteringspenning, and nobody has said whether sick leave
 * on part time would do. The agency itself prefers part-time sick leave for a gradual return.
 */
export const r21: NoteRule = {
  id: 'R21',
  scope: 'note',
  sources: ['001:11142-11169'],
  kinds: ['planering'],
  reads: { types: ['insatser'], concepts: ['rehabiliteringsersattning', 'deltid-overvagd'] },
  check: (read) => {
    if (read.answer('rehabiliteringsersattning', 'choice')?.value !== 'aktuell') return []
    const field = read.field('deltid-overvagd')
    if (read.answer('deltid-overvagd', 'yes-no') === 'ja') return []
    const fixes = field
      ? [goTo('rules.answerField', read.whereOf('deltid-overvagd'), { label: field.label })]
      : []
    return read
      .ofType('insatser')
      .flatMap(({ field: list, answer = [] }) =>
        answer.flatMap((row, index) =>
          isTrainingAtHome(row)
            ? [
                marker(
                  'R21',
                  'info',
                  ['rules.r21.partTime', { row: index + 1, label: list.label }],
                  whereRow(read, list, row.id, 'what'),
                  { fixes },
                ),
              ]
            : [],
        ),
      )
  },
}
