import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { sayDay } from '../../../shared/case/date-said.ts'
import { addDays } from '../../../shared/case/dates.ts'
import { queueOf } from '../../../shared/review/queue.ts'
import type { TextKey } from '../../../shared/text/index.ts'
import { may } from '../../../shared/user/may.ts'
import { cellNumber, watchCellText } from '../../../shared/watch/cell.ts'
import type { ColumnId } from '../../../shared/watch/columns.ts'
import type { WatchQuery } from '../../../shared/watch/list.ts'
import type { WatchRow } from '../../../shared/watch/row.ts'
import { type ShippedId, shippedGroups } from '../../../shared/watch/shipped.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { noteServices } from '../../note-model/services.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { Continue } from './continue.tsx'
import { useCount, useCountText } from './count.ts'
import { findList, type ShownList, useKept } from './kept.ts'
import './watch.css'

/** So many rows of each kind stand on the page; the list has the rest. */
const ROWS = 5

const { followUp, chain, written } = shippedGroups
const open = { column: 'closedOn', op: 'empty' } as const

/** A part of the page: what it shows of each row besides the case, and the list that has all of them. */
interface Part {
  readonly title: TextKey
  readonly list: ShippedId
  readonly query: WatchQuery
  readonly tells: readonly ColumnId[]
}

/** What the day holds, in one screen: what is late, to be done today and this week, and what is coming or waits. */
export function TodayEditor() {
  const t = useT()
  const language = useLanguage()
  const today = useToday()
  const archive = useArchive()
  const tomorrow = addDays(today, 1)
  const parts: readonly Part[] = [
    { title: 'watch.today.late', list: 'late', query: followUp.late, tells: ['dueKind', 'late'] },
    {
      title: 'watch.today.dueToday',
      list: 'within14',
      query: { ...followUp.late, filters: [{ column: 'due', op: 'within', days: 0 }, open] },
      tells: ['dueKind'],
    },
    {
      title: 'watch.today.week',
      list: 'within14',
      query: {
        ...followUp.late,
        filters: [
          { column: 'due', op: 'from', date: tomorrow },
          { column: 'due', op: 'until', date: addDays(today, 7) },
          open,
        ],
      },
      tells: ['dueKind', 'due'],
    },
    { title: 'watch.today.thresholds', list: 'thresholds', query: chain.thresholds, tells: ['threshold'] },
    {
      title: 'watch.today.drafts',
      list: 'oldDrafts',
      query: { ...written.oldDrafts, filters: [{ column: 'drafts', op: 'atLeast', number: 1 }, open] },
      tells: ['oldestDraft'],
    },
  ]
  return (
    <div className="watch-today">
      <header className="watch-today-head">
        <h1 className="page-title">{t('watch.today.title')}</h1>
        <p className="watch-today-date">{sayDay(language, today)}</p>
        {archive.state === 'open' && archive.archive.demo ? (
          <>
            <CommandButton command="tour.begin.first-note" />
            <CommandButton command="training.show" text="watch.today.training" />
          </>
        ) : null}
      </header>
      <div className="watch-today-parts">
        {parts.map((part) => (
          <PartOfDay key={part.title} {...part} />
        ))}
        <Review />
        <Pinned />
        <Box title={t('watch.today.continue')}>
          <Continue rows={ROWS} />
        </Box>
      </div>
    </div>
  )
}

/** A box of the page with its heading, how many there are, and the way to all of them. */
function Box(props: {
  readonly title: string
  readonly count?: number | undefined
  readonly list?: ShownList | undefined
  /** What stands here is over its day. */
  readonly isLate?: boolean
  readonly children: ReactNode
}) {
  const t = useT()
  const id = useId()
  const { runCommand } = useWorkbench()
  const { title, count, list, isLate, children } = props
  const countText = useCountText(count)
  return (
    <section className="watch-box" aria-labelledby={id}>
      <h2 className="watch-box-title" id={id}>
        {title}{' '}
        {count === undefined ? null : (
          <span className={isLate === true && count > 0 ? 'count watch-late' : 'count'}>{countText}</span>
        )}
      </h2>
      {children}
      {list === undefined || count === undefined || count <= ROWS ? null : (
        <button
          type="button"
          className="link-button watch-box-all"
          aria-label={t('watch.today.all.of', { list: list.name })}
          onClick={() => runCommand('watch.open', { list: list.id })}
        >
          {t('watch.today.all')}
        </button>
      )}
    </section>
  )
}

function PartOfDay({ title, list, query, tells }: Part) {
  const t = useT()
  const today = useToday()
  const api = useApi()
  const kept = useKept()
  const input = { query, today, whose: 'mine', limit: ROWS } as const
  const { data: page } = useQuery(api.watch.page.queryOptions({ input }))
  const count = useCount(query, 'mine')
  return (
    <Box title={t(title)} count={count} list={findList(t, kept, list)} isLate={list === 'late'}>
      {page === undefined ? null : page.rows.length === 0 ? (
        <p className="watch-box-none">{t('watch.today.nothing')}</p>
      ) : (
        <ul>
          {page.rows.map((row) => (
            <li key={row.key}>
              <RowLink row={row} query={query} tells={tells} />
            </li>
          ))}
        </ul>
      )}
    </Box>
  )
}

function RowLink({ row, query, tells }: { row: WatchRow } & Pick<Part, 'query' | 'tells'>) {
  const t = useT()
  const language = useLanguage()
  const today = useToday()
  const { client, editors } = useWorkbench()
  const told = tells.map((column) => {
    const value = row.cells[query.columns.indexOf(column)] ?? null
    const days = column === 'late' ? cellNumber(column, value, today) : undefined
    return days === undefined
      ? watchCellText(language, column, value, { today, firstSickDay: row.firstSickDay })
      : t('watch.days', { count: days })
  })
  const go = () => {
    const { caseId, note, field, row: rowId } = row
    if (note === undefined) return editors.open({ type: 'case', caseId })
    noteServices(client).goTo.set({ note, where: { ...(field && { field }), ...(rowId && { row: rowId }) } })
    editors.open({ type: 'note', noteId: note, caseId })
  }
  return (
    <button type="button" className="watch-day-row" onClick={go}>
      <span className="watch-day-case">
        {row.number} {row.name}
      </span>
      <span className="watch-day-what">{told.filter((text) => text !== '').join(' · ')}</span>
    </button>
  )
}

/** What waits for the one who works, and what came back. */
function Review() {
  const t = useT()
  const archive = useArchive()
  const today = useToday()
  const { runCommand } = useWorkbench()
  const { data } = useQuery(useApi().review.queue.queryOptions())
  if (archive.state !== 'open') return null
  const { user } = archive
  const reviews = may(user.role, 'review', { demo: archive.archive.demo })
  const items = queueOf(data ?? [], { user, today, reviews })
  const groups = (['to-review', 'returned'] as const)
    .map((group) => ({ group, count: items.filter((item) => item.group === group).length }))
    .filter(({ count }) => count > 0)
  return (
    <Box title={t('watch.today.review')} count={groups.reduce((sum, { count }) => sum + count, 0)}>
      {groups.length === 0 ? (
        <p className="watch-box-none">{t('watch.today.nothing')}</p>
      ) : (
        <ul>
          {groups.map(({ group, count }) => (
            <li key={group}>
              <button type="button" className="watch-day-row" onClick={() => runCommand('review.show')}>
                {t(`watch.today.review.${group}`, { count })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Box>
  )
}

/** The lists that the user has pinned, each with how many rows it has. */
function Pinned() {
  const t = useT()
  const kept = useKept()
  const lists = kept.pinned.flatMap((id) => findList(t, kept, id) ?? [])
  return (
    <Box title={t('watch.today.pinned')}>
      {lists.length === 0 ? (
        <p className="watch-box-none">{t('watch.today.pinned.none')}</p>
      ) : (
        <ul>
          {lists.slice(0, ROWS).map((list) => (
            <li key={list.id}>
              <PinnedLink list={list} />
            </li>
          ))}
        </ul>
      )}
    </Box>
  )
}

function PinnedLink({ list }: { list: ShownList }) {
  const { runCommand } = useWorkbench()
  const count = useCountText(useCount(list.query, 'mine'))
  return (
    <button
      type="button"
      className="watch-day-row"
      onClick={() => runCommand('watch.open', { list: list.id })}
    >
      <span className="watch-day-case">
        <Icon name="pinned" /> {list.name}
      </span>
      <span className="count">{count}</span>
    </button>
  )
}
