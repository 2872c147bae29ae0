import { useId } from 'react'
import type { Owner } from '../../../../shared/case/kinds.ts'
import { toneOf } from '../../../../shared/case/kinds.ts'
import { documentText } from '../../../../shared/overview/entry-register.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import type { Bar, TimeEvent } from '../../../../shared/overview/time-line.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { ownerLook } from './insats-card.tsx'
import { isInView, rowsFor, scaleOf, type View } from './time-view.ts'

const AXIS = 20
const LABEL = 16
const LANE_HEAD = 20
const EVENT = 22
const BAR = 22
/** So many bars of one owner are drawn; the table has them all. */
export const MOST_BARS = 20
const LETTER = 6.6

/** The time line as a picture. The table beside it says the same. */
export function TimePicture({ page, view, width }: { page: Overview; view: View; width: number }) {
  const t = useT()
  const language = useLanguage()
  const clip = useId()
  const { timeLine } = page
  const { x, ticks } = scaleOf(view, width, language)
  const limits = timeLine.limits.filter(({ date }) => isInView(view, date, date))
  const limitRows = rowsFor(
    limits.map(({ date, day }) => ({
      x: x(date),
      width: t('cases.chain.day', { day }).length * LETTER + 10,
    })),
  )
  const limitHeight = AXIS + (Math.max(-1, ...limitRows) + 1) * LABEL
  const lanes = [
    { kind: 'documents', events: timeLine.events.filter(({ kind }) => kind === 'document') },
    { kind: 'meetings', events: timeLine.events.filter(({ kind }) => kind === 'meeting') },
  ] as const
  const owners: readonly Owner[] = ['arbetsgivare', 'forsakringskassan']
  let y = limitHeight + 6
  const place = (height: number) => {
    const top = y
    y += height
    return top
  }
  const drawnLanes = lanes.map(({ kind, events }) => ({ kind, events, top: place(LANE_HEAD + EVENT) }))
  const drawnOwners = owners.map((owner) => {
    const bars = timeLine.bars
      .filter(({ insats, from, to }) => insats.owner === owner && isInView(view, from, to))
      .slice(0, MOST_BARS)
    return { owner, bars, top: place(LANE_HEAD + Math.max(1, bars.length) * BAR + 4) }
  })
  const height = y + 4
  const today = x(timeLine.today)

  return (
    <svg
      className="time-picture"
      role="img"
      aria-label={t('overview.timeLine.picture', { from: view.from, to: view.to })}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <clipPath id={clip}>
        <rect x={0} y={0} width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {ticks.map((tick) => (
          <g key={tick.x}>
            <line className="time-tick" x1={tick.x} x2={tick.x} y1={AXIS - 4} y2={height} />
            <text className="time-axis" x={tick.x + 3} y={AXIS - 7}>
              {tick.text}
            </text>
          </g>
        ))}
        {limits.map(({ day, date, passed, isNext, aims }, index) => {
          const at = x(date)
          const row = AXIS + (limitRows[index] ?? 0) * LABEL
          return (
            <g key={day} className="time-limit" data-state={passed ? 'passed' : isNext ? 'next' : 'ahead'}>
              <title>{`${t('cases.chain.day', { day })} ${date}${aims.length === 0 ? '' : `, ${t('overview.timeLine.aims', { count: aims.length })}`}`}</title>
              <line x1={at} x2={at} y1={row} y2={height} />
              <text
                className="time-word"
                x={at > width - 60 ? at - 3 : at + 3}
                y={row + 12}
                textAnchor={at > width - 60 ? 'end' : 'start'}
              >
                {t('cases.chain.day', { day })}
              </text>
            </g>
          )
        })}
        {drawnLanes.map(({ kind, events, top }) => (
          <g key={kind}>
            <text className="time-lane" x={4} y={top + 14}>
              {t(`overview.timeLine.lane.${kind}`)}
            </text>
            {events.map((event) => (
              <Mark
                key={`${event.where.note} ${event.where.row}`}
                event={event}
                x={x(event.date)}
                y={top + LANE_HEAD + 8}
                page={page}
              />
            ))}
          </g>
        ))}
        {drawnOwners.map(({ owner, bars, top }) => (
          <g key={owner} data-tone={ownerLook[owner].tone}>
            <text className="time-lane time-lane-owner" x={4} y={top + 14}>
              {t(`overview.timeLine.lane.${owner}`)}
            </text>
            {bars.map((bar, index) => (
              <BarOf key={bar.insats.key} bar={bar} x={x} y={top + LANE_HEAD + index * BAR} width={width} />
            ))}
          </g>
        ))}
        <g className="time-today">
          <line x1={today} x2={today} y1={0} y2={height} />
          <text className="time-word" x={today + 3} y={height - 6}>
            {t('overview.timeLine.today')}
          </text>
        </g>
      </g>
    </svg>
  )
}

function Mark({ event, x, y, page }: { event: TimeEvent; x: number; y: number; page: Overview }) {
  const { read, kind, date, what } = event
  const tone = toneOf(read.template.kind, read.note.owner)
  return (
    <g className="time-mark" data-tone={tone} data-draft={read.note.status === 'utkast' || undefined}>
      <title>{`${date} ${what ?? documentText(page.language, read)}`}</title>
      {kind === 'meeting' ? (
        <circle cx={x} cy={y} r={6} />
      ) : (
        <rect x={x - 5} y={y - 7} width={10} height={14} rx={1} />
      )}
    </g>
  )
}

function BarOf({
  bar,
  x,
  y,
  width,
}: {
  bar: Bar
  x: (day: Bar['from']) => number
  y: number
  width: number
}) {
  const t = useT()
  const { insats, from, to, isOpen } = bar
  const left = Math.max(-4, x(from))
  const right = Math.min(width + 4, Math.max(x(to), x(from) + 4))
  const what = insats.row.what?.trim() || t('overview.sides.unnamed')
  const aims =
    insats.row.aimsAt === undefined
      ? ''
      : ` · ${t('overview.timeLine.aim', { day: insats.row.aimsAt.replace('dag-', '') })}`
  const room = right - left - 10
  const inside = (what.length + aims.length) * LETTER <= room
  const before = !inside && left > width / 2
  const textX = inside ? Math.max(left + 5, 5) : before ? left - 5 : right + 5
  return (
    <g className="time-bar" data-status={insats.row.status} data-open={isOpen || undefined}>
      <title>{`${what}, ${from} – ${isOpen ? t('overview.timeLine.openEnd') : to}`}</title>
      <rect x={left} y={y + 2} width={right - left} height={BAR - 6} rx={2} />
      <text x={textX} y={y + BAR - 8} textAnchor={before ? 'end' : 'start'}>
        {what}
        {aims}
      </text>
    </g>
  )
}
