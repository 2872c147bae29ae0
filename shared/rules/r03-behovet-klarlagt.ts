import type { NoteRule } from '../note/check/rule.ts'
import { addsTo, notesOfKind } from '../note/context.ts'
import { goTo, type Marker, marker, type Where } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { message, type TextKey } from '../text/index.ts'
import { isUnderWay } from './r27-samrad.ts'

/** What is wrong with the behovsklarläggande that a planering rests on, and where in it. */
function unclear(need: ReadNote): { key: TextKey; where: Where } | undefined {
  const result = need.answer('behov-resultat', 'choice')?.value
  if (result !== 'behov-finns' && result !== 'inget-behov') {
    const key = result === 'under-utredning' ? 'rules.r3.underInvestigation' : 'rules.r3.unanswered'
    return { key, where: need.whereOf('behov-resultat') }
  }
  if (!need.answered('behov-datum')) return { key: 'rules.r3.noDate', where: need.whereOf('behov-datum') }
  if (!need.answered('behov-kalla')) return { key: 'rules.r3.noSource', where: need.whereOf('behov-kalla') }
  return undefined
}

function lacksInsats(planering: ReadNote): boolean {
  const rows = planering.ofType('insatser').flatMap(({ answer }) => answer ?? [])
  return rows.length === 0 && !planering.answered('ingen-insats-skal')
}

/** The need is clarified, but in a draft, which may change still. */
function inDraft(need: ReadNote, basis: Where): Marker[] {
  if (need.note.status !== 'utkast') return []
  const where = need.whereOf('behov-resultat')
  return [
    marker('R3', 'warning', ['rules.r3.draft', {}], basis, {
      related: [{ message: message('rules.r3.here'), where }],
      fixes: [goTo('rules.r3.goTo', where)],
    }),
  ]
}

function check(planering: ReadNote): Marker[] {
  // Only what is complete must rest on a need that is clarified; what is under way is reminded of it.
  const severity = isUnderWay(planering) ? 'warning' : 'error'
  const whole: Where = { note: planering.note.id }
  const basis = planering.whereOf('behov-referens')
  const latest = notesOfKind(planering.context, 'behovsklarlaggande').find(
    ({ note }) => !addsTo(note, planering.context),
  )
  if (!latest) {
    const title = message('rules.r3.create')
    return [
      marker('R3', severity, ['rules.r3.missing', {}], basis, {
        fixes: [{ kind: 'create-note', title, documentKind: 'behovsklarlaggande' }],
      }),
    ]
  }
  const need = planering.other(latest)
  const fault = unclear(need)
  if (fault) {
    const related = [{ message: message('rules.r3.here'), where: fault.where }]
    return [
      marker('R3', severity, [fault.key, {}], basis, {
        related,
        fixes: [goTo('rules.r3.goTo', fault.where)],
      }),
    ]
  }
  const draft = inDraft(need, basis)
  if (need.answer('behov-resultat', 'choice')?.value !== 'behov-finns' || !lacksInsats(planering))
    return draft
  const [insatser] = planering.ofType('insatser')
  const where = insatser ? { ...whole, field: insatser.field.id } : whole
  const related = [{ message: message('rules.r3.here'), where: need.whereOf('behov-resultat') }]
  const reason = planering.field('ingen-insats-skal')
  const fixes = reason ? [goTo('rules.r3.writeReason', { ...whole, field: reason.id })] : []
  return [...draft, marker('R3', severity, ['rules.r3.noInsats', {}], where, { related, fixes })]
}

/**
 * R3: a planering without a clarified need (with date and source), or a need with neither an insats nor a
 * reason why none is needed. The need is the behovsklarläggande of the case that was changed last. A warning where that is a
 * draft still, and for a planering that is under way.
 */
export const r03: NoteRule = {
  id: 'R3',
  scope: 'note',
  protects: true,
  sources: ['000:346-348', '003:173-176', '001:1019-1025'],
  kinds: ['planering'],
  reads: { types: ['insatser'], concepts: ['ingen-insats-skal', 'samrad', 'planering-status'] },
  check,
}
