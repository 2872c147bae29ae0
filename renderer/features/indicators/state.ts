import { create } from 'zustand'
import type { IndicatorId } from '../../../shared/indicators/indicators.ts'
import type { PopulationId } from '../../../shared/indicators/populations.ts'
import type { Breakdown } from '../../../shared/indicators/survey.ts'

interface ShownState {
  readonly population: PopulationId
  /** The first and the last month by their place before the present one: 11 is eleven months ago. */
  readonly from: number
  readonly to: number
  /** Of which office: of all where undefined; null: of the cases that name none. */
  readonly office: string | null | undefined
  readonly breakdown: Breakdown | undefined
  /** The indicator that has been asked for and is to be scrolled to. */
  readonly wanted: IndicatorId | undefined
}

/** What the views of the follow-up share in one window. */
export const useFigureState = create<ShownState>(() => ({
  population: 'employedLong',
  from: 11,
  to: 0,
  office: undefined,
  breakdown: undefined,
  wanted: undefined,
}))

/** The charts that stand in the window, by indicator. */
export const charts = new Map<string, SVGSVGElement>()
