import type { Core } from '../../../main/core/core.ts'
import type { Db } from '../../../main/store/db.ts'

/** The archive that is measured, open. */
export interface Scale {
  /** A connection of the core's own: what is read is read as the core reads it. */
  readonly db: Db
  readonly core: Core
  readonly cases: number
  readonly today: string
  /** Random numbers, the same in each run. */
  readonly random: () => number
}

/** Something that is measured at size; its budget is for 95 of 100 times. */
export interface ScaleBench {
  readonly name: string
  /** In milliseconds. */
  readonly budget: number
  readonly times: number
  /** What is there already when it begins, and is not measured. */
  readonly prepare?: (scale: Scale) => Promise<unknown>
  readonly run: (scale: Scale) => unknown
}
