import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { MOST_COUNTED } from '../../../shared/api/watch.ts'
import type { WatchAsked } from '../../../shared/watch/row.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import { useCount } from './count.ts'
import { type ShownList, useKept, useList } from './kept.ts'
import { ListSettings } from './list-settings.tsx'
import { ListTable } from './list-table.tsx'
import { useWatchState } from './state.ts'
import { WhoseChoice } from './whose-choice.tsx'
import './watch.css'

/** So many rows are read at a time. */
const PAGE = 100

/** A watch list in a tab: what it is, what can be done with it, and its rows. */
export function ListEditor({ id }: { id: string }) {
  const t = useT()
  const list = useList(id)
  if (list === undefined)
    return (
      <div className="page">
        <h1 className="page-title">{t('watch.title')}</h1>
        <p className="page-lead">{t('watch.gone')}</p>
      </div>
    )
  return <Shown list={list} />
}

function Shown({ list }: { list: ShownList }) {
  const t = useT()
  const isEditing = useWatchState(({ editing }) => editing === list.id)
  const whose = useWatchState((state) => state.whose)
  const count = useCount(list.query, whose)
  const isOwn = list.what === undefined
  return (
    <div className="watch-page">
      <header className="watch-head">
        <h1 className="page-title">{list.name}</h1>
        {isOwn ? null : <p className="page-lead">{list.what}</p>}
        <div className="watch-tools">
          <WhoseChoice />
          <span className="watch-count" role="status">
            {count === undefined
              ? t('watch.loading')
              : count > MOST_COUNTED
                ? t('watch.rowsMore', { limit: MOST_COUNTED })
                : t('watch.rows', { count })}
          </span>
          <span className="watch-actions">
            <CommandButton command="watch.openBeside" bare />
            <CommandButton command="watch.postpone" bare />
            {isOwn ? <CommandButton command="watch.edit" text="watch.short.edit" /> : null}
            <CommandButton command="watch.copy" text="watch.short.copy" />
            <PinButton id={list.id} />
            <CommandButton command="watch.export.csv" text="watch.short.csv" />
            <CommandButton command="watch.export.xlsx" text="watch.short.xlsx" />
            {isOwn ? <CommandButton command="watch.remove" bare /> : null}
          </span>
        </div>
        {isEditing && isOwn ? <ListSettings key={list.id} list={list} /> : null}
      </header>
      <Rows list={list} count={count} />
    </div>
  )
}

function PinButton({ id }: { id: string }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const isPinned = useKept().pinned.includes(id)
  return (
    <button type="button" className="button" onClick={() => runCommand('watch.pin', { list: id })}>
      <Icon name={isPinned ? 'pinned' : 'pin'} />
      {t(isPinned ? 'watch.short.unpin' : 'watch.short.pin')}
    </button>
  )
}

/** Nothing here: whose cases were looked at, and the way on. */
function NoRows({ list }: { list: ShownList }) {
  const t = useT()
  const whose = useWatchState((state) => state.whose)
  // There are no rows to take the focus; such as come later do not take it either.
  useEffect(() => useWatchState.setState({ wanted: undefined }), [])
  if (list.query.of === 'later') return <p className="watch-message">{t('watch.none.later')}</p>
  if (whose === 'all') return <p className="watch-message">{t('watch.none')}</p>
  return (
    <p className="watch-message">
      {t('watch.none.mine')}{' '}
      <button type="button" className="link-button" onClick={() => useWatchState.setState({ whose: 'all' })}>
        {t('watch.none.showAll')}
      </button>
    </p>
  )
}

function Rows({ list, count }: { list: ShownList; count: number | undefined }) {
  const t = useT()
  const today = useToday()
  const whose = useWatchState((state) => state.whose)
  const sort = useWatchState(({ sorts }) => sorts[list.id]) ?? list.query.sort
  const asked: WatchAsked = { query: { ...list.query, sort }, today }
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    useApi().watch.page.infiniteOptions({
      input: (cursor: (string | number | null)[] | undefined) => ({ ...asked, whose, cursor, limit: PAGE }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  )
  if (error !== null)
    return (
      <p className="watch-message" role="alert">
        {errorText(t, error)}
      </p>
    )
  if (data === undefined) return <p className="watch-message">{t('watch.loading')}</p>
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <NoRows list={list} />
  return (
    <ListTable
      list={list}
      asked={asked}
      rows={rows}
      count={count}
      onEnd={() => {
        if (hasNextPage && !isFetching) void fetchNextPage()
      }}
    />
  )
}
