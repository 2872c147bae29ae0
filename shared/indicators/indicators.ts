// How it goes, as data. One member of the table is one indicator: whom it counts and how, and where it comes from. Its words are
// `indicators.ID`, and `.finding`, `.definition`, `.gaps` and `.notShown` after that. They are by-products of the notes and never
// targets (000:466-472; 001:5493-5515), so nothing here can be broken down by who works with a case.
import { z } from 'zod'
import { type PopulationId, populationIds } from './populations.ts'

/** What besides offices the cases of an indicator can be divided by. */
export const figureParts = {
  /** By which way the plan came (000:274-277, 386-390, 477-480). */
  channel: 'channel',
  /** Who took the initiative: what makes it hard to tell why more plans come (000:456-459). */
  initiative: 'initiative',
} as const
export type PartId = keyof typeof figureParts

interface IndicatorRules {
  /** The agency's six indicators (000:491-501), or the figures of its file review (000:257-291). */
  readonly group: 'agency' | 'review'
  /** How many; which share of them; or how many days, as median and mean. */
  readonly unit: 'count' | 'share' | 'days'
  /** What happened during a month, or how it stood on its last day. */
  readonly when: 'during' | 'monthEnd'
  readonly of: readonly PopulationId[]
  /** Where it is named, as a reference. */
  readonly source: string
  /** What the agency's file review found, where it looked at the same: of which population, and the values. */
  readonly found?:
    | { readonly of: PopulationId; readonly share: number }
    | { readonly of: PopulationId; readonly median: number; readonly mean: number }
  /** How it is counted is our own choice, since the source names it and says no more. */
  readonly ownWay: boolean
  readonly parts?: readonly PartId[]
}

const employed: readonly PopulationId[] = ['employedLong', 'employedShorter']
const long: readonly PopulationId[] = ['employedLong', 'otherLong']

/** Every indicator, in the order they are shown. A new one is added here, and its counting in main/store/indicators. */
export const indicators = {
  planShare: {
    group: 'review',
    unit: 'share',
    when: 'monthEnd',
    of: employed,
    source: '000:257-270',
    found: { of: 'employedLong', share: 0.42 },
    ownWay: false,
  },
  daysToPlan: {
    group: 'review',
    unit: 'days',
    when: 'monthEnd',
    of: employed,
    source: '000:262-263, 280-285',
    found: { of: 'employedLong', median: 252, mean: 505 },
    ownWay: false,
  },
  followablePlans: {
    group: 'review',
    unit: 'share',
    when: 'monthEnd',
    of: employed,
    source: '000:287-290',
    found: { of: 'employedLong', share: 0.75 },
    ownWay: false,
  },
  followedUpPlans: {
    group: 'review',
    unit: 'share',
    when: 'monthEnd',
    of: employed,
    source: '000:290-291',
    found: { of: 'employedLong', share: 0.63 },
    ownWay: false,
  },
  plansIn: {
    group: 'agency',
    unit: 'count',
    when: 'during',
    of: employed,
    source: '000:491, 456-459, 274-277',
    ownWay: false,
    parts: ['channel', 'initiative'],
  },
  goodPlans: {
    group: 'agency',
    unit: 'share',
    when: 'during',
    of: employed,
    source: '000:493, 287-290',
    ownWay: true,
  },
  longCases: { group: 'agency', unit: 'count', when: 'monthEnd', of: long, source: '000:495', ownWay: false },
  daysToMeasure: {
    group: 'agency',
    unit: 'days',
    when: 'during',
    of: populationIds,
    source: '000:497',
    ownWay: true,
  },
  workplaceSupport: {
    group: 'agency',
    unit: 'count',
    when: 'during',
    of: employed,
    source: '000:499, 424-431',
    ownWay: true,
  },
  tips: {
    group: 'agency',
    unit: 'count',
    when: 'during',
    of: employed,
    source: '000:501, 187-190',
    ownWay: false,
  },
} as const satisfies Record<string, IndicatorRules>

export type IndicatorId = keyof typeof indicators
const isIndicator = (id: string): id is IndicatorId => Object.hasOwn(indicators, id)
export const indicatorIds: readonly IndicatorId[] = Object.keys(indicators).filter(isIndicator)
export const indicatorSchema = z.custom<IndicatorId>((id) => typeof id === 'string' && isIndicator(id))

export const indicatorOf = (id: IndicatorId): IndicatorRules => indicators[id]

/** The indicators that say something of a population. */
export const indicatorsOf = (population: PopulationId): readonly IndicatorId[] =>
  indicatorIds.filter((id) => indicatorOf(id).of.includes(population))
