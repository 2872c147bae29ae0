import { type CaseDetails, caseDetailsSchema } from '../../../../shared/case/case.ts'
import { dateOfDay } from '../../../../shared/case/chain.ts'
import type { IsoDate } from '../../../../shared/case/dates.ts'
import { firstSickDayOf, inventOrganisationNumber, inventPersonnummer, randomFrom } from '../demo-cases.ts'
import type { MethodCase, MethodNote } from './case.ts'
import { day20 } from './day-20.ts'
import { day94 } from './day-94.ts'
import { day181 } from './day-181.ts'
import { day400 } from './day-400.ts'
import { day760 } from './day-760.ts'

/** The cases that show the method, from the first mapping to the follow-up of a case that has lasted two years. */
export const methodCases: readonly MethodCase[] = [day20, day94, day181, day400, day760]

/** An invented case as it stands today, with its notes in the order in which they were written. */
export interface SeenCase {
  readonly details: CaseDetails
  readonly notes: readonly (MethodNote & { readonly writtenOn: IsoDate })[]
}

/** The case as it is seen today, on its day. The same seed and day give the same case. */
export function seenOn(today: IsoDate, of: MethodCase, seed: number): SeenCase {
  const random = randomFrom(seed + of.day)
  const firstSickDay = firstSickDayOf(today, of.day)
  const on = (day: number) => dateOfDay(firstSickDay, day)
  const details = caseDetailsSchema.parse({
    number: `${today.slice(2, 4)}-${2000 + of.day}`,
    insured: { name: of.insured, personnummer: inventPersonnummer(random) },
    employment: {
      kind: 'anstalld',
      employer: { name: of.employer, organisationNumber: inventOrganisationNumber(random) },
    },
    firstSickDay,
    extent: of.extent,
    expectedLength: of.day > 30 ? 'minst-60-dagar' : 'kortare',
    assignedTo: 'Anna Ek',
    persons: [{ name: of.manager, role: 'arbetsgivare', title: 'Chef' }],
    consents: [],
  })
  return { details, notes: of.notes({ on }).map((note) => ({ ...note, writtenOn: on(note.day) })) }
}
