import { type CaseAnswer, newestAnswer, notesAround } from '../note/case-answers.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { message } from '../text/index.ts'

/** The work that the insured had; every other goal leads away from it. */
const ORDINARY = 'ordinarie-arbete'
const others: ReadonlySet<string> = new Set([
  'annat-arbete-hos-arbetsgivaren',
  'normalt-forekommande-arbete',
  'annat-lampligt-arbete',
])

/** Whether one of two goals is the ordinary work and the other is not. A goal that is not settled yet differs from none. */
export function goalsDiffer(one: string | undefined, other: string | undefined): boolean {
  const [first = '', second = ''] = [one, other]
  return (first === ORDINARY && others.has(second)) || (second === ORDINARY && others.has(first))
}

/** The goal of the employer's plan, as the newest note of a plan that has come in tells it; `notes` are the newest first. */
export function goalOfPlan(notes: readonly ReadNote[]): CaseAnswer<'choice'> | undefined {
  const plans = notes.filter(
    ({ template, answer }) =>
      template.kind === 'arbetsgivarens-plan' && answer('plan-status', 'choice')?.value === 'inkommen',
  )
  return newestAnswer(plans, 'mal', 'choice')
}

/** Whether the employer knows what the planering aims at: it is said so, or the agency has told it. */
function isEmployerInformed(read: ReadNote): boolean {
  return (
    read.answer('arbetsgivaren-informerad', 'yes-no') === 'ja' ||
    read
      .ofType('aktiviteter')
      .some(({ answer }) =>
        answer?.some(
          ({ kind, counterpart, status }) =>
            kind === 'information' && counterpart === 'arbetsgivare' && status === 'genomford',
        ),
      )
  )
}

/**
 * R11: planering and the employer's plan aim at different work, one at the ordinary and the other not, and nothing says
 * that the employer knows.
 */
export const r11: NoteRule = {
  id: 'R11',
  scope: 'note',
  sources: ['001:11026-11062', '001:15121-15135'],
  kinds: ['planering', 'uppfoljning'],
  reads: { types: ['aktiviteter'], concepts: ['mal', 'arbetsgivaren-informerad'] },
  check: (read) => {
    const plan = goalOfPlan(notesAround(read.context))
    if (!plan || !goalsDiffer(read.answer('mal', 'choice')?.value, plan.answer.value)) return []
    if (isEmployerInformed(read)) return []
    const informed = read.field('arbetsgivaren-informerad')
    const where = read.whereOf(informed ? 'arbetsgivaren-informerad' : 'mal')
    const related = [{ message: message('rules.r11.plan'), where: plan.where }]
    const fixes = [goTo('rules.r11.goTo', plan.where)]
    return [marker('R11', 'warning', ['rules.r11.goals', {}], where, { related, fixes })]
  },
}
