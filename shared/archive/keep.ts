// Which backups stay. The rule is one that a person understands: the last of each of seven days, of eight weeks and of twelve
// months, counted from the newest, where there are backups of them.

/** How many days, weeks and months keep a backup of their own. Own choice. */
export const keepRule = { days: 7, weeks: 8, months: 12 } as const

const DAY_MS = 86_400_000
/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const THURSDAY = 3

const dayOf = (at: Date) => Math.floor(at.getTime() / DAY_MS)
const weekOf = (at: Date) => Math.floor((dayOf(at) + THURSDAY) / 7)
const monthOf = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth()

/** The newest of each period, for as many periods as there are, the newest first. */
function lastOfEach<T extends { readonly at: Date }>(
  newestFirst: readonly T[],
  periodOf: (at: Date) => number,
  most: number,
): readonly T[] {
  const seen = new Set<number>()
  return newestFirst.filter(({ at }) => {
    const period = periodOf(at)
    if (seen.has(period) || seen.size === most) return false
    seen.add(period)
    return true
  })
}

/** Those that stay of some backups, the newest first; the newest always does. */
export function keptBackups<T extends { readonly at: Date }>(backups: readonly T[]): readonly T[] {
  const newestFirst = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const kept = new Set([
    ...lastOfEach(newestFirst, dayOf, keepRule.days),
    ...lastOfEach(newestFirst, weekOf, keepRule.weeks),
    ...lastOfEach(newestFirst, monthOf, keepRule.months),
  ])
  return newestFirst.filter((each) => kept.has(each))
}

/** Whether it is time for a backup: once a day. */
export function isBackupDue(last: Date | undefined, now: Date): boolean {
  return last === undefined || now.getTime() - last.getTime() >= DAY_MS
}
