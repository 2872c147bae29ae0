import { parseDate } from '../case/dates.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, type Marker, marker } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import { localized, type TextKey } from '../text/index.ts'
import { participantsIn } from './participants.ts'

/**
 * An avstämningsmöte is the meeting to which the insured is called with a right to bring somebody; of the other meetings
 * the sources say neither who must come nor what the call must tell.
 */
const isAvstamningsmote = ({ template }: ReadNote) =>
  templateIndex(template).byConcept.has('kallelse-stodperson')

/** Whether the meeting has been held: it is said so, or its day has come where the template does not ask. */
function isHeld(read: ReadNote): boolean {
  if (read.field('mote-status')) return read.answer('mote-status', 'choice')?.value === 'genomfort'
  const day = parseDate(read.answer('handelse-datum', 'date')?.trim() ?? '')
  return day !== undefined && day <= read.context.today
}

const isCalledOff = (read: ReadNote) => read.answer('mote-status', 'choice')?.value === 'installt'

const parties = ['forsakringskassan', 'den-forsakrade', 'actor'] as const
const partyTexts = {
  forsakringskassan: 'lists.actor.forsakringskassan',
  'den-forsakrade': 'lists.actor.den-forsakrade',
  actor: 'rules.r16.actor',
} as const satisfies Record<(typeof parties)[number], TextKey>

/** Who is missing for it to be an avstämningsmöte. Somebody of whom it is not said whom they stand for may be anybody. */
function missingParty(read: ReadNote): (typeof parties)[number] | undefined {
  const came = participantsIn(read, 'deltagare').filter((person) => person.came)
  const missing = parties.filter((party) =>
    party === 'actor'
      ? !came.some(({ role }) => role && role !== 'forsakringskassan' && role !== 'den-forsakrade')
      : !came.some(({ role }) => role === party),
  )
  const unknown = came.filter(({ role }) => role === undefined).length
  return missing.length > unknown ? missing[0] : undefined
}

function checkParticipants(read: ReadNote): Marker[] {
  const field = read.field('deltagare')
  // A list that is empty is the field's own to ask for.
  if (!field || !isHeld(read) || !read.answered('deltagare')) return []
  const party = missingParty(read)
  if (!party) return []
  const params = { label: field.label, party: localized(partyTexts[party]) }
  return [marker('R16', 'error', ['rules.r16.participants', params], read.whereOf('deltagare'))]
}

function checkCall(read: ReadNote): Marker[] {
  const field = read.field('kallelse-stodperson')
  if (!field || isCalledOff(read)) return []
  const answer = read.answer('kallelse-stodperson', 'yes-no')
  if (answer === 'ja') return []
  const key = answer === 'nej' ? 'rules.r16.callSaidNo' : 'rules.r16.call'
  return [marker('R16', 'warning', [key, { label: field.label }], read.whereOf('kallelse-stodperson'))]
}

function checkOutcome(read: ReadNote): Marker[] {
  const field = read.field('mote-resultat')
  const hasInsats = read.ofType('insatser').some(({ answer }) => (answer ?? []).length > 0)
  if (!field || !isHeld(read) || hasInsats || read.answered('mote-resultat')) return []
  const [insatser] = read.ofType('insatser')
  const fixes = insatser
    ? [
        goTo(
          'rules.r16.goTo',
          { note: read.note.id, field: insatser.field.id },
          { label: insatser.field.label },
        ),
      ]
    : []
  return [
    marker('R16', 'warning', ['rules.r16.outcome', { label: field.label }], read.whereOf('mote-resultat'), {
      fixes,
    }),
  ]
}

/**
 * R16: an avstämningsmöte without Försäkringskassan, the insured and one actor more; called to without a word of the right
 * to bring a union representative or other support; or held with nothing that came of it.
 */
export const r16: NoteRule = {
  id: 'R16',
  scope: 'note',
  protects: true,
  sources: ['110 kap. 14 § SFB', '001:4352-4375', '001:14227-14233', '001:4401-4413'],
  kinds: ['mote'],
  reads: {
    types: ['insatser'],
    concepts: ['deltagare', 'mote-status', 'kallelse-stodperson', 'mote-resultat', 'handelse-datum'],
  },
  check: (read) =>
    isAvstamningsmote(read) ? [...checkParticipants(read), ...checkCall(read), ...checkOutcome(read)] : [],
}
