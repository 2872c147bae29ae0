import { type CaseDetails, caseDetailsSchema } from '../../../shared/case/case.ts'
import { addDays, type IsoDate, isoDateSchema } from '../../../shared/case/dates.ts'

/** Pseudo-random numbers, the same for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The check digit for a string of digits (Luhn). */
export function checkDigit(digits: string): number {
  const sum = digits.split('').reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** A personnummer for a birth date in the 1890s, so that it cannot be a living person's; ÅÅÅÅMMDD-NNNN. */
export function inventPersonnummer(random: () => number): string {
  const born = addDays(isoDateSchema.parse('1890-01-01'), Math.floor(random() * 3652))
  const digits = born.replaceAll('-', '')
  const number = String(100 + Math.floor(random() * 900))
  return `${digits}-${number}${checkDigit(digits.slice(2) + number)}`
}

/** An organisation number for an invented limited company (559…), NNNNNN-NNNN. */
export function inventOrganisationNumber(random: () => number): string {
  const digits = `559${String(Math.floor(random() * 1_000_000)).padStart(6, '0')}`
  return `${digits.slice(0, 6)}-${digits.slice(6)}${checkDigit(digits)}`
}

/** The first day of a sick leave that is on its day number `day` today. */
export function firstSickDayOf(today: IsoDate, day: number): IsoDate {
  return addDays(today, 1 - day)
}

/** An id shaped like a random UUID (version 4, RFC 9562). */
export function inventUuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  const variant = '89ab'.charAt(Math.floor(random() * 4))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

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
