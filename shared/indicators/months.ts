import { z } from 'zod'
import { addDays, type IsoDate, isoDateSchema } from '../case/dates.ts'

/** A calendar month, ÅÅÅÅ-MM. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>()
export type Month = z.infer<typeof monthSchema>

/** So many months are asked about at most. Own choice. */
export const MOST_MONTHS = 36

/** The month that a day is in. */
export const monthOf = (day: IsoDate): Month => monthSchema.parse(day.slice(0, 7))

/** The month so many months after another (before, where negative). */
export function addMonths(month: Month, months: number): Month {
  const [year = '', number = ''] = month.split('-')
  const at = Number(year) * 12 + Number(number) - 1 + months
  return monthSchema.parse(
    `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
}

/** The months from one to another, both with them; none where the second comes first. */
export function monthsFrom(from: Month, to: Month): Month[] {
  const found: Month[] = []
  for (let month = from; month <= to && found.length < MOST_MONTHS; month = addMonths(month, 1))
    found.push(month)
  return found
}

export const firstDay = (month: Month): IsoDate => isoDateSchema.parse(`${month}-01`)

/** The last day of a month, or today where the month is not over. */
export function lastDay(month: Month, today: IsoDate): IsoDate {
  const last = addDays(firstDay(addMonths(month, 1)), -1)
  return last < today ? last : today
}
