import firstNote from '../../templates/tours/first-note.json' with { type: 'json' }
import mendProblems from '../../templates/tours/mend-problems.json' with { type: 'json' }
import planOrPlanering from '../../templates/tours/plan-or-planering.json' with { type: 'json' }
import { type Tour, tourSchema } from './tour.ts'

/** The tours that ship, in the order they are offered. */
export const shippedTours: readonly Tour[] = [firstNote, planOrPlanering, mendProblems].map((tour) =>
  tourSchema.parse(tour),
)
