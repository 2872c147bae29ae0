import { derivedBenches, saveBenches } from './derived.ts'
import { indicatorBenches } from './indicators.ts'
import type { ScaleBench } from './scale.ts'
import { searchBenches } from './search.ts'
import { watchBenches } from './watch.ts'

/** Everything that is measured at size. A new area adds its table in a file of its own, and a line here. */
export const scaleBenches: readonly ScaleBench[] = [
  ...derivedBenches,
  ...watchBenches,
  ...indicatorBenches,
  ...searchBenches,
  // Last, since what saves leave is tidied when they are done.
  ...saveBenches,
]
