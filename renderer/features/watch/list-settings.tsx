import { useRef, useState } from 'react'
import { type ColumnId, watchColumnsOf } from '../../../shared/watch/columns.ts'
import { keptListSchema, type WatchQuery } from '../../../shared/watch/list.ts'
import { SelectField, TextField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { focusAt } from '../../base/list-keys.ts'
import { type Translate, useT } from '../../base/use-t.ts'
import { useCommandContext } from '../../workbench/context.ts'
import { FilterRows, type LooseFilter } from './filter-rows.tsx'
import { changeKept, type ShownList } from './kept.ts'
import { tables, useWatchState } from './state.ts'

const NONE = ''

type Loose = Omit<WatchQuery, 'filters'> & { readonly filters: readonly LooseFilter[] }

const choices = (t: Translate, columns: readonly ColumnId[]) =>
  columns.map((id) => ({ value: id, label: t(`watch.column.${id}`) }))

/** What one's own list asks for. Every change that is whole is kept at once, and the rows below follow it. */
export function ListSettings({ list }: { list: ShownList }) {
  const t = useT()
  const workbench = useCommandContext()
  const [name, setName] = useState(list.name)
  const [asked, setAsked] = useState<Loose>(list.query)
  const there = watchColumnsOf(asked.of)

  const keep = (next: { name?: string; query?: Loose }) => {
    const read = keptListSchema.safeParse({
      id: list.id,
      name: next.name ?? name,
      query: next.query ?? asked,
    })
    if (!read.success) return
    useWatchState.setState(({ sorts: { [list.id]: _own, ...sorts } }) => ({ sorts }))
    changeKept(workbench, (kept) => ({
      ...kept,
      lists: kept.lists.map((each) => (each.id === list.id ? read.data : each)),
    }))
  }
  const rename = (typed: string) => {
    setName(typed)
    keep({ name: typed })
  }
  const change = (part: Partial<Loose>) => {
    const query = { ...asked, ...part }
    setAsked(query)
    keep({ query })
  }
  const done = () => {
    useWatchState.setState({ editing: undefined })
    const table = tables.get(list.id)
    if (table === undefined) workbench.layout.focusPart('editors')
    else table.focus()
  }
  const isWhole = keptListSchema.safeParse({ id: list.id, name: 'a', query: asked }).success
  const [sorted] = asked.sort

  return (
    <section className="watch-settings form" aria-label={t('watch.edit')}>
      <div className="watch-settings-part">
        <TextField
          label={t('watch.edit.name')}
          name="listName"
          value={name}
          onChange={rename}
          error={name.trim() === '' ? t('watch.edit.name.missing') : undefined}
        />
        <FilterRows of={asked.of} filters={asked.filters} onChange={(filters) => change({ filters })} />
        <p className="form-hint" role="status">
          {isWhole ? '' : t('watch.edit.incomplete')}
        </p>
      </div>
      <div className="watch-settings-part">
        <Columns columns={asked.columns} there={there} onChange={(columns) => change({ columns })} />
        <div className="form-line">
          <SelectField
            label={t('watch.edit.sort')}
            value={sorted?.column ?? NONE}
            options={[{ value: NONE, label: t('watch.edit.none') }, ...choices(t, there)]}
            onChange={(column) =>
              change({
                sort: column === NONE ? [] : [{ column, descending: sorted?.descending ?? false }],
              })
            }
          />
          {sorted === undefined ? null : (
            <label className="form-choice">
              <input
                type="checkbox"
                checked={sorted.descending}
                onChange={() => change({ sort: [{ ...sorted, descending: !sorted.descending }] })}
              />
              {t('watch.edit.sort.descending')}
            </label>
          )}
          <SelectField
            label={t('watch.edit.group')}
            value={asked.group ?? NONE}
            // Only what is shown: a heading says what the column says.
            options={[{ value: NONE, label: t('watch.edit.none') }, ...choices(t, asked.columns)]}
            onChange={(group) => {
              const { group: _before, ...rest } = asked
              const query = group === NONE ? rest : { ...rest, group }
              setAsked(query)
              keep({ query })
            }}
          />
        </div>
        <div className="form-actions">
          <button type="button" className="button" onClick={done}>
            {t('watch.edit.done')}
          </button>
        </div>
      </div>
    </section>
  )
}

interface ColumnsProps {
  readonly columns: readonly ColumnId[]
  readonly there: readonly ColumnId[]
  readonly onChange: (columns: ColumnId[]) => void
}

/** Which columns, in which order. */
function Columns({ columns, there, onChange }: ColumnsProps) {
  const t = useT()
  const root = useRef<HTMLFieldSetElement>(null)
  // A choice that acts at once would act on every column that an arrow or a letter passes on its way.
  const [chosen, setChosen] = useState<ColumnId>()
  const others = there.filter((id) => !columns.includes(id))
  const left = (at: number) => {
    const next = [...columns]
    const [moved] = next.splice(at, 1)
    if (moved !== undefined) next.splice(at - 1, 0, moved)
    onChange(next)
    focusAt(root.current, '.watch-column > button:first-child', at - 1)
  }
  const remove = (at: number) => {
    onChange(columns.toSpliced(at, 1))
    focusAt(root.current, '.watch-column > button:last-child, .watch-add select', at)
  }
  return (
    <fieldset className="form-field" ref={root}>
      <legend>{t('watch.edit.columns')}</legend>
      <ol className="watch-columns">
        {columns.map((id, at) => {
          const column = t(`watch.column.${id}`)
          return (
            <li key={id} className="watch-column">
              {at === 0 ? null : (
                <button
                  type="button"
                  className="icon-button"
                  title={t('watch.edit.columns.left', { column })}
                  aria-label={t('watch.edit.columns.left', { column })}
                  onClick={() => left(at)}
                >
                  <Icon name="arrow-left" />
                </button>
              )}
              {column}
              {columns.length === 1 ? null : (
                <button
                  type="button"
                  className="icon-button"
                  title={t('watch.edit.columns.remove', { column })}
                  aria-label={t('watch.edit.columns.remove', { column })}
                  onClick={() => remove(at)}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          )
        })}
      </ol>
      <div className="watch-add">
        <SelectField
          label={t('watch.edit.columns.add')}
          value={chosen ?? NONE}
          options={[{ value: NONE, label: t('watch.edit.choose') }, ...choices(t, others)]}
          onChange={(id) => setChosen(id === NONE ? undefined : id)}
        />
        <button
          type="button"
          className="button"
          disabled={chosen === undefined}
          onClick={() => {
            if (chosen !== undefined) onChange([...columns, chosen])
            setChosen(undefined)
            // The button has nothing more to add.
            focusAt(root.current, '.watch-add select', 0)
          }}
        >
          <Icon name="add" />
          {t('watch.edit.columns.do')}
        </button>
      </div>
    </fieldset>
  )
}
