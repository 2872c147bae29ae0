import { addDays, type IsoDate, isoDateSchema } from '../../../shared/case/dates.ts'

/** Numbers that look like chance and are the same for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The check digit of a row of digits (Luhn). */
export function checkDigit(digits: string): number {
  const sum = digits.split('').reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** A personnummer of somebody born in the 1890s, so that nobody living can be meant; ÅÅÅÅMMDD-NNNN. */
export function inventPersonnummer(random: () => number): string {
  const born = addDays(isoDateSchema.parse('1890-01-01'), Math.floor(random() * 3652))
  const digits = born.replaceAll('-', '')
  const number = String(100 + Math.floor(random() * 900))
  return `${digits}-${number}${checkDigit(digits.slice(2) + number)}`
}

/** An organisation number of an invented limited company (559…), NNNNNN-NNNN. */
export function inventOrganisationNumber(random: () => number): string {
  const digits = `559${String(Math.floor(random() * 1_000_000)).padStart(6, '0')}`
  return `${digits.slice(0, 6)}-${digits.slice(6)}${checkDigit(digits)}`
}

/** A date some days before another, as `day` of a sick leave that began then. */
export function firstSickDayOf(today: IsoDate, day: number): IsoDate {
  return addDays(today, 1 - day)
}

/** An id in the form of a random UUID (version 4, RFC 9562). */
export function inventUuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  const variant = '89ab'.charAt(Math.floor(random() * 4))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
