import { create } from 'zustand'
import {
  firstStep,
  stepBack,
  stepOf,
  stepOn,
  type TourProgress,
} from '../../../../shared/training/progress.ts'
import { shippedTours } from '../../../../shared/training/shipped-tours.ts'
import type { Tour } from '../../../../shared/training/tour.ts'

interface TourState {
  readonly at: TourProgress | undefined
  /** It waits to be gone on with; nothing of it is shown. */
  readonly isPaused: boolean
  /** The commands that have run since the step began. */
  readonly ran: readonly string[]
}

const none: TourState = { at: undefined, isPaused: false, ran: [] }

/** The tour that somebody is on in this window. */
export const useTour = create<TourState>(() => none)

/** The tour that is shown, and its step. */
export function shownTour({ at, isPaused }: Pick<TourState, 'at' | 'isPaused'>) {
  return at === undefined || isPaused ? undefined : stepOf(shippedTours, at)
}

export const beginTour = (tour: Tour): void => useTour.setState({ ...none, at: firstStep(tour) })

/** One step on; the tour is over after its last. */
export function goOn(): void {
  const { at } = useTour.getState()
  const shown = at && stepOf(shippedTours, at)
  useTour.setState({ ...none, at: shown && stepOn(shown.tour, at) })
}

export const goBack = (): void => useTour.setState(({ at }) => ({ ran: [], at: at && stepBack(at) }))

export const pauseTour = (): void => useTour.setState({ isPaused: true })

export const resumeTour = (): void => useTour.setState({ isPaused: false, ran: [] })

/** A tour that was begun when the archive was last open waits to be gone on with. */
export const takeTour = (at: TourProgress | undefined): void =>
  useTour.setState({ ...none, at: at && stepOf(shippedTours, at) && at, isPaused: true })

export const noteRan = (command: string): void => useTour.setState(({ ran }) => ({ ran: [...ran, command] }))
