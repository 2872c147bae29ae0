import { notesAround } from '../note/case-answers.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, type Marker, marker, type Where } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { message } from '../text/index.ts'
import { participantsIn } from './participants.ts'
import { exceptionIn } from './r08-undantag.ts'

/** An FK-aktivitet with the employer that has been carried out: a contact, a meeting, information. */
function isEmployerContacted(read: ReadNote): boolean {
  return read
    .ofType('aktiviteter')
    .some(({ answer }) =>
      answer?.some(({ counterpart, status }) => counterpart === 'arbetsgivare' && status === 'genomford'),
    )
}

/** Whether a note tells what the employer says or plans about a return. */
function tellsOfEmployer(read: ReadNote): boolean {
  return (
    read.answer('plan-status', 'choice')?.value === 'inkommen' ||
    read.answered('arbetsgivarkontakt') ||
    isEmployerContacted(read) ||
    participantsIn(read, 'deltagare').some(({ role, came }) => role === 'arbetsgivare' && came)
  )
}

function check(read: ReadNote): Marker[] {
  const exception = exceptionIn(read)
  if (exception !== 'overvagande-skal' && exception !== 'sarskilda-skal') return []
  const notes = [read, ...notesAround(read.context)]
  const found: Marker[] = []
  const warn = (key: 'rules.r9.employer' | 'rules.r9.prognosis', where: Where, fixes: Marker['fixes']) =>
    found.push(marker('R9', 'warning', [key, {}], where, { fixes }))
  if (!notes.some(tellsOfEmployer))
    warn('rules.r9.employer', read.whereOf('undantag'), [
      {
        kind: 'create-note',
        title: message('rules.r9.writePlan'),
        documentKind: 'arbetsgivarens-plan',
      },
    ])
  const prognosis = read.field('prognos')
  if (!notes.some((note) => note.answered('prognos')))
    warn(
      'rules.r9.prognosis',
      read.whereOf(prognosis ? 'prognos' : 'undantag'),
      prognosis ? [goTo('rules.goToField', read.whereOf('prognos'), { label: prognosis.label })] : [],
    )
  return found
}

/**
 * R9: an exception for a return to the employer, and nothing in the case about what the employer plans or about the
 * prognosis. The exceptions make the agency ask both (001:3392-3400).
 */
export const r09: NoteRule = {
  id: 'R9',
  scope: 'note',
  sources: ['000:223-226', '001:3392-3400', '001:11132-11136'],
  kinds: ['stallningstagande'],
  reads: {
    types: ['aktiviteter'],
    concepts: ['undantag', 'prognos', 'arbetsgivarkontakt', 'plan-status', 'deltagare'],
  },
  check,
}
