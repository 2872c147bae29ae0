import { dateAt, type IsoDate, type Timestamp } from '../case/dates.ts'
import type { RevisionCause } from './cause.ts'

/** Saves of one user with no pause longer than this are one sitting. Own choice: a coffee, not a lunch. */
export const SITTING_PAUSE_MINUTES = 30

/** Who saved, as it can be told from another: everything that is known of them. */
interface Save {
  readonly at: Timestamp
  readonly by: string
}

/** Which sitting a save belongs to, named by its first revision: that of the save before, or one that it begins. */
export function sittingOf(
  before: (Save & { readonly sitting: number }) | undefined,
  save: Save & { readonly revision: number },
): number {
  if (before === undefined || before.by !== save.by) return save.revision
  const pause = Math.abs(Date.parse(save.at) - Date.parse(before.at))
  return pause <= SITTING_PAUSE_MINUTES * 60_000 ? before.sitting : save.revision
}

/** What the rule asks of a revision. */
export interface ThinnedRevision {
  readonly revision: number
  readonly at: Timestamp
  /** The first revision of the sitting it was saved in. */
  readonly sitting: number
  readonly cause: RevisionCause
  /** Something points at it: a conflict, a review, a comment, a record. */
  readonly named: boolean
  /** The revision that it is stored as a change of. */
  readonly base: number | null
}

const minuteOf = ({ at }: ThinnedRevision) => at.slice(0, 16)

/**
 * Which of a note's revisions may go. Kept are the first and last of each sitting, the last of each minute of today, all
 * that was more than written and the text that it was done to, all that something points at, and whatever a kept one is
 * stored as a change of. The last revision of all ends a sitting and the first begins one, so both stay.
 *
 * `revisions` in their order, all of a note's or its last ones. Thinned day by day or all at once, the same remain.
 */
export function mayGo(revisions: readonly ThinnedRevision[], today: IsoDate): number[] {
  const lastOfSitting = new Map(revisions.map(({ sitting, revision }) => [sitting, revision]))
  const lastOfMinute = new Map(revisions.map((one) => [minuteOf(one), one.revision]))
  const doneTo = new Set(
    revisions.filter(({ cause }) => cause !== 'skriven').map(({ revision }) => revision - 1),
  )
  const bases = new Set<number>()
  const going: number[] = []
  for (const one of revisions.toReversed()) {
    const { revision, sitting, cause, named, base } = one
    const stays =
      revision === sitting ||
      revision === lastOfSitting.get(sitting) ||
      (dateAt(one.at) >= today && revision === lastOfMinute.get(minuteOf(one))) ||
      cause !== 'skriven' ||
      doneTo.has(revision) ||
      named ||
      bases.has(revision)
    if (!stays) going.push(revision)
    else if (base !== null) bases.add(base)
  }
  return going.toReversed()
}
