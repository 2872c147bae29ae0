const numbers = new Map<string, number>()
/** So many days are remembered; there are fewer in a hundred years. */
const MOST_REMEMBERED = 40_000
const DAY_MS = 86_400_000

/** A date as a number of days. Reading a date takes longer than all else that is done with it, and there are few of them. */
function dayNumber(date: string): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  if (numbers.size >= MOST_REMEMBERED) numbers.clear()
  const number = Date.parse(date) / DAY_MS
  numbers.set(date, number)
  return number
}

/** The days from one date to another; a date before the first counts as it. */
export const daysFrom = (from: string, to: string): number => Math.max(0, dayNumber(to) - dayNumber(from))

/** Which of some days, in order, is the first that is not before a date; as many as there are where none is, or no date is said. */
export function placeAmong(days: readonly string[]): (date: string | null) => number {
  const places = new Map<string, number>()
  return (date) => {
    if (date === null) return days.length
    const known = places.get(date)
    if (known !== undefined) return known
    const found = days.findIndex((day) => day >= date)
    const place = found === -1 ? days.length : found
    places.set(date, place)
    return place
  }
}

/** What is found in one of several groups, made where it is not there yet. */
export function inGroup<K, V>(groups: Map<K, V>, key: K, make: () => V): V {
  const known = groups.get(key)
  if (known !== undefined) return known
  const made = make()
  groups.set(key, made)
  return made
}

/** How many there are of each number. */
export type Spread = Map<number, number>
export const emptySpread = (): Spread => new Map()

export function addTo(spread: Spread, value: number): void {
  spread.set(value, (spread.get(value) ?? 0) + 1)
}

/** The median: of an even number, what lies midway between the two in the middle. Undefined of nothing. */
export function medianOf(spread: Spread): number | undefined {
  const values = [...spread].toSorted(([a], [b]) => a - b)
  const many = values.reduce((sum, [, times]) => sum + times, 0)
  const at = (place: number) => {
    let before = 0
    return values.find(([, times]) => {
      before += times
      return before >= place
    })?.[0]
  }
  const [low, high] = [at(Math.floor((many + 1) / 2)), at(Math.floor((many + 2) / 2))]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** The medians of some groups; none of what is empty. */
export const mediansOf = <K>(groups: Iterable<readonly [K, Spread]>): Map<K, number> =>
  new Map(
    [...groups].flatMap(([key, spread]): [K, number][] => {
      const median = medianOf(spread)
      return median === undefined ? [] : [[key, median]]
    }),
  )
