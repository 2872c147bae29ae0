import { dequal } from 'dequal/lite'
import type { Consent } from '../case/consents.ts'
import { type IsoDate, parseDate } from '../case/dates.ts'
import type { Aktivitet } from '../case/rows.ts'
import type { Concept } from '../fields/concepts.ts'
import { dayOfNote } from '../note/case-insatser.ts'
import type { Where } from '../note/marker.ts'
import { type ReadNote, whereRow } from '../note/read-note.ts'
import type { Language } from '../text/index.ts'
import { saidBy } from './said.ts'

/** Something that happened with the employer's plan: it was asked for, came in, was missing, was followed up. */
export interface PlanEvent {
  readonly read: ReadNote
  readonly where: Where
  readonly date: IsoDate
  readonly status: string | undefined
  readonly channel: string | undefined
  readonly initiative: string | undefined
  readonly informant: string | undefined
}

/** What makes a note one about the employer's plan. The first that is answered tells what happened. */
const tellsOfPlan = [
  'plan-status',
  'plan-utfall',
  'plan-uppfoljning',
  'plan-begaran-skal',
] as const satisfies readonly Concept[]

/** The register of the plan: every event with its day, channel and initiative. `notes` are the oldest first. */
export function planEvents(notes: readonly ReadNote[], language: Language): PlanEvent[] {
  return notes.flatMap((read): PlanEvent[] => {
    const concept = tellsOfPlan.find((each) => read.answered(each))
    if (concept === undefined) return []
    const asked = concept === 'plan-begaran-skal'
    return [
      {
        read,
        where: read.whereOf(concept),
        date: dayOfNote(read),
        status: asked ? undefined : saidBy(read, concept, language),
        channel: saidBy(read, 'plan-kanal', language),
        initiative: saidBy(read, 'plan-initiativ', language),
        informant: saidBy(read, 'plan-uppgiftslamnare', language),
      },
    ]
  })
}

/** A contact or a meeting: a note of one, or a step of the agency's own in a note's list. */
export interface Contact {
  readonly read: ReadNote
  readonly where: Where
  readonly date: IsoDate | undefined
  /** The row where it stands in a list; undefined where the whole note is of it. */
  readonly row: Aktivitet | undefined
  readonly outcome: string | undefined
}

const byDay = (a: Contact, b: Contact) => (a.date ?? '').localeCompare(b.date ?? '')

/** Contacts and meetings, planned ones too, in the order of their days. `notes` are the oldest first. */
export function contactsOf(notes: readonly ReadNote[], language: Language): Contact[] {
  const ofNotes = notes
    // A mapping of the need is the agency's own step, and no contact.
    .filter(
      ({ template: { kind }, field }) =>
        kind === 'mote' || (kind === 'aktivitet' && field('behov-resultat') === undefined),
    )
    .map(
      (read): Contact => ({
        read,
        where: { note: read.note.id },
        date: dayOfNote(read),
        row: undefined,
        outcome: saidBy(read, 'mote-status', language),
      }),
    )
  // The last note that has a row says how it stands.
  const rows = new Map(
    notes.flatMap((read) =>
      read.ofType('aktiviteter').flatMap(({ field, answer = [] }) =>
        answer.map((row): [string, Contact] => [
          `${read.template.kind} ${row.id}`,
          {
            read,
            where: whereRow(read, field, row.id, 'what'),
            date: parseDate(row.date?.trim() ?? ''),
            row,
            outcome: row.outcome?.trim(),
          },
        ]),
      ),
    ),
  )
  return [...ofNotes, ...rows.values()].toSorted(byDay)
}

/** What the insured has answered about one actor: what holds now, and every answer, with the first note that has it. */
export interface ConsentHistory {
  readonly actor: Consent['actor']
  readonly now: Consent
  readonly told: readonly { readonly consent: Consent; readonly read: ReadNote; readonly where: Where }[]
}

/**
 * Consents by actor: the register's answer, and the note that each answer was first told in; those that later notes take over
 * say nothing new. `notes` are the oldest first.
 */
export function consentsOf(register: readonly Consent[], notes: readonly ReadNote[]): ConsentHistory[] {
  const told = notes.flatMap((read) =>
    read
      .ofType('consents')
      .flatMap(({ field, answer = [] }) =>
        answer.map((consent) => ({ consent, read, where: { note: read.note.id, field: field.id } })),
      ),
  )
  const actors = new Set([...register, ...told.map(({ consent }) => consent)].map(({ actor }) => actor))
  return [...actors].flatMap((actor) => {
    const ofActor = firstOfEach(told.filter(({ consent }) => consent.actor === actor))
    const now = register.find((consent) => consent.actor === actor) ?? ofActor.at(-1)?.consent
    return now === undefined ? [] : [{ actor, now, told: ofActor }]
  })
}

function firstOfEach(told: ConsentHistory['told']): ConsentHistory['told'] {
  return told.filter(
    ({ consent }, index) => told.findIndex((earlier) => dequal(earlier.consent, consent)) === index,
  )
}
