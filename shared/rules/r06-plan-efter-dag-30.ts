import { dayOfCase } from '../case/chain.ts'
import type { CaseRule } from '../note/check/rule.ts'
import { type NoteContext, notesOfKind } from '../note/context.ts'
import { type Marker, marker } from '../note/marker.ts'
import { readNote } from '../note/read-note.ts'
import { message } from '../text/index.ts'

/** The employer's plan is to be there by day 30 at the latest (30 kap. 6 § SFB). */
const PLAN_DAY = 30

/** What a note may say of the plan that accounts for it: here, somewhere, or asked for. That it is unclear is no account. */
const accounts = new Set(['inkommen', 'begard', 'uteblivit', 'ej-inhamtad'])

/** What the case's notes say of the plan, if anything. */
function saidOfPlan(context: NoteContext): 'nothing' | 'unclear' | 'accounted' {
  const reads = notesOfKind(context, 'arbetsgivarens-plan').map((note) => readNote(note, context))
  const statuses = reads.map((read) => read.answer('plan-status', 'choice')?.value)
  const isMissing = reads.some(
    (read, index) => statuses[index] === 'saknas' && read.answered('plan-saknas-skal'),
  )
  if (isMissing || statuses.some((status) => status !== undefined && accounts.has(status))) return 'accounted'
  return statuses.includes('oklart') ? 'unclear' : 'nothing'
}

function check(context: NoteContext): Marker[] {
  const { employment, expectedLength, firstSickDay, id } = context.case
  if (employment.kind !== 'anstalld' || expectedLength !== 'minst-60-dagar') return []
  if (dayOfCase(firstSickDay, context.today) <= PLAN_DAY) return []
  const said = saidOfPlan(context)
  if (said === 'accounted') return []
  const title = message('rules.r6.create')
  return [
    marker(
      'R6',
      'warning',
      [said === 'unclear' ? 'rules.r6.unclear' : 'rules.r6.plan', {}],
      { case: id },
      {
        fixes: [{ kind: 'create-note', title, documentKind: 'arbetsgivarens-plan' }],
      },
    ),
  ]
}

/**
 * R6: an employed person's case has passed day 30, is expected to last at least 60 days, and nothing, or no more than
 * that it is unclear, is said of the employer's plan. A warning: handing the plan in is voluntary (000:265-270).
 */
export const r06: CaseRule = {
  id: 'R6',
  scope: 'case',
  sources: ['30 kap. 6 § SFB', '000:177-180', '000:265-270', '001:10554-10562'],
  check,
}
