import { isoDateSchema } from '../case/dates.ts'

/** Between which days a demo archive is played: a case of two years fits before the first, and no date takes another form. Own choice. */
export const FIRST_PLAYABLE = isoDateSchema.parse('2000-01-01')
export const LAST_PLAYABLE = isoDateSchema.parse('2099-12-31')

/** A day that a demo archive may be played on. */
export const playableDaySchema = isoDateSchema.refine((day) => day >= FIRST_PLAYABLE && day <= LAST_PLAYABLE)
