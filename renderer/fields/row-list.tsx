import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { RowId } from '../../shared/case/ids.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { Icon } from '../base/icon.tsx'
import { focusIfThere, onceDrawn } from '../base/once-drawn.ts'
import { useT } from '../base/use-t.ts'
import { useFieldContext } from './field-context.ts'
import { FieldMessages } from './field-messages.tsx'
import { RowButtons, type RowCommand, rowCommandOf } from './row-keys.tsx'
import type { Rows } from './use-rows.ts'

interface Props<R extends { id: RowId }> {
  labelId: string
  rows: Rows<R>
  markers: readonly Marker[]
  /** What one row is called: "Insats". */
  item: string
  /** The same in the middle of a sentence: "insats". */
  itemWithin: string
  /** What a row is about, in a few words. */
  nameOf: (row: R) => string
  create: (id: RowId) => R
  children: (row: R, markers: readonly Marker[]) => ReactNode
}

const focusable = 'input, select, textarea, [contenteditable="true"]'

/**
 * Rows as cards, each with its buttons. By keyboard: Alt and an arrow up or down moves the row that has the focus,
 * Ctrl+D copies it, Ctrl+Shift+Delete takes it away; the focus goes along.
 */
export function RowList<R extends { id: RowId }>({
  labelId,
  rows,
  markers,
  item,
  itemWithin,
  nameOf,
  create,
  children,
}: Props<R>) {
  const t = useT()
  const { announce } = useFieldContext()
  const list = useRef<HTMLFieldSetElement>(null)

  const find = (id: string) => list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  const focusRow = (id: string) => {
    onceDrawn(() => focusIfThere(find(id)?.querySelector<HTMLElement>(focusable)))
  }
  const title = (row: R, index: number) => {
    const name = nameOf(row).trim()
    return name === '' ? `${item} ${index + 1}` : `${item} ${index + 1}: ${name}`
  }
  const add = () => focusRow(rows.add(create))
  const duplicate = (row: R) => focusRow(rows.duplicate(row.id))
  const move = (row: R, index: number, by: 1 | -1) => {
    if (!rows.rows[index + by]) return
    const inside = find(row.id)?.contains(document.activeElement) === true ? document.activeElement : null
    rows.move(row.id, by)
    announce(
      t('fields.rows.moved', { row: title(row, index), position: index + by + 1, count: rows.rows.length }),
    )
    onceDrawn(() => !(inside instanceof HTMLElement) || focusIfThere(inside))
  }
  const remove = (row: R, index: number) => {
    const next = rows.rows[index + 1] ?? rows.rows[index - 1]
    rows.remove(row.id, title(row, index))
    if (next) focusRow(next.id)
    else onceDrawn(() => focusIfThere(list.current?.querySelector<HTMLElement>('.field-rows-add')))
  }
  const run = (command: RowCommand, row: R, index: number) => {
    switch (command) {
      case 'up':
        return move(row, index, -1)
      case 'down':
        return move(row, index, 1)
      case 'duplicate':
        return duplicate(row)
      case 'remove':
        return remove(row, index)
      case 'new':
        return add()
    }
  }
  const onKeyDown = (event: KeyboardEvent, row: R, index: number) => {
    const command = rowCommandOf(event)
    // In a text of several lines Shift+Enter is a line.
    if (command === undefined || command === 'new') return
    event.preventDefault()
    run(command, row, index)
  }

  return (
    <fieldset className="field-rows" ref={list} aria-labelledby={labelId}>
      {rows.rows.map((row, index) => {
        const own = markers.filter((marker) => marker.where.row === row.id)
        return (
          <fieldset
            key={row.id}
            className="field-row"
            data-row={row.id}
            aria-label={title(row, index)}
            onKeyDown={(event) => onKeyDown(event, row, index)}
          >
            <div className="field-row-head">
              <span className="field-row-title">{`${item} ${index + 1}`}</span>
              <RowButtons
                title={title(row, index)}
                index={index}
                count={rows.rows.length}
                run={(command) => run(command, row, index)}
              />
            </div>
            {children(row, own)}
            <FieldMessages
              id={`${labelId}-${row.id}-messages`}
              markers={own.filter((marker) => marker.where.column === undefined)}
            />
          </fieldset>
        )
      })}
      <button type="button" className="button field-rows-add" onClick={add}>
        <Icon name="add" />
        {t('fields.rows.add', { item: itemWithin })}
      </button>
    </fieldset>
  )
}
