import { scaleUtc } from 'd3-scale'
import { addDays, daysBetween, type IsoDate } from '../../../../shared/case/dates.ts'

/** The days that are in view. */
export interface View {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** The fewest days that can be in view. */
const FEWEST_DAYS = 14

/** A step of zooming shows so much of what was in view. */
const STEP = 0.6

/** The view moved into what there is to see, and no longer than that. */
function within({ from, to }: View, all: View): View {
  const length = Math.min(daysBetween(from, to), daysBetween(all.from, all.to))
  if (from < all.from) return { from: all.from, to: addDays(all.from, length) }
  if (to > all.to) return { from: addDays(all.to, -length), to: all.to }
  return { from, to: addDays(from, length) }
}

/** Closer or farther, around a day that stays where it is; the middle where none is given. */
export function zoomed(view: View, all: View, closer: boolean, around?: IsoDate): View {
  const length = daysBetween(view.from, view.to)
  const wanted = Math.round(closer ? length * STEP : length / STEP)
  const next = Math.max(FEWEST_DAYS, Math.min(wanted, daysBetween(all.from, all.to)))
  const share =
    around === undefined
      ? 0.5
      : Math.min(1, Math.max(0, daysBetween(view.from, around) / Math.max(1, length)))
  const fixed = addDays(view.from, Math.round(length * share))
  const from = addDays(fixed, -Math.round(next * share))
  return within({ from, to: addDays(from, next) }, all)
}

/** Moved by a part of its length; negative is earlier. */
export function moved({ from, to }: View, all: View, part: number): View {
  const days = Math.round(daysBetween(from, to) * part)
  return within({ from: addDays(from, days), to: addDays(to, days) }, all)
}

/** Moved so that a day stands in the middle. */
export function centred(view: View, all: View, day: IsoDate): View {
  const half = Math.round(daysBetween(view.from, view.to) / 2)
  return within({ from: addDays(day, -half), to: addDays(day, -half + daysBetween(view.from, view.to)) }, all)
}

/** The place of a day in a width, and the days to mark along it. */
export function scaleOf({ from, to }: View, width: number, language: string) {
  const scale = scaleUtc([new Date(from), new Date(to)], [0, width])
  const marks = scale.ticks(Math.max(2, Math.floor(width / 90)))
  const isFine = daysBetween(from, to) < 70
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    ...(isFine ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' }),
  })
  return {
    x: (day: IsoDate) => scale(new Date(day)),
    ticks: marks.map((at) => ({ x: scale(at), text: format.format(at) })),
  }
}

/** Whether something from one day to another is in view at all. */
export const isInView = (view: View, from: IsoDate, to: IsoDate): boolean =>
  to >= view.from && from <= view.to

/** Puts texts into as few rows as hold them without one standing on another; gives the row of each, in their order. */
export function rowsFor(places: readonly { readonly x: number; readonly width: number }[]): number[] {
  const ends: number[] = []
  return places.map(({ x, width }) => {
    const free = ends.findIndex((end) => end <= x)
    const row = free < 0 ? ends.length : free
    ends[row] = x + width
    return row
  })
}
