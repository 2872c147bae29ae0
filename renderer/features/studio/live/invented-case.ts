import { type Case, caseSchema } from '../../../../shared/case/case.ts'
import { addDays, type IsoDate } from '../../../../shared/case/dates.ts'

/** The day that the invented case has reached: plan, need and planering are all of concern then. Own choice. */
const DAY = 94

/** An invented case to try a template in. Its person was born in the 1890s, so that nobody living can be meant. */
export function inventedCase(today: IsoDate): Case {
  return caseSchema.parse({
    id: '00000000-0000-4000-8000-000000000094',
    number: '00-0094',
    insured: { name: 'Lena Berg', personnummer: '18940611-2384' },
    employment: {
      kind: 'anstalld',
      employer: { name: 'Påhittade Plåt AB', organisationNumber: '559012-3450' },
    },
    firstSickDay: addDays(today, 1 - DAY),
    extent: 50,
    expectedLength: 'minst-60-dagar',
    assignedTo: 'Anna Ek',
    persons: [{ name: 'Karin Holm', role: 'arbetsgivare', title: 'chef' }],
    consents: [],
  })
}
