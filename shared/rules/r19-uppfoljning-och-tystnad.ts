import { notesAround } from '../note/case-answers.ts'
import type { CaseRule } from '../note/check/rule.ts'
import type { NoteContext } from '../note/context.ts'
import { type Late, lateIn, SILENT_AFTER_DAYS, silentDays } from '../note/late.ts'
import { goTo, type Marker, marker } from '../note/marker.ts'
import { message } from '../text/index.ts'

/** What is to be followed up on a day; a plan that has not come in answer to a request is told of beside it. */
const isFollowUp = ({ kind }: Late) => kind !== 'requestedPlan'

function checkFollowUps(late: readonly Late[], { case: { id } }: NoteContext): Marker[] {
  const [oldest] = late
  if (!oldest) return []
  return [
    marker(
      'R19',
      'warning',
      ['rules.r19.passed', { count: late.length }],
      { case: id },
      {
        related: late.map(({ where }) => ({ message: message('rules.r19.here'), where })),
        fixes: [goTo('rules.r19.goTo', oldest.where)],
      },
    ),
  ]
}

/**
 * R19: a day for following something up has passed and no note has been made since, or nothing has been noted for a time in a
 * case that has lasted more than two years. One marker a case; the list of what is late names each.
 */
export const r19: CaseRule = {
  id: 'R19',
  scope: 'case',
  sources: ['000:185-187', '000:282-285', '000:517-521'],
  check: (context) => {
    const read = { notes: notesAround(context), context }
    const after = context.silentAfterDays ?? SILENT_AFTER_DAYS
    const silence =
      silentDays(read, after) === undefined
        ? []
        : [marker('R19', 'warning', ['rules.r19.silent', { count: after }], { case: context.case.id })]
    return [...checkFollowUps(lateIn(read).filter(isFollowUp), context), ...silence]
  },
}
