import { type IsoDate, parseDate } from '../case/dates.ts'
import { gapsBetween, LONGEST_WAIT_DAYS, overlap } from '../case/insats-times.ts'
import type { CaseInsats } from '../note/case-insatser.ts'
import type { ReadNote } from '../note/read-note.ts'
import { type TimedInsats, timedInsatser } from '../rules/r12-uppehall-och-krock.ts'
import { message } from '../text/index.ts'
import type { Message } from '../text/message.ts'

/** Something to see about an insats beside the others, said where it stands. */
export interface Remark {
  readonly kind: 'wait' | 'overlap' | 'late' | 'dropped'
  readonly severity: 'warning' | 'info'
  readonly message: Message
}

/** So many insatser at the same time are named, and of the rest their number. */
const NAMED = 2

const nameOf = ({ row }: CaseInsats) => row.what?.trim() || row.performer?.name?.trim() || '–'

/** Who performs it, so that two can be told apart. */
const performerOf = ({ row }: CaseInsats) => row.performer?.actor ?? row.performer?.name?.trim()

/** Insatser of the other owner, by other actors, that go on at the same time and are not over. */
function atTheSameTime(one: TimedInsats, timed: readonly TimedInsats[]): CaseInsats[] {
  const performer = performerOf(one.insats)
  if (performer === undefined || one.insats.row.status === 'genomford') return []
  return timed
    .filter(
      (other) =>
        other.insats.owner !== one.insats.owner &&
        other.insats.row.status !== 'genomford' &&
        performerOf(other.insats) !== undefined &&
        performerOf(other.insats) !== performer &&
        overlap(one, other),
    )
    .map(({ insats }) => insats)
}

function overlapRemark(one: TimedInsats, timed: readonly TimedInsats[], disturb: boolean): Remark[] {
  const found = atTheSameTime(one, timed)
  if (found.length === 0) return []
  const names = found.slice(0, NAMED).map(nameOf).join(', ')
  const more = found.length - NAMED
  const text =
    more > 0
      ? message('overview.remark.overlapMore', { names, more })
      : message(disturb ? 'overview.remark.disturb' : 'overview.remark.overlap', { names })
  return [{ kind: 'overlap', severity: disturb ? 'warning' : 'info', message: text }]
}

function lateRemark({ row }: CaseInsats, today: IsoDate): Remark[] {
  const begins = parseDate(row.from?.trim() ?? '')
  if (row.status === 'planerad' && begins !== undefined && begins < today)
    return [
      { kind: 'late', severity: 'warning', message: message('overview.remark.notBegun', { date: begins }) },
    ]
  const ends = parseDate(row.to?.trim() ?? '')
  if (row.status === 'pagar' && ends !== undefined && ends < today)
    return [
      { kind: 'late', severity: 'warning', message: message('overview.remark.notEnded', { date: ends }) },
    ]
  return []
}

/** Whether the newest planering that says so says that insatser disturb each other; `notes` are the oldest first. */
function doDisturb(notes: readonly ReadNote[]): boolean {
  return (
    notes
      .findLast((read) => read.answered('insatser-stor-varandra'))
      ?.answer('insatser-stor-varandra', 'yes-no') === 'ja'
  )
}

/**
 * What is to be seen about each insats beside the others: waits before it, others at the same time, that it should have
 * begun or ended, that it is in no newer document. `notes` are the oldest first.
 */
export function remarksOf(
  insatser: readonly CaseInsats[],
  notes: readonly ReadNote[],
  today: IsoDate,
): ReadonlyMap<CaseInsats, readonly Remark[]> {
  const timed = timedInsatser(insatser)
  const disturb = doDisturb(notes)
  const found = new Map<CaseInsats, Remark[]>()
  const add = (insats: CaseInsats, remarks: readonly Remark[]) => {
    if (remarks.length > 0) found.set(insats, [...(found.get(insats) ?? []), ...remarks])
  }
  for (const { days, from, after } of gapsBetween(timed))
    if (days > LONGEST_WAIT_DAYS)
      add(after.insats, [
        {
          kind: 'wait',
          severity: 'warning',
          message: message('overview.remark.wait', { count: days, date: from }),
        },
      ])
  for (const one of timed) add(one.insats, overlapRemark(one, timed, disturb))
  for (const insats of insatser) {
    if (insats.replacedBy === undefined) add(insats, lateRemark(insats, today))
    else if (insats.row.status !== 'genomford' && insats.row.status !== 'avbruten')
      add(insats, [
        { kind: 'dropped', severity: 'info', message: message(`overview.remark.dropped.${insats.owner}`) },
      ])
  }
  return found
}
