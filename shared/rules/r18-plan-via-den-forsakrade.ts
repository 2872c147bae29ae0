import type { Concept } from '../fields/concepts.ts'
import { notesAround } from '../note/case-answers.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { message } from '../text/index.ts'

const isIn = (read: ReadNote) => read.answer('plan-status', 'choice')?.value === 'inkommen'

/** Whether the plan reached the agency by way of the insured. */
function cameViaInsured(read: ReadNote): boolean {
  return (
    read.answer('plan-kanal', 'choice')?.value === 'via-den-forsakrade' ||
    read.answer('plan-avsandare', 'choice')?.value === 'den-forsakrade'
  )
}

/** What makes it doubtful: it was not made with the employee, or the insured cannot account for it. */
const doubts = ['plan-redogors-av-forsakrad', 'plan-gjord-med-den-anstallde'] as const satisfies Concept[]

/** Whether a plan has come from the employer itself in another note, or is asked for there. */
function isFetchedElsewhere({ context }: ReadNote): boolean {
  return notesAround(context).some(
    (other) =>
      other.template.kind === 'arbetsgivarens-plan' &&
      (other.answer('plan-status', 'choice')?.value === 'begard' || (isIn(other) && !cameViaInsured(other))),
  )
}

/**
 * R18: a plan has come by way of the insured, there is doubt about it, and it has not been fetched from the employer. The
 * insured may hand it in if it is made with the employer and the insured can account for it.
 */
export const r18: NoteRule = {
  id: 'R18',
  scope: 'note',
  sources: ['000:477-480'],
  kinds: ['arbetsgivarens-plan'],
  reads: {
    concepts: ['plan-status', 'plan-kanal', 'plan-avsandare', ...doubts, 'plan-hamtad-fran-arbetsgivaren'],
  },
  check: (read) => {
    const doubt = doubts.find((concept) => read.answer(concept, 'yes-no') === 'nej')
    if (doubt === undefined || !isIn(read) || !cameViaInsured(read)) return []
    if (read.answer('plan-hamtad-fran-arbetsgivaren', 'yes-no') === 'ja' || isFetchedElsewhere(read))
      return []
    const fetched = read.field('plan-hamtad-fran-arbetsgivaren')
    const where = read.whereOf(fetched ? 'plan-hamtad-fran-arbetsgivaren' : doubt)
    const related = [{ message: message('rules.r18.doubt'), where: read.whereOf(doubt) }]
    const fixes = fetched ? [goTo('rules.goToField', where, { label: fetched.label })] : []
    return [marker('R18', 'warning', ['rules.r18.fetch', {}], where, { related, fixes })]
  },
}
