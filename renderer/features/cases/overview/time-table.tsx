import { documentText } from '../../../../shared/overview/entry-register.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import { messageText, type TextKey } from '../../../../shared/text/index.ts'
import { useT } from '../../../base/use-t.ts'
import { InsatsName, InsatsStatus, OwnerOfInsats } from './insats-card.tsx'
import { OverviewTable } from './overview-table.tsx'
import { useOpenAt } from './use-overview.ts'

interface Row {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly what: React.ReactNode
  readonly more: React.ReactNode
}

/** All that the picture shows, in the order of days. */
export function TimeTable({ page }: { page: Overview }) {
  const t = useT()
  const rows = rowsOf(page, t)
  const headings: readonly TextKey[] = [
    'journal.column.from',
    'journal.column.to',
    'overview.column.event',
    'overview.column.meaning',
  ]
  return (
    <OverviewTable labelledBy="overview-time" headings={headings}>
      {rows.map(({ key, from, to, what, more }) => (
        <tr key={key}>
          <td className="overview-date">{from}</td>
          <td className="overview-date">{to}</td>
          <td>{what}</td>
          <td>{more}</td>
        </tr>
      ))}
    </OverviewTable>
  )
}

function rowsOf(page: Overview, t: ReturnType<typeof useT>): Row[] {
  const { timeLine, language } = page
  const limits = timeLine.limits.map(
    ({ day, date, meaning, aims, isNext }): Row => ({
      key: `limit ${day}`,
      from: date,
      to: '',
      what: (
        <strong>
          {isNext
            ? `${t('cases.chain.day', { day })} (${t('cases.chain.isNext')})`
            : t('cases.chain.day', { day })}
        </strong>
      ),
      more: [
        ...meaning.map((each) => messageText(language, each)),
        ...(aims.length === 0
          ? []
          : [t('overview.timeLine.aimNames', { names: aims.map(({ row }) => row.what).join(', ') })]),
      ].join(' '),
    }),
  )
  const events = timeLine.events.map(
    (event): Row => ({
      key: `event ${event.where.note} ${event.where.row}`,
      from: event.date,
      to: '',
      what: <EventName page={page} event={event} />,
      more: t(
        event.kind === 'meeting' ? 'overview.timeLine.lane.meetings' : 'overview.timeLine.lane.documents',
      ),
    }),
  )
  const bars = timeLine.bars.map(
    ({ insats, from, to, isOpen }): Row => ({
      key: insats.key,
      from,
      to: isOpen ? t('overview.timeLine.openEnd') : to,
      what: <InsatsName insats={insats} page={page} />,
      more: (
        <>
          <OwnerOfInsats owner={insats.owner} /> <InsatsStatus insats={insats} page={page} />
        </>
      ),
    }),
  )
  const today: Row = {
    key: 'today',
    from: timeLine.today,
    to: '',
    what: <strong>{t('overview.timeLine.today')}</strong>,
    more: '',
  }
  return [...limits, ...events, ...bars, today].toSorted((a, b) => a.from.localeCompare(b.from))
}

function EventName({ page, event }: { page: Overview; event: Overview['timeLine']['events'][number] }) {
  const t = useT()
  const openAt = useOpenAt(page)
  const title = event.what ?? documentText(page.language, event.read)
  return (
    <button
      type="button"
      className="insats-name"
      title={t('overview.openNote', { title })}
      onClick={() => openAt(event.where)}
    >
      {title}
    </button>
  )
}
