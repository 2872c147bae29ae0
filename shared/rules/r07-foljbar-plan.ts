import type { Insats } from '../case/rows.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'

const says = (text: string | undefined) => text !== undefined && text.trim() !== ''

/** Somebody does it, and some time is set for it; what is broken off or could not be had is not followed up. */
function isFollowable({ performer, from, to, followUp, status }: Insats): boolean {
  if (status === 'avbruten' || status === 'behovs-men-saknas') return false
  return (
    (performer?.actor !== undefined || says(performer?.name)) && (says(from) || says(to) || says(followUp))
  )
}

function hasFollowable(read: ReadNote): boolean {
  return read.ofType('insatser').some(({ answer }) => answer?.some(isFollowable) === true)
}

/**
 * R7: a plan that has come in has no activity that can be followed up: nobody responsible, or no time. Where
 * the investigator has said so herself, the warning says what to do about it.
 */
export const r07: NoteRule = {
  id: 'R7',
  scope: 'note',
  sources: ['000:287-290', '001:10811-10815'],
  kinds: ['arbetsgivarens-plan'],
  reads: { types: ['insatser'], concepts: ['plan-status', 'plan-foljbar'] },
  check: (read) => {
    if (read.answer('plan-status', 'choice')?.value !== 'inkommen') return []
    const saidNo = read.field('plan-foljbar')
    if (saidNo && read.answer('plan-foljbar', 'yes-no') === 'nej')
      return [
        marker('R7', 'warning', ['rules.r7.saidNo', { label: saidNo.label }], read.whereOf('plan-foljbar')),
      ]
    const [insatser] = read.ofType('insatser')
    if (!insatser || hasFollowable(read)) return []
    const { field } = insatser
    const where = { note: read.note.id, field: field.id }
    const fixes = saidNo
      ? [goTo('rules.r7.answer', read.whereOf('plan-foljbar'), { label: saidNo.label })]
      : []
    return [marker('R7', 'warning', ['rules.r7.insatser', { label: field.label }], where, { fixes })]
  },
}
