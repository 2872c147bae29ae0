import { type KeyboardEvent, useMemo, useState } from 'react'
import { owners } from '../../../../shared/case/kinds.ts'
import { insatsStatuses } from '../../../../shared/case/rows.ts'
import {
  type Arrangement,
  arrange,
  type SortKey,
  usualArrangement,
} from '../../../../shared/overview/actions.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import type { TextKey } from '../../../../shared/text/index.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { ActionRow } from './action-row.tsx'
import { useFewFirst } from './few-first.tsx'
import './actions.css'

/** So many rows are drawn at first. */
const FIRST_ROWS = 20

const columns: readonly { readonly sort: SortKey; readonly heading: TextKey }[] = [
  { sort: 'owner', heading: 'overview.column.owner' },
  { sort: 'what', heading: 'journal.column.insats' },
  { sort: 'performer', heading: 'journal.column.performer' },
  { sort: 'from', heading: 'journal.column.from' },
  { sort: 'to', heading: 'journal.column.to' },
  { sort: 'followUp', heading: 'journal.column.followUp' },
  { sort: 'status', heading: 'journal.column.status' },
  { sort: 'effect', heading: 'journal.column.effect' },
]

/** Arrow keys go from heading to heading, as within a row of a table. */
function moveAmongHeadings(event: KeyboardEvent<HTMLTableRowElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  buttons[at + step]?.focus()
  event.preventDefault()
}

/** Insatser of plan and planering as one list, sorted and filtered; status and follow-up are set where they stand. */
export function Actions({ page }: { page: Overview }) {
  const t = useT()
  const language = useLanguage()
  const [arrangement, setArrangement] = useState<Arrangement>(usualArrangement)
  const { insatser } = page
  const found = useMemo(() => arrange(insatser, arrangement, language), [insatser, arrangement, language])
  const { shown, more } = useFewFirst(found, FIRST_ROWS)
  const { sort, descending } = arrangement
  const sortBy = (key: SortKey) =>
    setArrangement({ ...arrangement, sort: key, descending: key === sort && !descending })
  return (
    <section aria-labelledby="overview-actions">
      <h2 className="page-heading" id="overview-actions">
        {t('overview.actions')}
      </h2>
      <Filters
        arrangement={arrangement}
        onChange={setArrangement}
        count={t('overview.actions.count', { found: found.length, count: insatser.length })}
      />
      {found.length === 0 ? (
        <p className="side-none">{t('overview.actions.none')}</p>
      ) : (
        <div className="overview-table-frame actions-frame">
          <table className="overview-table actions-table" aria-labelledby="overview-actions">
            <thead>
              <tr onKeyDown={moveAmongHeadings}>
                {columns.map((column) => (
                  <th
                    key={column.sort}
                    scope="col"
                    aria-sort={column.sort === sort ? (descending ? 'descending' : 'ascending') : undefined}
                  >
                    <button
                      type="button"
                      className="actions-sort"
                      title={t('overview.actions.sortBy', {
                        column: t(column.heading).toLocaleLowerCase(language),
                      })}
                      onClick={() => sortBy(column.sort)}
                    >
                      {t(column.heading)}
                      {column.sort === sort ? <Icon name={descending ? 'arrow-down' : 'arrow-up'} /> : null}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((insats) => (
                <ActionRow key={insats.key} insats={insats} page={page} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more}
    </section>
  )
}

interface FilterProps {
  readonly arrangement: Arrangement
  readonly onChange: (arrangement: Arrangement) => void
  readonly count: string
}

function Filters({ arrangement, onChange, count }: FilterProps) {
  const t = useT()
  const owner = ['both', ...owners] as const
  const status = ['open', 'all', ...insatsStatuses] as const
  return (
    <div className="actions-filters">
      <label>
        {t('overview.actions.owner')}
        <select
          value={arrangement.owner}
          onChange={(event) => {
            const chosen = owner.find((each) => each === event.target.value)
            if (chosen) onChange({ ...arrangement, owner: chosen })
          }}
        >
          {owner.map((each) => (
            <option key={each} value={each}>
              {t(each === 'both' ? 'overview.actions.owner.both' : `overview.owner.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('overview.actions.status')}
        <select
          value={arrangement.status}
          onChange={(event) => {
            const chosen = status.find((each) => each === event.target.value)
            if (chosen) onChange({ ...arrangement, status: chosen })
          }}
        >
          {status.map((each) => (
            <option key={each} value={each}>
              {t(
                each === 'open' || each === 'all'
                  ? `overview.actions.status.${each}`
                  : `lists.insatsStatus.${each}`,
              )}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('overview.actions.search')}
        <input
          type="search"
          value={arrangement.search}
          onChange={(event) => onChange({ ...arrangement, search: event.target.value })}
        />
      </label>
      <p role="status">{count}</p>
    </div>
  )
}
