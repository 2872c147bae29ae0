// Whom a figure counts. A figure has one population, and no two are ever put together: the sources' own figures differ so much
// between long and short cases that one would hide the other (000:221-223 beside 000:262-263; 001:10743-10755).
import { z } from 'zod'

interface PopulationRules {
  /** Whether the insured has an employer, who may have made a plan. */
  readonly employed: boolean
  /** Whether the case has gone on for longer than `LONG_AFTER_DAYS`, on the day that is asked about. */
  readonly long: boolean
}

/** A case is long once it has lasted more than two years (000:257-259). */
export const LONG_AFTER_DAYS = 730

/** Every population; no case is in two of them on the same day. The first is that of the agency's file review (000:257-259). */
export const populations = {
  employedLong: { employed: true, long: true },
  employedShorter: { employed: true, long: false },
  otherLong: { employed: false, long: true },
  otherShorter: { employed: false, long: false },
} as const satisfies Record<string, PopulationRules>

export type PopulationId = keyof typeof populations
const isPopulation = (id: string): id is PopulationId => Object.hasOwn(populations, id)
export const populationIds: readonly PopulationId[] = Object.keys(populations).filter(isPopulation)
export const populationSchema = z.custom<PopulationId>((id) => typeof id === 'string' && isPopulation(id))

export const rulesOf = (id: PopulationId): PopulationRules => populations[id]
