import { dayOfCase } from '../case/chain.ts'
import type { CaseRule } from '../note/check/rule.ts'
import { type NoteContext, notesOfKind } from '../note/context.ts'
import { type Marker, marker } from '../note/marker.ts'
import { readNote } from '../note/read-note.ts'
import { message } from '../text/index.ts'

/** The employer's plan is to be there by day 30 at the latest (30 kap. 6 § SFB). */
const PLAN_DAY = 30

/** Whether some note says of the plan that it has come in, is requested, or is missing for a reason. */
function planIsAccountedFor(context: NoteContext): boolean {
  return notesOfKind(context.others, 'arbetsgivarens-plan').some((note) => {
    const read = readNote(note, context)
    const status = read.answer('plan-status', 'choice')?.value
    return (
      status === 'inkommen' ||
      status === 'begard' ||
      (status === 'saknas' && read.answered('plan-saknas-skal'))
    )
  })
}

function check(context: NoteContext): Marker[] {
  const { employment, expectedLength, firstSickDay, id } = context.case
  if (employment.kind !== 'anstalld' || expectedLength !== 'minst-60-dagar') return []
  if (dayOfCase(firstSickDay, context.today) <= PLAN_DAY || planIsAccountedFor(context)) return []
  const title = message('rules.r6.create')
  return [
    marker(
      'R6',
      'warning',
      ['rules.r6.plan', {}],
      { case: id },
      {
        fixes: [{ kind: 'create-note', title, documentKind: 'arbetsgivarens-plan' }],
      },
    ),
  ]
}

/**
 * R6: an employed person's case has passed day 30, is expected to last at least 60 days, and nothing is said of the
 * employer's plan. A warning: handing the plan in is voluntary (000:265-270).
 */
export const r06: CaseRule = {
  id: 'R6',
  scope: 'case',
  sources: ['30 kap. 6 § SFB', '000:177-180', '000:265-270', '001:10554-10562'],
  check,
}
