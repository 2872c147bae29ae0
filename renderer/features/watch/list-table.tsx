import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { cellNumber, watchCellText } from '../../../shared/watch/cell.ts'
import { type ColumnId, columnOf } from '../../../shared/watch/columns.ts'
import type { WatchAsked, WatchRow } from '../../../shared/watch/row.ts'
import { focusWhenShown } from '../../base/focus-when-shown.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { ShownList } from './kept.ts'
import { tables, useWatchState } from './state.ts'

const ROW_HEIGHT = 28
const OVERSCAN = 12
const PAGE_STEP = 10

interface TableProps {
  readonly list: ShownList
  readonly asked: WatchAsked
  readonly rows: readonly WatchRow[]
  readonly count: number | undefined
  /** The last row that is read has come into sight. */
  readonly onEnd: () => void
}

/** A row, or the heading of a group before its first. */
type Line = { readonly heading: string } | { readonly row: WatchRow; readonly index: number }

/** The rows with the headings of their groups between them. */
function useLines({ asked, rows }: Pick<TableProps, 'asked' | 'rows'>, textOf: TextOf): readonly Line[] {
  const t = useT()
  const { group } = asked.query
  const at = group === undefined ? -1 : asked.query.columns.indexOf(group)
  let before: string | undefined
  return rows.flatMap((row, index): Line[] => {
    const line = { row, index }
    if (group === undefined || at === -1) return [line]
    const heading = textOf(row, group, at) || t('watch.group.empty')
    const isSame = heading === before
    before = heading
    return isSame ? [line] : [{ heading }, line]
  })
}

type TextOf = (row: WatchRow, column: ColumnId, at: number) => string

/** The rows of a list: one stop for Tab, keys as in a mail program. Only what is in sight is drawn. */
export function ListTable({ list, asked, rows, count, onEnd }: TableProps) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { columns } = asked.query
  const { today } = asked
  const textOf: TextOf = (row, column, at) =>
    watchCellText(language, column, row.cells[at] ?? null, { today, firstSickDay: row.firstSickDay })
  const lines = useLines({ asked, rows }, textOf)
  const { current, choose, grid } = useCurrent(list.id, rows)
  const onKeyDown = useKeys(list.id, rows, choose)
  useWantedFocus(list.id, grid)

  const drawn = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_HEIGHT,
  })
  const shown = drawn.getVirtualItems()
  const last = shown.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= lines.length - 1) onEnd()
  }, [last, lines.length, onEnd])
  const line = lines.findIndex((each) => 'row' in each && each.index === current)
  useEffect(() => {
    if (line !== -1) drawn.scrollToIndex(line, { align: 'auto' })
  }, [line, drawn])

  const above = shown[0]?.start ?? 0
  const below = drawn.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const isDrawn = shown.some(({ index }) => index === line)
  return (
    <>
      <div className="watch-scroller" ref={scroller}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are gone through by keys
          role="grid"
          className="page-table watch-table"
          aria-label={list.name}
          aria-describedby={`${id}-keys`}
          aria-rowcount={(count ?? -2) + 1}
          aria-activedescendant={isDrawn ? `${id}-${current}` : undefined}
          ref={grid}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <Heading key={column} list={list} column={column} sort={asked.query.sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {above > 0 ? <tr className="watch-space" style={{ height: above }} /> : null}
            {shown.map(({ index: at }) => {
              const each = lines[at]
              if (each === undefined) return null
              if ('heading' in each)
                return (
                  <tr key={`group ${each.heading}`} className="watch-group">
                    <th scope="rowgroup" colSpan={columns.length}>
                      {each.heading}
                    </th>
                  </tr>
                )
              const { row, index } = each
              return (
                <tr
                  key={row.key}
                  id={`${id}-${index}`}
                  aria-rowindex={index + 2}
                  aria-selected={index === current}
                  className="watch-row"
                  onClick={() => choose(index)}
                  onDoubleClick={() => {
                    choose(index)
                    onKeyDown.open()
                  }}
                >
                  {columns.map((column, cell) => (
                    <td key={column} data-number={isCounted(column) || undefined}>
                      <Cell
                        text={textOf(row, column, cell)}
                        tone={toneOf(column, cellNumber(column, row.cells[cell] ?? null, today))}
                      />
                    </td>
                  ))}
                </tr>
              )
            })}
            {below > 0 ? <tr className="watch-space" style={{ height: below }} /> : null}
          </tbody>
        </table>
      </div>
      <p className="watch-keys" id={`${id}-keys`}>
        {t('watch.keys')}
      </p>
    </>
  )
}

const isCounted = (column: ColumnId) => ['age', 'number'].includes(columnOf(column).type)

/** What is over its day is seen by more than its number. */
const toneOf = (column: ColumnId, days: number | undefined) =>
  column === 'late' && days !== undefined && days > 0 ? 'late' : undefined

function Cell({ text, tone }: { text: string; tone: 'late' | undefined }) {
  return tone === undefined ? (
    text
  ) : (
    <span className="watch-late">
      <Icon name="warning" />
      {text}
    </span>
  )
}

/** A column's heading, by which the list is sorted for the moment. */
function Heading(props: { list: ShownList; column: ColumnId; sort: WatchAsked['query']['sort'] }) {
  const t = useT()
  const { list, column, sort } = props
  const [first] = sort
  const isFirst = first?.column === column
  const press = () =>
    useWatchState.setState(({ sorts }) => ({
      sorts: { ...sorts, [list.id]: [{ column, descending: isFirst && !first.descending }] },
    }))
  const name = t(`watch.column.${column}`)
  return (
    <th
      scope="col"
      data-number={isCounted(column) || undefined}
      aria-sort={isFirst ? (first.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className="watch-sort"
        tabIndex={-1}
        title={t('watch.sortBy', { column: name })}
        onClick={press}
      >
        {name}
        {isFirst ? <Icon name={first.descending ? 'arrow-down' : 'arrow-up'} /> : null}
      </button>
    </th>
  )
}

/** The row that one is at: it stays the same while others come and go, and the nearest takes its place where it went. */
function useCurrent(list: string, rows: readonly WatchRow[]) {
  const [at, setAt] = useState<{ key: string | undefined; index: number }>({ key: undefined, index: 0 })
  const found = rows.findIndex(({ key }) => key === at.key)
  const current = found === -1 ? Math.min(at.index, rows.length - 1) : found
  const choose = (wanted: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, wanted))
    setAt({ key: rows[index]?.key, index })
  }
  const grid = useRef<HTMLTableElement>(null)
  const latest = useRef({ current, choose, rows })
  useLayoutEffect(() => {
    latest.current = { current, choose, rows }
  })
  useEffect(() => {
    const control = {
      move: (by: number) => latest.current.choose(latest.current.current + by),
      current: () => latest.current.rows[latest.current.current],
      focus: () => grid.current?.focus(),
    }
    tables.set(list, control)
    return () => {
      if (tables.get(list) === control) tables.delete(list)
    }
  }, [list])
  return { current, choose, grid }
}

/** Takes the focus where the list has been asked for. */
function useWantedFocus(list: string, grid: RefObject<HTMLTableElement | null>): void {
  const isWanted = useWatchState(({ wanted }) => wanted === list)
  useEffect(() => {
    if (!isWanted) return undefined
    return focusWhenShown(
      grid,
      (table) => {
        table.focus({ preventScroll: true })
        return true
      },
      () => useWatchState.setState({ wanted: undefined }),
    )
  }, [isWanted, grid])
}

/** Keys as in a mail program; each is a command, or a way through the rows. */
function useKeys(list: string, rows: readonly WatchRow[], choose: (index: number) => void) {
  const { runCommand } = useWorkbench()
  const args = { list }
  const letters: Readonly<Record<string, string>> = {
    j: 'watch.next',
    ArrowDown: 'watch.next',
    k: 'watch.previous',
    ArrowUp: 'watch.previous',
    Enter: 'watch.openRow',
    s: 'watch.postpone',
  }
  const steps: Readonly<Record<string, () => void>> = {
    Home: () => choose(0),
    End: () => choose(rows.length - 1),
    PageDown: () => tables.get(list)?.move(PAGE_STEP),
    PageUp: () => tables.get(list)?.move(-PAGE_STEP),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.shiftKey) return
    const withMod = event.ctrlKey || event.metaKey
    const command = withMod ? { Enter: 'watch.openBeside' }[event.key] : letters[event.key]
    const step = withMod ? undefined : steps[event.key]
    if (command === undefined && step === undefined) return
    event.preventDefault()
    step?.()
    if (command !== undefined) runCommand(command, args)
  }
  return Object.assign(onKeyDown, { open: () => runCommand('watch.openRow', args) })
}
