import { type KeyboardEvent, useCallback, useMemo } from 'react'
import type { z } from 'zod'
import type { RowId } from '../../shared/case/ids.ts'
import { type Column, cellText } from '../../shared/fields/columns.ts'
import type { Value } from '../../shared/fields/json.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { type Language, type TextKey, translate } from '../../shared/text/index.ts'
import type { ControlProps } from '../base/controls.tsx'
import { InputError } from '../base/form-kit.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { AddRow, type BankRow } from './add-row.tsx'
import { useFieldContext, useFieldMarkers } from './field-context.ts'
import { performerText } from './performer.tsx'
import { cellAfterKey, RowGrid } from './row-grid.tsx'
import { type RowCommand, rowCommandOf } from './row-keys.tsx'
import { type LineText, RowLine } from './row-line.tsx'
import { RowPanel } from './row-panel.tsx'
import './rows.css'
import { useRowOrigins } from './row-origins.ts'
import { useChosenRow } from './use-chosen-row.ts'
import { usePasteRows } from './use-paste-rows.ts'
import { useRows } from './use-rows.ts'

interface Props<Row> extends ControlProps<Row[]> {
  field: { id: string; kinds?: readonly string[] | undefined }
  columns: Readonly<Record<string, Column<Row>>>
  /** The columns that a line has, the one that names the row first. */
  line: readonly string[]
  schema: z.ZodType<Row>
  read: (value: Value) => readonly Row[] | undefined
  /** A new row, which says what it is about where that was written. */
  create: (id: RowId, what?: string) => Row
  /** The usual rows, to be chosen from. */
  bank: readonly BankRow<(id: RowId) => Row>[]
  /** The column of text that takes what is pasted and has no place of its own. */
  keepIn: string
  /** What one row is called, and the same in the middle of a sentence. */
  item: TextKey
  itemWithin: TextKey
  /** What a row is about, in a few words. The same function as long as it says the same, as all of these. */
  nameOf: (row: Row) => string
  /** What a line must say besides its cells. */
  asideOf?: (row: Row) => string | undefined
}

const none: readonly Marker[] = []

function headingOf<Row extends { id: RowId }>(
  columns: Props<Row>['columns'],
  id: string,
  language: Language,
): string {
  const column = columns[id]
  return column === undefined ? '' : translate(language, column.heading)
}

/** What the line of a row says, worked out once as long as the row is the same. */
function useLineTexts<Row extends { id: RowId }>(
  { columns, line, nameOf, asideOf }: Pick<Props<Row>, 'columns' | 'line' | 'nameOf' | 'asideOf'>,
  language: Language,
): (row: Row) => LineText {
  return useMemo(() => {
    const known = new WeakMap<Row, LineText>()
    const labels = line.map((id) => headingOf(columns, id, language))
    const textIn = (row: Row, id: string, place: number) => {
      const column = columns[id]
      if (place === 0 || column === undefined) return nameOf(row)
      // A line has room for a name or an actor, not for both.
      return column.holds === 'performer'
        ? performerText(column.of(row), language)
        : cellText(column, row, language)
    }
    return (row) => {
      const text = known.get(row) ?? {
        cells: line.map((id, place) => ({
          column: id,
          label: labels[place] ?? '',
          text: textIn(row, id, place),
        })),
        aside: asideOf?.(row),
      }
      known.set(row, text)
      return text
    }
  }, [columns, line, nameOf, asideOf, language])
}

/** Rows of a type that has a table of columns: a line a row in a grid, and the chosen row opened below it. */
export function ColumnRows<Row extends { id: RowId }>(props: Props<Row>) {
  const { field, columns, line, labelId, value, read, create, nameOf } = props
  const t = useT()
  const language = useLanguage()
  const { announce } = useFieldContext()
  const { rows, ...edit } = useRows(field.id, value ?? [], read)
  const markers = useFieldMarkers(field.id)
  const byRow = useMemo(() => Map.groupBy(markers, ({ where }) => where.row), [markers])
  const takenFrom = useRowOrigins()
  const at = useChosenRow()
  const textOf = useLineTexts(props, language)
  const pasting = usePasteRows(props, edit.addAll, (row) => at.goToLine(row, 0))
  const index = rows.findIndex(({ id }) => id === at.row)
  const chosen = rows[index]

  const { change: changeRow } = edit
  const chosenId = chosen?.id
  const change = useCallback(
    (column: string, cell: unknown) => {
      if (chosenId !== undefined) changeRow(chosenId, (before) => ({ ...before, [column]: cell }))
    },
    [chosenId, changeRow],
  )

  const item = t(props.item)
  const titleOf = (row: Row, number: number) => {
    const name = nameOf(row).trim()
    return name === '' ? `${item} ${number + 1}` : `${item} ${number + 1}: ${name}`
  }

  const move = (row: Row, by: 1 | -1) => {
    if (rows[index + by] === undefined) return
    edit.move(row.id, by)
    const place = { position: index + by + 1, count: rows.length }
    announce(t('fields.rows.moved', { row: titleOf(row, index), ...place }))
  }
  /** Runs a command on the chosen row; `goOn` takes the focus to a row from where it is. */
  const run = (command: RowCommand, goOn: (row: RowId) => void) => {
    if (chosen === undefined) return
    switch (command) {
      case 'new':
        at.goToPanel(edit.add(create, chosen.id), line[0])
        return
      case 'duplicate':
        goOn(edit.duplicate(chosen.id))
        return
      case 'up':
      case 'down':
        move(chosen, command === 'up' ? -1 : 1)
        goOn(chosen.id)
        return
      case 'remove': {
        const next = rows[index + 1] ?? rows[index - 1]
        edit.remove(chosen.id, titleOf(chosen, index))
        if (next) at.goToLine(next.id, at.column)
        else at.focusAdd()
      }
    }
  }

  const onLineKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event
    const command = rowCommandOf(event)
    const to = cellAfterKey(event, { row: index, column: at.column }, rows.length, line.length)
    const target = to && rows[to.row]
    const column = line[at.column]
    if (command !== undefined) run(command, (row) => at.goToLine(row, at.column))
    else if (to && target) at.goToLine(target.id, to.column)
    else if (key === 'Enter' || key === 'F2' || key === ' ') at.enterPanel(column)
    else {
      // What is typed goes on in the control, which has the focus before the character comes.
      const writes = key.length === 1 && !ctrlKey && !altKey && !metaKey
      if (writes && columns[column ?? '']?.holds !== 'choice') at.enterPanel(column)
      return
    }
    event.preventDefault()
  }

  const onPanelKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, shiftKey, target } = event
    if (event.defaultPrevented || !(target instanceof Element)) return
    const column = target.closest('[data-column]')?.getAttribute('data-column') ?? undefined
    const command = rowCommandOf(event)
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined
    const beside = step !== undefined && ctrlKey && !altKey && !shiftKey ? rows[index + step] : undefined
    const isListOpen = target.getAttribute('aria-expanded') === 'true'
    if (command !== undefined) run(command, (row) => at.goToPanel(row, column))
    else if (beside) at.goToPanel(beside.id, column)
    else if (key === 'Escape' && chosen && !isListOpen)
      at.goToLine(chosen.id, Math.max(0, line.indexOf(column ?? '')))
    else return
    event.preventDefault()
  }

  const headings = line.map((id) => ({ column: id, text: headingOf(columns, id, language) }))
  const tabRow = chosen?.id ?? rows[0]?.id

  return (
    <fieldset
      className="field-rows"
      ref={at.root}
      aria-labelledby={labelId}
      onPaste={(event) => pasting.onPaste(event, chosen)}
    >
      <AddRow
        item={t(props.itemWithin)}
        bank={props.bank}
        onUsual={(make) => at.choose(edit.add(make))}
        onWritten={(what) => at.choose(edit.add((id) => create(id, what)))}
        onBlank={() => at.goToPanel(edit.add(create), line[0])}
      />
      {pasting.refused === undefined ? null : (
        <div role="alert" className="rows-alert">
          <InputError text={t(pasting.refused)} />
        </div>
      )}
      {rows.length === 0 ? null : (
        <RowGrid
          labelId={labelId}
          headings={headings}
          onCell={(id, column) => {
            const row = rows.find((each) => each.id === id)
            if (row) at.choose(row.id, column)
          }}
          onKeyDown={onLineKey}
          onOpen={() => at.enterPanel(line[at.column])}
        >
          {rows.map((row, number) => (
            <RowLine
              key={row.id}
              id={row.id}
              index={number}
              text={textOf(row)}
              unnamed={item}
              taken={takenFrom(row.id)}
              chosen={row.id === at.row}
              tabStop={row.id === tabRow ? at.column : undefined}
              markers={byRow.get(row.id) ?? none}
            />
          ))}
        </RowGrid>
      )}
      {chosen === undefined ? null : (
        <RowPanel
          key={chosen.id}
          row={chosen}
          index={index}
          count={rows.length}
          title={titleOf(chosen, index)}
          heading={t('fields.rows.place', { item, position: index + 1, count: rows.length })}
          taken={takenFrom(chosen.id)}
          columns={columns}
          kinds={field.kinds}
          idPrefix={labelId}
          markers={byRow.get(chosen.id) ?? none}
          onChange={change}
          run={(command) => run(command, (row) => at.goToPanel(row, undefined))}
          onKeyDown={onPanelKey}
        />
      )}
    </fieldset>
  )
}
