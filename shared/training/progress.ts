import { z } from 'zod'
import { slugSchema } from '../fields/base.ts'
import type { Tour, TourStep } from './tour.ts'

/** How far somebody has come on a tour. Says nothing of any case. */
export const tourProgressSchema = z.object({
  tour: slugSchema,
  /** The step that is shown. */
  step: z.int().min(0),
  /** The furthest step that was shown: those before it are done, and wait for *Nästa* where somebody looks back. */
  reached: z.int().min(0),
})
export type TourProgress = z.infer<typeof tourProgressSchema>

export const firstStep = ({ id }: Tour): TourProgress => ({ tour: id, step: 0, reached: 0 })

/** The step that is shown; undefined where the tour is another than the one that was begun, or has become shorter. */
export function stepOf(tours: readonly Tour[], at: TourProgress): { tour: Tour; step: TourStep } | undefined {
  const tour = tours.find(({ id }) => id === at.tour)
  const step = tour?.steps[at.step]
  return tour && step && { tour, step }
}

/** One step on; undefined where that was the last one. */
export function stepOn({ steps }: Tour, at: TourProgress): TourProgress | undefined {
  const step = at.step + 1
  return step < steps.length ? { ...at, step, reached: Math.max(at.reached, step) } : undefined
}

export const stepBack = (at: TourProgress): TourProgress => ({ ...at, step: Math.max(0, at.step - 1) })

/** Whether the step goes on by itself once it is done, and is not one that somebody looks back at. */
export const waitsForLearner = ({ step, reached }: TourProgress): boolean => step === reached
