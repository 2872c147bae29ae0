import { type CooperationActor, needsConsent, type PersonRole, personRoleSchema } from '../case/actors.ts'
import { mergeConsents } from '../case/consents.ts'
import { type DocumentKind, documentKinds } from '../case/kinds.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, type Marker, marker, type Where } from '../note/marker.ts'
import { type ReadNote, whereRow } from '../note/read-note.ts'
import { localized } from '../text/index.ts'

/** The actors the insured consents to: the case's register with what this note says; the later date counts. */
function consentedTo(read: ReadNote): Set<CooperationActor> {
  const inNote = read.ofType('consents').flatMap(({ answer }) => answer ?? [])
  return new Set(
    mergeConsents(read.context.case.consents, inNote).flatMap(({ actor, consent }) =>
      consent === 'ja' ? [actor] : [],
    ),
  )
}

interface Cooperation {
  actor: PersonRole | undefined
  where: Where
  key: 'rules.r4.aktivitet' | 'rules.r4.participant' | 'rules.r4.contact'
  row: number
  label: { sv: string; en: string }
}

/** FK-aktiviteter with an actor; a request for the plan rests on 110 kap. 31 § and needs no consent, and what was called off is none. */
function inAktiviteter(read: ReadNote): Cooperation[] {
  return read.ofType('aktiviteter').flatMap(({ field, answer }) =>
    (answer ?? []).flatMap(({ id, kind, counterpart, status }, index) =>
      kind === 'begaran-av-plan' || status === 'installd'
        ? []
        : [
            {
              actor: counterpart,
              where: whereRow(read, field, id, 'counterpart'),
              key: 'rules.r4.aktivitet',
              row: index + 1,
              label: field.label,
            } as const,
          ],
    ),
  )
}

function roleOf(answer: unknown): PersonRole | undefined {
  if (typeof answer !== 'object' || answer === null || !('role' in answer)) return undefined
  const role = personRoleSchema.safeParse(answer.role)
  return role.success ? role.data : undefined
}

/** Persons who take part in a meeting, or the one that a contact was with, by their role. */
function amongParticipants(read: ReadNote): Cooperation[] {
  const field = read.field('deltagare')
  if (field?.type === 'person') {
    const actor = read.answer('deltagare', 'person')?.role
    return [{ actor, where: read.whereOf('deltagare'), key: 'rules.r4.contact', row: 1, label: field.label }]
  }
  if (field?.type !== 'group') return []
  const persons = field.fields.filter((column) => column.type === 'person')
  return (read.answer('deltagare', 'group') ?? []).flatMap((row, index) =>
    persons.map((column) => ({
      actor: roleOf(row.answers[column.id]),
      where: whereRow(read, field, row.id, column.id),
      key: 'rules.r4.participant' as const,
      row: index + 1,
      label: field.label,
    })),
  )
}

/** Every kind of document the agency makes; the employer's plan is no cooperation. */
const kinds = documentKinds.filter((kind: DocumentKind) => kind !== 'arbetsgivarens-plan')

/**
 * R4: cooperation with an actor of 30 kap. 10 § SFB without the insured's consent. Only "ja" is consent.
 * Requesting the employer's plan is another provision and is not stopped.
 */
export const r04: NoteRule = {
  id: 'R4',
  scope: 'note',
  sources: ['30 kap. 10 § SFB', '001:1025-1031', '001:14147-14163', '002:32-44', '000:184-185'],
  kinds,
  reads: { types: ['aktiviteter', 'consents'], concepts: ['deltagare'] },
  check: (read): Marker[] => {
    const consented = consentedTo(read)
    const [register] = read.ofType('consents')
    return [...inAktiviteter(read), ...amongParticipants(read)].flatMap(
      ({ actor, where, key, row, label }) => {
        if (actor === undefined || !needsConsent(actor) || consented.has(actor)) return []
        const params = { row, label, actor: localized(`lists.actor.${actor}`) }
        const fix = register
          ? goTo(
              'rules.r4.goToField',
              { note: read.note.id, field: register.field.id },
              { label: register.field.label },
            )
          : goTo('rules.r4.goToCase', { case: read.context.case.id })
        return [marker('R4', 'error', [key, params], where, { fixes: [fix] })]
      },
    )
  },
}
