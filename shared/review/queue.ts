import { dateAt, daysBetween, type IsoDate } from '../case/dates.ts'
import type { DocumentKind } from '../case/kinds.ts'
import type { Queued } from '../note/review.ts'
import { isSamePerson, type User } from '../user/user.ts'

/** What a note in review is to somebody. */
export const queueGroups = ['to-review', 'returned', 'approved', 'sent'] as const
export type QueueGroup = (typeof queueGroups)[number]

export interface QueueItem extends Queued {
  readonly group: QueueGroup
  /** Days since its newest event. */
  readonly age: number
}

/** Who asks, on which day, and whether their role reviews. */
export interface Asking {
  readonly user: User
  readonly reviews: boolean
  readonly today: IsoDate
}

/** A note is reviewed by whom it was sent to; by anybody who reviews where it was sent to nobody in particular. */
function groupOf(item: Queued, { user, reviews }: Asking): QueueGroup | undefined {
  const mine = isSamePerson(item.author, user)
  switch (item.verb) {
    case 'lamna-in':
      if (mine || isSamePerson(item.by, user)) return 'sent'
      return reviews && (item.to === undefined || isSamePerson(item.to, user)) ? 'to-review' : undefined
    case 'aterlamna':
      return mine ? 'returned' : undefined
    case 'godkann':
      return mine ? 'approved' : undefined
  }
}

/** The notes that somebody has to do with, the one that has waited longest first in each group. */
export function queueOf(queued: readonly Queued[], asking: Asking): readonly QueueItem[] {
  const items = queued.flatMap((item) => {
    const group = groupOf(item, asking)
    if (group === undefined) return []
    return [{ ...item, group, age: Math.max(0, daysBetween(dateAt(item.at), asking.today)) }]
  })
  return queueGroups.flatMap((group) =>
    items.filter((item) => item.group === group).toSorted((a, b) => a.at.localeCompare(b.at)),
  )
}

export interface QueueFilter {
  readonly kind?: DocumentKind | undefined
  readonly author?: string | undefined
  /** At least so many days old. */
  readonly age?: number | undefined
}

/** The items that pass a filter. */
export function filterQueue(
  items: readonly QueueItem[],
  { kind, author, age = 0 }: QueueFilter,
): readonly QueueItem[] {
  return items.filter(
    (item) =>
      (kind === undefined || item.kind === kind) &&
      (author === undefined || item.author.name === author) &&
      item.age >= age,
  )
}

/** The one to take up after another, round the list; the first where none is given or it is not there. */
export function nextInQueue(
  items: readonly QueueItem[],
  after: Queued['noteId'] | undefined,
): QueueItem | undefined {
  const at = items.findIndex(({ noteId }) => noteId === after)
  return items[(at + 1) % Math.max(1, items.length)]
}
