import { type CaseDetails, caseDetailsSchema } from '../../../shared/case/case.ts'
import type { IsoDate } from '../../../shared/case/dates.ts'
import { firstSickDayOf, inventOrganisationNumber, inventPersonnummer, randomFrom } from './invent.ts'

const givenNames = [
  'Lisa',
  'Amir',
  'Karin',
  'Jonas',
  'Fatima',
  'Erik',
  'Maja',
  'Olof',
  'Samira',
  'Nils',
  'Ingrid',
  'Petra',
]
const surnames = [
  'Berg',
  'Lindahl',
  'Sandström',
  'Ekholm',
  'Hakimi',
  'Norén',
  'Sjögren',
  'Wallin',
  'Åkesson',
  'Dahlgren',
  'Öberg',
  'Ström',
]
const employers = [
  'Påhittade Plåt AB',
  'Låtsas Livs AB',
  'Exempelskolan AB',
  'Fiktiva Frakt AB',
  'Påhittad Omsorg AB',
  'Sagolika Snickerier AB',
]
const managers = ['Marie Holm', 'Anders Falk', 'Eva Lund', 'Peter Sjö']
const days = [94, 12, 35, 61, 88, 131, 178, 205, 340, 371, 20, 560]
const extents = [100, 50, 75, 25] as const

function pick<T>(from: readonly [T, ...T[]] | readonly T[], index: number): T {
  const found = from[index % from.length]
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}

function employmentOf(index: number, random: () => number): unknown {
  if (index % 6 === 5) return { kind: 'arbetslos' }
  if (index % 11 === 10) return { kind: 'annan' }
  return {
    kind: 'anstalld',
    employer: {
      name: pick(employers, index),
      organisationNumber: inventOrganisationNumber(random),
    },
  }
}

/**
 * Invented cases. The first is the story's: somebody employed, on sick leave since day 1, now day 94. The same seed
 * and day give the same cases.
 */
export function inventCases(count: number, today: IsoDate, seed: number): CaseDetails[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const employment = employmentOf(index, random)
    const day = index < days.length ? pick(days, index) : 1 + Math.floor(random() * 600)
    const number = index === 0 ? 1187 : 1200 + index * 7
    return caseDetailsSchema.parse({
      number: `${today.slice(2, 4)}-${number}`,
      insured: {
        name: `${pick(givenNames, index + Math.floor(index / 12))} ${pick(surnames, index)}`,
        personnummer: inventPersonnummer(random),
      },
      employment,
      firstSickDay: firstSickDayOf(today, day),
      extent: index === 0 ? 100 : pick(extents, index),
      expectedLength: day > 30 ? 'minst-60-dagar' : 'oklart',
      assignedTo: index % 4 === 3 ? 'Johan Vik' : 'Anna Ek',
      persons: index % 6 === 5 ? [] : [{ name: pick(managers, index), role: 'arbetsgivare', title: 'Chef' }],
      consents: [],
    })
  })
}
