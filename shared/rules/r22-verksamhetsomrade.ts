import type { PerformerActor } from '../case/actors.ts'
import { caseAnswer, insatserWith } from '../note/case-answers.ts'
import { isAskedFor } from '../note/case-insatser.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, marker } from '../note/marker.ts'
import { dateConcepts, type ReadNote } from '../note/read-note.ts'
import { localized, message } from '../text/index.ts'

/** The areas for cases that need little coordination (001:5638-5666). */
const simpleAreas = ['forsta-ansprak', 'fordjupad-utredning'] as const

/** The actors who are to do something in the case; what the insured does alone needs no coordination. */
function actorsIn(read: ReadNote): Set<PerformerActor> {
  return new Set(
    insatserWith(read)
      .filter(isAskedFor)
      .flatMap(({ row: { performer, status } }) =>
        performer?.actor && performer.actor !== 'den-forsakrade' && status !== 'behovs-men-saknas'
          ? [performer.actor]
          : [],
      ),
  )
}

/**
 * R22: several actors have insatser in the case, and it is handled in an area for cases that need little coordination. It
 * asks; the answer is kept in the note, and is enough.
 */
export const r22: NoteRule = {
  id: 'R22',
  scope: 'note',
  sources: ['001:5638-5666', '001:5998-6004'],
  kinds: ['planering'],
  reads: { types: ['insatser'], concepts: ['verksamhetsomrade', 'verksamhetsomrade-svar', ...dateConcepts] },
  check: (read) => {
    if (read.answered('verksamhetsomrade-svar')) return []
    const area = caseAnswer(read, 'verksamhetsomrade', 'choice')
    const simple = simpleAreas.find((one) => one === area?.answer.value)
    if (!area || !simple || actorsIn(read).size < 2) return []
    const field = read.field('verksamhetsomrade-svar') ?? read.field('verksamhetsomrade')
    const [insatser] = read.ofType('insatser')
    const at = field ?? insatser?.field
    const where = at ? { note: read.note.id, field: at.id } : { note: read.note.id }
    const related = [{ message: message('rules.r22.area'), where: area.where }]
    const fixes = field ? [goTo('rules.answerField', where, { label: field.label })] : []
    const params = { area: localized(`lists.area.${simple}`) }
    return [marker('R22', 'warning', ['rules.r22.several', params], where, { related, fixes })]
  },
}
