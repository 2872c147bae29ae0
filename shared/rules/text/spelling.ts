/**
 * Whether a word is another but for a few slips of the hand: a letter too many, too few, wrong, or two in the wrong
 * order (Damerau–Levenshtein, cut off at `most`).
 */
export function isNearly(word: string, right: string, most: number): boolean {
  if (Math.abs(word.length - right.length) > most) return false
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= word.length; row += 1) {
    const next = [row]
    for (let at = 1; at <= right.length; at += 1) {
      const same = word[row - 1] === right[at - 1]
      const swapped = row > 1 && at > 1 && word[row - 1] === right[at - 2] && word[row - 2] === right[at - 1]
      next.push(
        Math.min(
          (last[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
          (last[at - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    if (Math.min(...next) > most) return false
    beforeLast = last
    last = next
  }
  return (last[right.length] ?? 0) <= most
}
