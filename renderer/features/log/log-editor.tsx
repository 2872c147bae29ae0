import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { LogChoice, ToldEntry } from '../../../shared/api/log.ts'
import { parseDate, timeText } from '../../../shared/case/dates.ts'
import { isTextKey } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { saveFile } from '../../base/files.ts'
import { SelectField, TextField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { type Translate, useLanguage, useT } from '../../base/use-t.ts'
import { useMay } from '../../note-model/may.ts'
import { useWorkbench } from '../../workbench/context.ts'
import './log.css'

const PAGE = 200
const ROW_HEIGHT = 32
const ALL = ''

/** What was done in words; an action that this version does not know by its own name. */
function actionText(t: Translate, action: string): string {
  const key = `lists.logAction.${action}`
  return isTextKey(key) ? t(key, { count: 1 }) : action
}

interface Chosen {
  readonly user: string
  readonly action: string
  readonly case: string
  readonly from: string
  readonly to: string
}
const everything: Chosen = { user: ALL, action: ALL, case: ALL, from: '', to: '' }

/** Logg: who did what and when, filtered. It says what was done, never what was written. */
export function LogEditor() {
  const t = useT()
  return (
    <article className="page log-page">
      <h1 className="page-title">{t('log.title')}</h1>
      <p className="page-lead">{t('log.lead')}</p>
      {useMay('read-log') ? <Log /> : <p role="status">{t('log.refused')}</p>}
    </article>
  )
}

function Log() {
  const t = useT()
  const language = useLanguage()
  const { client, notify } = useWorkbench()
  const [chosen, setChosen] = useState(everything)
  const { users, actions } = useChoices()
  const ofCase = useCaseNumbered(chosen.case.trim())
  const filter: LogChoice = {
    user: users.find(({ id }) => id === chosen.user)?.id,
    action: chosen.action || undefined,
    case: ofCase?.id,
    from: parseDate(chosen.from),
    to: parseDate(chosen.to),
  }
  const set = (part: keyof Chosen) => (value: string) => setChosen({ ...chosen, [part]: value })
  const wrong = (text: string) => (text === '' || parseDate(text) ? undefined : t('log.error.date'))

  const save = async (format: 'csv' | 'json') => {
    try {
      saveFile(await client.log.export({ filter, format, language }))
    } catch (refusal) {
      notify(errorText(t, refusal), 'error')
    }
  }

  return (
    <>
      <div className="form log-filter">
        <SelectField
          label={t('log.column.user')}
          value={chosen.user}
          options={[
            { value: ALL, label: t('log.all') },
            ...users.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={set('user')}
        />
        <SelectField
          label={t('log.column.action')}
          value={chosen.action}
          options={[
            { value: ALL, label: t('log.all') },
            ...actions.map((action) => ({ value: action, label: actionText(t, action) })),
          ]}
          onChange={set('action')}
        />
        <TextField
          label={t('log.column.case')}
          name="case"
          optional
          value={chosen.case}
          onChange={set('case')}
          error={ofCase === null ? t('log.error.case') : undefined}
        />
        <TextField
          label={t('log.from')}
          name="from"
          optional
          value={chosen.from}
          onChange={set('from')}
          error={wrong(chosen.from)}
        />
        <TextField
          label={t('log.to')}
          name="to"
          optional
          value={chosen.to}
          onChange={set('to')}
          error={wrong(chosen.to)}
        />
      </div>
      <div className="form-actions">
        <button type="button" className="button" onClick={() => void save('csv')}>
          <Icon name="export" />
          {t('log.export.csv')}
        </button>
        <button type="button" className="button" onClick={() => void save('json')}>
          <Icon name="export" />
          {t('log.export.json')}
        </button>
      </div>
      <Entries filter={filter} />
    </>
  )
}

/** The case with a number: null where there is none, undefined where none is asked for or it is not known yet. */
function useCaseNumbered(number: string) {
  const input = number === '' ? skipToken : { number }
  const { data, isSuccess } = useQuery(
    useApi().cases.numbered.queryOptions({ input, select: (found) => ({ id: found?.case.id }) }),
  )
  if (!isSuccess) return undefined
  return data.id === undefined ? null : { id: data.id }
}

/** What can be chosen from: everybody, and what has been done. */
function useChoices() {
  const api = useApi()
  const { data: users = [] } = useQuery(api.people.list.queryOptions())
  const { data: actions = [] } = useQuery(api.log.actions.queryOptions())
  return { users, actions }
}

function Entries({ filter }: { filter: LogChoice }) {
  const t = useT()
  const api = useApi()
  const scroller = useRef<HTMLDivElement>(null)
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    api.log.list.infiniteOptions({
      input: (before: number | undefined) => ({ filter, before, limit: PAGE }),
      initialPageParam: undefined,
      getNextPageParam: ({ entries, more }) => (more ? entries.at(-1)?.seq : undefined),
      staleTime: 0,
    }),
  )
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= entries.length - 1 && hasNextPage && !isFetching) void fetchNextPage()
  }, [last, entries.length, hasNextPage, isFetching, fetchNextPage])

  if (error !== null) return <p role="alert">{errorText(t, error)}</p>
  const above = shown[0]?.start ?? 0
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    <>
      <p role="status" className="log-count">
        {entries.length === 0 && !isFetching
          ? t('log.none')
          : t(hasNextPage ? 'log.count.more' : 'log.count', { count: entries.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="log-scroller" ref={scroller} tabIndex={0} aria-label={t('log.entries')}>
        <table className="log-table" aria-label={t('log.entries')} aria-rowcount={entries.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {(['at', 'name', 'action', 'case', 'user'] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`log.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 ? <tr className="log-space" style={{ height: above }} /> : null}
            {shown.map(({ index, key }) => {
              const entry = entries[index]
              return entry === undefined ? null : <EntryRow key={key} entry={entry} index={index} />
            })}
            {below > 0 ? <tr className="log-space" style={{ height: below }} /> : null}
          </tbody>
        </table>
      </section>
    </>
  )
}

function EntryRow({ entry, index }: { entry: ToldEntry; index: number }) {
  const t = useT()
  const language = useLanguage()
  const { editors } = useWorkbench()
  const { at, by, action, caseId, caseNumber, noteId, userName } = entry
  const number = caseNumber ?? ''
  return (
    <tr aria-rowindex={index + 2}>
      <td>{timeText(language, at)}</td>
      <td>{t('frame.user', { name: by.name, role: t(`lists.role.${by.role}`).toLowerCase() })}</td>
      <td>{actionText(t, action)}</td>
      <td>
        {caseId === undefined || caseNumber === undefined ? (
          '–'
        ) : (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              editors.open(noteId === undefined ? { type: 'case', caseId } : { type: 'note', noteId, caseId })
            }
          >
            {noteId === undefined ? number : t('log.noteIn', { number })}
          </button>
        )}
      </td>
      <td>{userName ?? '–'}</td>
    </tr>
  )
}
