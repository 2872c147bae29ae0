/** The longest run of numbers that rise, by their places: what can stay where it is when the rest is moved. */
function rising(numbers: readonly number[]): Set<number> {
  /** At each length the place of the least number that such a run ends with, and what stands before it in that run. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [place, number] of numbers.entries()) {
    const found = ends.findIndex((end) => (numbers[end] ?? 0) >= number)
    const length = found === -1 ? ends.length : found
    before.set(place, ends[length - 1])
    ends[length] = place
  }
  const run = new Set<number>()
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) run.add(place)
  return run
}

/** Which of those that stand in both orders have been moved: as few as can be. */
export function movedAmong(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, place) => [id, place]))
  const kept = after.flatMap((id) => {
    const place = places.get(id)
    return place === undefined ? [] : [{ id, place }]
  })
  const stays = rising(kept.map(({ place }) => place))
  return new Set(kept.flatMap(({ id }, index) => (stays.has(index) ? [] : id)))
}
