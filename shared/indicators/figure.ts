import { z } from 'zod'
import { type IsoDate, isoDateSchema } from '../case/dates.ts'
import { type IndicatorId, indicatorOf, indicatorSchema, type PartId } from './indicators.ts'
import { addMonths, MOST_MONTHS, type Month, monthOf, monthSchema } from './months.ts'
import { type PopulationId, populationSchema } from './populations.ts'
import { hiddenCells, hiddenTogether, LEAST_SHOWN } from './suppress.ts'
import { inSwedishOrder, type Office, officeSchema, type Sum, sumsTable, type Tally, WHOLE } from './table.ts'

/** What every question asks about: one population, which months, on which day, and one office where one is named. */
export const askedShape = {
  population: populationSchema,
  from: monthSchema,
  to: monthSchema,
  today: isoDateSchema,
  office: officeSchema.optional(),
}
/** Whether the months come one after the other, and none is still to come. */
export const areMonths = ({ from, to, today }: { from: Month; to: Month; today: IsoDate }): boolean =>
  from <= to && to <= monthOf(today) && addMonths(from, MOST_MONTHS) > to

export const reportAskedSchema = z.strictObject(askedShape).refine(areMonths, 'months')
export type ReportAsked = z.infer<typeof reportAskedSchema>

/** A figure that is shown, with how many it is of; or one of too few to be shown. `value` is a count, a share of 1, or a median. */
const cellSchema = z.discriminatedUnion('shown', [
  z.object({ shown: z.literal(true), count: z.int(), value: z.number(), mean: z.number().optional() }),
  z.object({ shown: z.literal(false) }),
])
export type FigureCell = z.infer<typeof cellSchema>

export const figureSchema = z.object({
  indicator: indicatorSchema,
  population: populationSchema,
  /** Of all months together, or as it stood when the last of them ended. */
  whole: cellSchema,
  /** How many are left out, since their notes do not say; null where they are too few to be told of. */
  gap: z.int().nullable(),
  months: z.array(z.object({ month: monthSchema, cell: cellSchema })),
  /** By office, where not one alone is asked for. */
  offices: z.array(z.object({ office: officeSchema, cell: cellSchema })),
  parts: z.array(
    z.object({
      part: z.enum(['channel', 'initiative']),
      rows: z.array(z.object({ value: z.string().nullable(), cell: cellSchema })),
    }),
  ),
})

/** A figure of one population. What puts figures together asks for the same `P`, so that two populations never meet in one. */
export type Figure<P extends PopulationId = PopulationId> = z.infer<typeof figureSchema> & {
  readonly population: P
}

export const reportSchema = z
  .object({ asked: reportAskedSchema, figures: z.array(figureSchema) })
  .refine(
    ({ asked, figures }) => figures.every(({ population }) => population === asked.population),
    'population',
  )
export interface Report<P extends PopulationId = PopulationId> {
  asked: ReportAsked & { readonly population: P }
  figures: Figure<P>[]
}

/** The medians of an indicator that counts days: in each month and office, and of the whole. */
export interface Medians {
  readonly whole: number | undefined
  readonly months: ReadonlyMap<Month, number>
  readonly offices: ReadonlyMap<Office, number>
}

/** What is counted of an indicator. */
export interface Counted {
  readonly tallies: readonly Tally[]
  readonly medians?: Medians
  readonly parts?: Readonly<Partial<Record<PartId, readonly Tally<string | null>[]>>>
}

/** The cell of a sum: hidden where it has to be, and where a median of it is not known. */
function cellOf(indicator: IndicatorId, sum: Sum, hidden: boolean, median: number | undefined): FigureCell {
  const { unit } = indicatorOf(indicator)
  if (hidden || (unit === 'days' && median === undefined)) return { shown: false }
  const { count, hits, days } = sum
  if (unit === 'count') return { shown: true, count, value: count }
  if (unit === 'share') return { shown: true, count, value: hits / count }
  return { shown: true, count, value: median ?? 0, mean: days / count }
}

const toldGap = (gap: number) => (gap > 0 && gap < LEAST_SHOWN ? null : gap)

/** A figure from what is counted of all offices, of which one is shown where it is asked for. */
export function figureOf<P extends PopulationId>(
  indicator: IndicatorId,
  asked: ReportAsked & { readonly population: P },
  months: readonly Month[],
  { tallies, medians, parts = {} }: Counted,
): Figure<P> {
  const across = indicatorOf(indicator).when === 'during'
  const chosen = asked.office
  const named = inSwedishOrder(tallies.map(({ office }) => office))
  const offices = chosen === undefined || named.includes(chosen) ? named : [...named, chosen]
  const shown = chosen === undefined ? WHOLE : chosen
  const table = sumsTable(tallies, months, offices, across)
  const divided = (indicatorOf(indicator).parts ?? []).map((part) => {
    const counted = parts[part] ?? []
    const values = inSwedishOrder(counted.map(({ at }) => at))
    return { part, values, sums: sumsTable(counted, values, offices, true) }
  })
  const [hidden, ...hiddenParts] = across
    ? hiddenTogether([table.counts, ...divided.map(({ sums }) => sums.counts)])
    : [hiddenCells(table.counts, { across })]
  const last = across ? WHOLE : (months.at(-1) ?? WHOLE)
  const cell = (row: Office | typeof WHOLE, column: Month | typeof WHOLE, median: number | undefined) => {
    const found = table.cell(hidden, row, column)
    return cellOf(indicator, found.sum, found.hidden, median)
  }
  return {
    indicator,
    population: asked.population,
    whole: cell(shown, last, medians?.whole),
    gap: toldGap(table.cell(hidden, shown, last).sum.gap),
    months: months.map((month) => ({ month, cell: cell(shown, month, medians?.months.get(month)) })),
    offices:
      chosen === undefined
        ? offices.map((office) => ({ office, cell: cell(office, last, medians?.offices.get(office)) }))
        : [],
    parts: divided.map(({ part, values, sums }, index) => ({
      part,
      rows: values.map((value) => {
        const found = sums.cell(hiddenParts[index], shown, value)
        return { value, cell: cellOf(indicator, found.sum, found.hidden, undefined) }
      }),
    })),
  }
}
