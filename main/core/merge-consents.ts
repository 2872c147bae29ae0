import { type IsoDate, parseDate } from '../../shared/case/dates.ts'
import { type Consent, consentSchema } from '../../shared/case/rows.ts'
import { readAnswer } from '../../shared/note/answers.ts'
import type { Note } from '../../shared/note/note.ts'
import type { Template } from '../../shared/template/template.ts'

function dateOf(consent: Consent): IsoDate | undefined {
  return consent.date === undefined ? undefined : parseDate(consent.date.trim())
}

/** Whether a newer answer takes the place of the one in the register: a later date wins, and of equal ones the new. */
function replaces(added: Consent, known: Consent): boolean {
  const [addedDate, knownDate] = [dateOf(added), dateOf(known)]
  if (addedDate === undefined)
    return knownDate === undefined && (added.consent !== 'ej-fragat' || known.consent === 'ej-fragat')
  return knownDate === undefined || addedDate >= knownDate
}

/** The register of consents with more put into it: one row an actor. An answer without a date never outdoes a dated. */
export function mergeConsents(register: readonly Consent[], added: readonly Consent[]): Consent[] {
  const byActor = new Map(register.map((consent) => [consent.actor, consent]))
  for (const consent of added) {
    const known = byActor.get(consent.actor)
    if (!known || replaces(consent, known)) byActor.set(consent.actor, consent)
  }
  return [...byActor.values()].map((consent) => consentSchema.parse(consent))
}

/** The consents that a note records, in all its fields of that type. */
export function consentsIn(note: Note, template: Template): Consent[] {
  return template.sections
    .flatMap((section) => section.fields)
    .filter((field) => field.type === 'consents')
    .flatMap((field) => readAnswer(note.answers, field.id, 'consents') ?? [])
}
