import type { Case } from '../case/case.ts'
import { dateOfDay, dayOfCase } from '../case/chain.ts'
import type { IsoDate } from '../case/dates.ts'
import { type ExceptionVersion, exceptionsOn, lastDayBack } from '../case/law.ts'
import { type CaseInsats, isAskedFor } from '../note/case-insatser.ts'
import { type Localized, localized, message } from '../text/index.ts'
import type { Message } from '../text/message.ts'

/** The days of a sick leave that the time line tells of, as completed days; the first is the first sick day. */
export const limitDays = [1, 15, 30, 60, 90, 180, 365, 550, 730] as const
export type LimitDay = (typeof limitDays)[number]

/** A day of the sick leave, and what it means for this case under the law then in force. */
export interface Limit {
  readonly day: LimitDay
  readonly date: IsoDate
  readonly passed: boolean
  /** The next that changes what is judged or asked; none after the last. */
  readonly isNext: boolean
  readonly meaning: readonly Message[]
  readonly sources: string
  /** The insatser that are to have had their effect by then. */
  readonly aims: readonly CaseInsats[]
}

const sources: Readonly<Record<LimitDay, string>> = {
  1: '001:4036-4040; 001:11649-11651',
  15: '001:4038-4040; 001:16216-16218',
  30: '000:177-180; 001:10554-10562',
  60: '000:177-180',
  90: '001:16224-16236',
  180: '001:16238-16336',
  365: '001:16252-16294',
  550: '001:4050-4056; 001:16296-16310',
  730: '000:258-259; 000:495',
}

const nameOf = ({ id }: ExceptionVersion) => localized(`lists.exception.${id}`)

/** Their names in a row, in both languages. */
function namesOf(versions: readonly ExceptionVersion[]): Localized {
  const names = versions.map(nameOf)
  return { sv: names.map(({ sv }) => sv).join(', '), en: names.map(({ en }) => en).join(', ') }
}

/** What the exceptions mean that the law knew on the day: until when somebody has to be back for each to hold. */
function exceptionsAt(date: IsoDate, firstSickDay: IsoDate): Message[] {
  return exceptionsOn(date).map((version) => {
    const back = lastDayBack(version, firstSickDay)
    return back === undefined
      ? message('overview.limit.exception', { name: nameOf(version) })
      : message('overview.limit.exceptionUntil', { name: nameOf(version), date: back })
  })
}

/** Which exceptions come to an end on the day, by the law of that day, and which go on. */
function endingAt(date: IsoDate, returnBefore: 365 | 550): Message[] {
  const known = exceptionsOn(date)
  const ending = known.filter((version) => version.returnBefore === returnBefore)
  const going = known.filter((version) => (version.returnBefore ?? Number.POSITIVE_INFINITY) > returnBefore)
  return [
    ...ending.map((version) => message('overview.limit.ends', { name: nameOf(version) })),
    ...(ending.length === 0 ? [message('overview.limit.endsNone')] : []),
    ...(going.length === 0 ? [] : [message('overview.limit.goesOn', { names: namesOf(going) })]),
  ]
}

function planMeaning({ expectedLength }: Case): Message {
  return message(`overview.limit.plan.${expectedLength}`)
}

/** What a day means for somebody employed. */
function meaningFor(of: Case, day: LimitDay, date: IsoDate): Message[] {
  switch (day) {
    case 1:
      return [message('overview.limit.first')]
    case 15:
      return [message('overview.limit.benefit')]
    case 30:
      return [planMeaning(of)]
    case 60:
      return [message('overview.limit.sixty')]
    case 90:
      return [message('overview.limit.employer')]
    case 180:
      return [message('overview.limit.labourMarket'), ...exceptionsAt(date, of.firstSickDay)]
    case 365:
    case 550:
      return endingAt(date, day)
    case 730:
      return [message('overview.limit.twoYears')]
  }
}

/** What a day means for somebody without an employer: the whole labour market counts from the first day (001:16338-16340). */
function meaningWithoutWork(day: LimitDay): Message[] | undefined {
  if (day === 1) return [message('overview.limit.firstNoWork')]
  if (day === 730) return [message('overview.limit.twoYears')]
  return undefined
}

/** The days that ask something new: the next of these is what is worked towards. */
const demanding: ReadonlySet<LimitDay> = new Set([30, 90, 180, 365, 550])

/** The days of the case with their dates, what each means, and which insatser aim at it. */
export function limitsOf(of: Case, insatser: readonly CaseInsats[], today: IsoDate): Limit[] {
  const employed = of.employment.kind === 'anstalld'
  const now = dayOfCase(of.firstSickDay, today)
  const next = employed ? limitDays.find((day) => demanding.has(day) && now <= day) : undefined
  return limitDays.flatMap((day): Limit[] => {
    const date = dateOfDay(of.firstSickDay, day)
    const meaning = employed ? meaningFor(of, day, date) : meaningWithoutWork(day)
    if (meaning === undefined) return []
    const aims = insatser.filter((one) => isAskedFor(one) && one.row.aimsAt === `dag-${day}`)
    return [{ day, date, passed: now > day, isNext: day === next, meaning, sources: sources[day], aims }]
  })
}
