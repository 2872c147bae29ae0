import { gapsBetween, type InsatsTime, LONGEST_WAIT_DAYS, overlap, spanOf } from '../case/insats-times.ts'
import { insatserWith } from '../note/case-answers.ts'
import type { CaseInsats } from '../note/case-insatser.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, type Marker, marker, type Where } from '../note/marker.ts'
import { dateConcepts, type ReadNote, whereRow } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import { message } from '../text/index.ts'

/** An insats of the case with its time. */
export interface TimedInsats extends InsatsTime {
  readonly insats: CaseInsats
}

/** The insatser of a case that have a time and are asked for still, or have been carried out. */
export function timedInsatser(insatser: readonly CaseInsats[]): TimedInsats[] {
  return insatser
    .filter(({ row, replacedBy }) => replacedBy === undefined || row.status === 'genomford')
    .flatMap((insats) => {
      const span = spanOf(insats.row)
      return span ? [{ ...span, insats }] : []
    })
}

/** Who performs an insats, so that two can be told apart; undefined where it is not said. */
function performerOf({ insats: { row } }: TimedInsats): string | undefined {
  const name = row.performer?.name?.trim().toLocaleLowerCase('sv')
  return row.performer?.actor ?? (name === '' ? undefined : name)
}

/** The first two insatser by different actors that go on at the same time, and are not over. */
export function overlapping(timed: readonly TimedInsats[]): readonly [TimedInsats, TimedInsats] | undefined {
  const going = timed.filter(({ insats }) => insats.row.status !== 'genomford')
  for (const [index, one] of going.entries()) {
    const actor = performerOf(one)
    const other = going
      .slice(index + 1)
      .find(
        (later) => actor !== performerOf(later) && performerOf(later) !== undefined && overlap(one, later),
      )
    if (actor !== undefined && other) return [one, other]
  }
  return undefined
}

const whereTime = ({ insats: { latest, row } }: TimedInsats): Where =>
  whereRow(latest.read, latest.field, row.id, 'from')

/** Where a wait is told: at the insats that one waits for, else at the one before, if they stand in this note. */
function placeIn(read: ReadNote, near: readonly TimedInsats[]): Where {
  const own = near.find(({ insats }) => insats.latest.read.note.id === read.note.id)
  if (own) return whereTime(own)
  const [insatser] = read.ofType('insatser')
  return insatser ? { note: read.note.id, field: insatser.field.id } : { note: read.note.id }
}

const related = (timed: readonly TimedInsats[]) =>
  timed.map((one) => ({ message: message('rules.r12.insats'), where: whereTime(one) }))

function checkConflict(read: ReadNote, timed: readonly TimedInsats[]): Marker[] {
  const field = read.field('insatser-stor-varandra')
  if (!field || read.answer('insatser-stor-varandra', 'yes-no') !== 'ja') return []
  const pair = overlapping(timed)
  if (!pair) return []
  const where = read.whereOf('insatser-stor-varandra')
  const fixes = [goTo('rules.r12.goToTime', whereTime(pair[1]))]
  return [
    marker('R12', 'warning', ['rules.r12.conflict', { label: field.label }], where, {
      related: related(pair),
      fixes,
    }),
  ]
}

/** Waits that are not over and that nobody has explained. */
function checkWaits(read: ReadNote, timed: readonly TimedInsats[]): Marker[] {
  if (read.answered('uppehall-forklaring')) return []
  const explanation = read.field('uppehall-forklaring')
  const fixes = explanation
    ? [goTo('rules.r12.explain', read.whereOf('uppehall-forklaring'), { label: explanation.label })]
    : []
  return gapsBetween(timed)
    .filter(({ days, after }) => days > LONGEST_WAIT_DAYS && after.from > read.context.today)
    .map(({ before, after }) =>
      marker(
        'R12',
        'warning',
        ['rules.r12.wait', { count: LONGEST_WAIT_DAYS }],
        placeIn(read, [after, before]),
        {
          related: related([before, after]),
          fixes,
        },
      ),
    )
}

/**
 * R12: insatser by different actors go on at once and are said to disturb each other, or there is a long time between two
 * insatser that nobody has explained. Looks at the whole case: what the plan has and what planering has.
 */
export const r12: NoteRule = {
  id: 'R12',
  scope: 'note',
  sources: ['001:4587-4593'],
  kinds: ['planering', 'uppfoljning'],
  reads: {
    types: ['insatser'],
    concepts: ['insatser-stor-varandra', 'uppehall-forklaring', ...dateConcepts],
  },
  check: (read) => {
    // Where it is not asked why somebody waits, nobody can answer.
    if (!templateIndex(read.template).byConcept.has('uppehall-forklaring')) return []
    const timed = timedInsatser(insatserWith(read))
    return [...checkConflict(read, timed), ...checkWaits(read, timed)]
  },
}
