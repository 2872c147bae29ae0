import { readOffices } from '../../../main/store/indicators/report.ts'
import { reportAskedSchema } from '../../../shared/indicators/figure.ts'
import { addMonths, monthSchema } from '../../../shared/indicators/months.ts'
import type { Scale, ScaleBench } from './scale.ts'

const present = monthSchema.parse('2026-03')

/** A year that ends so many months ago. */
const yearBefore = ({ today }: Scale, months: number) => {
  const to = addMonths(present, -months)
  return reportAskedSchema.parse({ population: 'employedLong', from: addMonths(to, -11), to, today })
}
let asked = 0
/** Another year each time, so that nothing is answered from memory. */
const another = (scale: Scale) => {
  asked += 1
  return yearBefore(scale, asked % 24)
}
const questions = (scale: Scale) =>
  scale.core.client.indicators.survey({ ...another(scale), breakdown: 'length' })

/** How it goes, over everything. */
export const indicatorBenches: readonly ScaleBench[] = [
  {
    name: 'indicators over everything',
    budget: 500,
    times: 8,
    run: (scale) => scale.core.client.indicators.report(another(scale)),
  },
  {
    name: 'indicators asked again',
    budget: 50,
    times: 50,
    run: (scale) => scale.core.client.indicators.report(yearBefore(scale, 25)),
  },
  { name: 'interviews over everything', budget: 500, times: 8, run: questions },
  { name: 'the offices', budget: 30, times: 20, run: ({ db }) => readOffices(db) },
]
