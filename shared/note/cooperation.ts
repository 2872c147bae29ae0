import { type CooperationActor, needsConsent, type PersonRole, personRoleSchema } from '../case/actors.ts'
import { type Consent, mergeConsents } from '../case/consents.ts'
import type { AnswerField } from '../fields/index.ts'
import type { WhereInField } from './marker.ts'
import { type ReadNote, whereRow } from './read-note.ts'

/** Cooperation with an actor of 30 kap. 10 § SFB that a note tells of, and where it does. */
export interface Cooperation {
  readonly as: 'aktivitet' | 'participant' | 'called' | 'contact'
  readonly actor: CooperationActor
  readonly where: WhereInField
  readonly field: AnswerField
  /** As the user counts. */
  readonly row: number
}

/** FK-aktiviteter with an actor; a request for the plan rests on 110 kap. 31 § and needs no consent, and what was called off is none. */
function inAktiviteter(read: ReadNote): Cooperation[] {
  return read.ofType('aktiviteter').flatMap(({ field, answer = [] }) =>
    answer.flatMap(({ id, kind, counterpart, status }, index): Cooperation[] => {
      if (kind === 'begaran-av-plan' || status === 'installd') return []
      if (counterpart === undefined || !needsConsent(counterpart)) return []
      const where = whereRow(read, field, id, 'counterpart')
      return [{ as: 'aktivitet', actor: counterpart, where, field, row: index + 1 }]
    }),
  )
}

function roleOf(answer: unknown): PersonRole | undefined {
  if (typeof answer !== 'object' || answer === null || !('role' in answer)) return undefined
  const role = personRoleSchema.safeParse(answer.role)
  return role.success ? role.data : undefined
}

/** Persons who take part in a meeting or are called to it, or the one that a contact was with, by their role. */
function amongPersons(read: ReadNote, concept: 'deltagare' | 'kallade'): Cooperation[] {
  const field = read.field(concept)
  if (field?.type === 'person') {
    const actor = read.answer(concept, 'person')?.role
    if (actor === undefined || !needsConsent(actor)) return []
    return [{ as: 'contact', actor, where: { note: read.note.id, field: field.id }, field, row: 1 }]
  }
  if (field?.type !== 'group') return []
  const persons = field.fields.filter((column) => column.type === 'person')
  const as = concept === 'deltagare' ? 'participant' : 'called'
  return (read.answer(concept, 'group') ?? []).flatMap((row, index) =>
    persons.flatMap((column): Cooperation[] => {
      const actor = roleOf(row.answers[column.id])
      if (actor === undefined || !needsConsent(actor)) return []
      return [{ as, actor, where: whereRow(read, field, row.id, column.id), field, row: index + 1 }]
    }),
  )
}

/** All cooperation that a note tells of and that needs the consent of the insured. The employer's plan is none. */
export function cooperationIn(read: ReadNote): Cooperation[] {
  if (read.template.kind === 'arbetsgivarens-plan') return []
  return [...inAktiviteter(read), ...amongPersons(read, 'kallade'), ...amongPersons(read, 'deltagare')]
}

const givenIn = (read: ReadNote): readonly Consent[] =>
  read.ofType('consents').flatMap(({ answer }) => answer ?? [])

/** What the insured has answered as the note knows it: the case's register with what the note says; the later date counts. */
export function consentsKnownTo(read: ReadNote): readonly Consent[] {
  return mergeConsents(read.context.case.consents, givenIn(read))
}

/** The consents of the case that the note's cooperation rests on, those left out that the note gives itself. */
export function consentsReliedOn(read: ReadNote): readonly Consent[] {
  const actors = new Set(cooperationIn(read).map(({ actor }) => actor))
  const given = new Set(givenIn(read).map(({ actor }) => actor))
  return read.context.case.consents.filter(
    ({ actor, consent }) => consent === 'ja' && actors.has(actor) && !given.has(actor),
  )
}
