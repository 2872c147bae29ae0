import type { ListedRevision } from '../../../shared/api/history.ts'
import { dateAt, type IsoDate } from '../../../shared/case/dates.ts'
import type { User } from '../../../shared/user/user.ts'

/** What one user saved without a long pause, newest first. */
export interface Sitting {
  readonly id: number
  readonly by: User
  readonly revisions: readonly ListedRevision[]
}

/** The sittings that ended on a day, newest first. */
export interface Day {
  readonly date: IsoDate
  readonly sittings: readonly Sitting[]
}

/** Revisions, newest first, by the day and the sitting they were saved in. A sitting over midnight is of the day it ended. */
export function daysOf(revisions: readonly ListedRevision[]): Day[] {
  const sittings = [...Map.groupBy(revisions, ({ sitting }) => sitting)].flatMap(([id, of]): Sitting[] =>
    of[0] ? [{ id, by: of[0].by, revisions: of }] : [],
  )
  const endOf = ({ revisions: of }: Sitting) => (of[0] ? dateAt(of[0].at) : undefined)
  return [...Map.groupBy(sittings, endOf)].flatMap(([date, of]) =>
    date === undefined ? [] : [{ date, sittings: of }],
  )
}

/** The two revisions that are picked after one more was picked or given up: of three, the one picked first is let go. */
export function picked(before: readonly number[], revision: number): number[] {
  return before.includes(revision)
    ? before.filter((one) => one !== revision)
    : [...before, revision].slice(-2)
}
