import { useId, useRef } from 'react'
import {
  type ColumnId,
  columnOf,
  type WatchSubject,
  watchColumnsOf,
  wordsKey,
} from '../../../shared/watch/columns.ts'
import { filterOpsOf, type Op } from '../../../shared/watch/list.ts'
import { useToday } from '../../base/clock.ts'
import { plainTies, SelectInput } from '../../base/controls.tsx'
import { Icon } from '../../base/icon.tsx'
import { focusAt } from '../../base/list-keys.ts'
import { useT } from '../../base/use-t.ts'
import { DateEntry } from '../../fields/date-entry.tsx'

/** A condition as it is being written: what is missing in it is not there yet. */
export interface LooseFilter {
  readonly column: ColumnId
  readonly op: Op
  readonly text?: string
  readonly number?: number
  readonly days?: number
  readonly date?: string
  readonly values?: string[]
  readonly orEmpty?: boolean | undefined
}

/** The first thing that can be asked of a column, with nothing left to write. */
const firstOf = (column: ColumnId): LooseFilter => ({ column, op: 'filled' })

interface RowsProps {
  readonly of: WatchSubject
  readonly filters: readonly LooseFilter[]
  readonly onChange: (filters: LooseFilter[]) => void
}

/** The conditions of a list, which all hold at once. */
export function FilterRows({ of, filters, onChange }: RowsProps) {
  const t = useT()
  const root = useRef<HTMLFieldSetElement>(null)
  return (
    <fieldset className="form-field" ref={root}>
      <legend>{t('watch.edit.filters')}</legend>
      {filters.map((filter, at) => (
        <FilterRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is what stands at its place
          key={at}
          of={of}
          filter={filter}
          number={at + 1}
          onChange={(next) => onChange(filters.map((each, index) => (index === at ? next : each)))}
          onRemove={() => {
            onChange(filters.filter((_, index) => index !== at))
            focusAt(root.current, '.watch-filter > .icon-button, .watch-filter-add', at)
          }}
        />
      ))}
      <div className="form-actions">
        <button
          type="button"
          className="button watch-filter-add"
          onClick={() => onChange([...filters, firstOf('number')])}
        >
          <Icon name="add" />
          {t('watch.edit.filter.add')}
        </button>
      </div>
    </fieldset>
  )
}

interface RowProps {
  readonly of: WatchSubject
  readonly filter: LooseFilter
  readonly number: number
  readonly onChange: (filter: LooseFilter) => void
  readonly onRemove: () => void
}

function FilterRow({ of, filter, number, onChange, onRemove }: RowProps) {
  const t = useT()
  const id = useId()
  const columns = watchColumnsOf(of).map((each) => ({ value: each, label: t(`watch.column.${each}`) }))
  const ops = filterOpsOf[columnOf(filter.column).type].map((op) => ({
    value: op,
    label: t(`watch.op.${op}`),
  }))
  return (
    <fieldset className="watch-filter" aria-label={t('watch.edit.filter', { number })}>
      <label className="visually-hidden" htmlFor={`${id}-column`}>
        {t('watch.edit.filter.column')}
      </label>
      <SelectInput
        {...plainTies(`${id}-column`)}
        value={filter.column}
        options={columns}
        onChange={(value) => {
          const column = columns.find((each) => each.value === value)?.value
          if (column !== undefined) onChange(firstOf(column))
        }}
      />
      <label className="visually-hidden" htmlFor={`${id}-op`}>
        {t('watch.edit.filter.op')}
      </label>
      <SelectInput
        {...plainTies(`${id}-op`)}
        value={filter.op}
        options={ops}
        onChange={(value) => {
          const op = ops.find((each) => each.value === value)?.value
          if (op !== undefined) onChange({ column: filter.column, op, ...(op === 'anyOf' && { values: [] }) })
        }}
      />
      <FilterValue filter={filter} onChange={onChange} />
      <button
        type="button"
        className="icon-button"
        title={t('watch.edit.filter.remove')}
        aria-label={t('watch.edit.filter.remove')}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </button>
    </fieldset>
  )
}

/** What the condition asks for, as its kind of question is answered. */
function FilterValue({ filter, onChange }: Pick<RowProps, 'filter' | 'onChange'>) {
  const t = useT()
  const today = useToday()
  const id = useId()
  const label = t('watch.edit.filter.value')
  const { column, op } = filter
  switch (op) {
    case 'empty':
    case 'filled':
    case 'past':
      return <span className="watch-filter-value" />
    case 'is':
    case 'contains':
      return (
        <input
          className="form-input watch-filter-value"
          aria-label={label}
          value={filter.text ?? ''}
          maxLength={200}
          onChange={({ target }) => onChange({ column, op, text: target.value })}
        />
      )
    case 'within':
    case 'atLeast':
    case 'atMost': {
      const typed = op === 'within' ? filter.days : filter.number
      return (
        <input
          className="form-input watch-filter-value"
          aria-label={label}
          inputMode="numeric"
          value={typed ?? ''}
          maxLength={5}
          onChange={({ target }) => {
            const read = /^\d+$/.test(target.value) ? Number(target.value) : undefined
            if (op === 'within') onChange({ column, op, ...(read !== undefined && { days: read }) })
            else onChange({ column, op, ...(read !== undefined && { number: read }) })
          }}
        />
      )
    }
    case 'from':
    case 'until':
      return (
        <span className="watch-filter-value">
          <label className="visually-hidden" htmlFor={id}>
            {label}
          </label>
          <DateEntry
            id={id}
            value={filter.date ?? ''}
            origin={{ today }}
            invalid={false}
            describedBy={undefined}
            onChange={(date) => onChange({ column, op, date })}
          />
        </span>
      )
    case 'anyOf':
      return <Values filter={filter} label={label} onChange={onChange} />
  }
}

function Values({ filter, label, onChange }: Pick<RowProps, 'filter' | 'onChange'> & { label: string }) {
  const t = useT()
  const column = columnOf(filter.column)
  if (column.type !== 'choice') return null
  const { values = [] } = filter
  const toggle = (value: string) =>
    onChange({
      ...filter,
      values: values.includes(value) ? values.filter((each) => each !== value) : [...values, value],
    })
  return (
    <fieldset className="watch-filter-value form-choices" aria-label={label}>
      {column.values.map((value) => {
        const key = wordsKey(column, value)
        return (
          <label key={value} className="form-choice">
            <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
            {key === undefined ? value : t(key, { count: 1 })}
          </label>
        )
      })}
      <label className="form-choice">
        <input
          type="checkbox"
          checked={filter.orEmpty ?? false}
          onChange={() => onChange({ ...filter, orEmpty: filter.orEmpty !== true })}
        />
        {t('watch.edit.filter.orEmpty')}
      </label>
    </fieldset>
  )
}
