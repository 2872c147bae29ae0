import { dateOfDay, dayOfCase } from './chain.ts'
import { type IsoDate, isoDateSchema } from './dates.ts'

const day = (text: string): IsoDate => isoDateSchema.parse(text)

/** A provision as it read for a time. Both days belong to it; one that is left out is not in the sources. */
export interface LawVersion<Id extends string> {
  readonly id: Id
  readonly provision: string
  readonly from?: IsoDate
  readonly to?: IsoDate
  readonly source: string
}

/** Why the capacity to work is not judged against work normally found in the labour market, though day 180 has passed. */
export const exceptionIds = ['overvagande-skal', 'sarskilda-skal', 'oskaligt', 'alder'] as const
export type ExceptionId = (typeof exceptionIds)[number]

export interface ExceptionVersion extends LawVersion<ExceptionId> {
  /** The insured is expected back with the employer before this day of the sick leave; none where the return is not what counts. */
  readonly returnBefore?: 365 | 550
}

/** The exceptions as they have read. Särskilda skäl has meant one thing until March 2021 and another from February 2022. */
export const exceptionVersions: readonly ExceptionVersion[] = [
  {
    id: 'sarskilda-skal',
    provision: '27 kap. 48 § SFB i dess lydelse före den 15 mars 2021',
    from: day('2008-07-01'),
    to: day('2021-03-14'),
    returnBefore: 365,
    source: '001:16252-16284',
  },
  {
    id: 'overvagande-skal',
    provision: '27 kap. 48 § andra stycket 1 SFB',
    from: day('2021-03-15'),
    returnBefore: 365,
    source: '001:16286-16294',
  },
  {
    id: 'sarskilda-skal',
    provision: '27 kap. 48 § andra stycket 2 SFB',
    from: day('2022-02-01'),
    returnBefore: 550,
    source: '001:16296-16310',
  },
  { id: 'oskaligt', provision: '27 kap. 48 § andra stycket 3 SFB', source: '001:16312-16336' },
  { id: 'alder', provision: '27 kap. 49 d § SFB', source: '001:16342-16346' },
]

/** What else in the law has changed and is asked for by date. */
export const provisionVersions = [
  {
    id: 'arbetstid',
    provision: '27 kap. 46 § andra och tredje styckena SFB',
    from: day('2022-02-01'),
    source: '001:11199-11213',
  },
  {
    id: 'yrkesgrupp',
    provision: '27 kap. 48 § SFB, lag (2021:990)',
    from: day('2022-09-01'),
    source: '001:16364-16386',
  },
] as const satisfies readonly LawVersion<string>[]
export type ProvisionId = (typeof provisionVersions)[number]['id']

/** Whether a version of the law was in force on a day. */
export function isInForce({ from, to }: Pick<LawVersion<string>, 'from' | 'to'>, on: IsoDate): boolean {
  return (from === undefined || from <= on) && (to === undefined || on <= to)
}

/** The exceptions that the law knew on a day, as they then read. */
export function exceptionsOn(on: IsoDate): readonly ExceptionVersion[] {
  return exceptionVersions.filter((version) => isInForce(version, on))
}

/** An exception as it read on a day; undefined where the law did not know it then. */
export function exceptionOn(id: ExceptionId, on: IsoDate): ExceptionVersion | undefined {
  return exceptionsOn(on).find((version) => version.id === id)
}

/** Whether a provision of `provisionVersions` was in force on a day. */
export function applies(id: ProvisionId, on: IsoDate): boolean {
  return provisionVersions.some((version) => version.id === id && isInForce(version, on))
}

/**
 * Whether somebody back at work on `back` is back before a day of the sick leave. Who is back on that very day is not
 * back before it.
 */
export function isBackBefore(limit: number, back: IsoDate, firstSickDay: IsoDate): boolean {
  return dayOfCase(firstSickDay, back) < limit
}

/** The last day on which somebody can be back for an exception to hold in a sick leave. */
export function lastDayBack({ returnBefore }: ExceptionVersion, firstSickDay: IsoDate): IsoDate | undefined {
  return returnBefore === undefined ? undefined : dateOfDay(firstSickDay, returnBefore - 1)
}
