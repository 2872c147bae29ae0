import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { FoundGroup } from './found.ts'
import { openHit } from './open-hit.ts'
import { ResultRow } from './result-row.tsx'
import { type FoundRow, foundAction, foundRows, hitAt } from './rows.ts'
import { foldCase, hitList, showMoreHits, useSearchState } from './state.ts'

/** The next page is read when so few rows are left below. */
const AHEAD = 12
/** About how high a row is before it has been measured: a case, a hit with two lines of its sentence. */
const CASE_HEIGHT = 28
const HIT_HEIGHT = 64

interface Props {
  readonly groups: readonly FoundGroup[]
  /** They are of the search before: its answer has not come. */
  readonly isOld: boolean
  readonly onEnd: () => void
}

/** The hits by case, as a tree: only the rows in sight are in the document, and the one with the focus always is. */
export function Results({ groups, isOld, onEnd }: Props) {
  const t = useT()
  const services = useWorkbench()
  const scroller = useRef<HTMLDivElement>(null)
  const active = useSearchState((state) => state.active)
  const folded = useSearchState((state) => state.folded)
  const rows = foundRows(groups, folded)
  const found = rows.findIndex(({ id }) => id === active)
  const stop = Math.max(0, found)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'hit' ? HIT_HEIGHT : CASE_HEIGHT),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return stop >= range.count || shown.includes(stop) ? shown : [...shown, stop].toSorted((a, b) => a - b)
    },
  })
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (!isOld && last >= rows.length - AHEAD) onEnd()
  }, [isOld, last, rows.length, onEnd])
  useEffect(() => {
    hitList.current = { rows, onEnd }
  }, [rows, onEnd])
  useFocusedHit(scroller, rows, isOld, (index) => list.scrollToIndex(index, { align: 'auto' }))

  const open = (row: FoundRow) => {
    useSearchState.setState({ active: row.id })
    if (row.kind === 'more') showMoreHits(row)
    else if (row.kind === 'hit') openHit(services, row.group.caseId, row.hit)
    else services.editors.open({ type: 'case', caseId: row.group.caseId })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const action = foundAction(rows, active, event.key)
    if (action === undefined) return
    event.preventDefault()
    if (action.type === 'open') open(action.row)
    else if (action.type === 'fold') foldCase(action.id, action.isFolded)
    else useSearchState.setState({ active: action.to })
  }
  return (
    <div
      ref={scroller}
      className="search-results"
      role="tree"
      aria-label={t('search.results')}
      aria-busy={isOld}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const id = target.dataset.row
        if (id !== undefined) useSearchState.setState({ active: id })
      }}
    >
      <div role="none" className="search-rows" style={{ height: list.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <ResultRow
              key={row.id}
              row={row}
              index={index}
              top={start}
              measure={list.measureElement}
              isStop={index === stop}
              isActive={row.id === active}
              onOpen={() => open(row)}
            />
          )
        })}
      </div>
    </div>
  )
}

/** While the focus is in the tree it follows the active row; it comes to the first hit where that is asked for. */
function useFocusedHit(
  scroller: React.RefObject<HTMLDivElement | null>,
  rows: readonly FoundRow[],
  isOld: boolean,
  show: (index: number) => void,
): void {
  const active = useSearchState((state) => state.active)
  const wantsHits = useSearchState((state) => state.wantsHits)
  const isCurrent = useSearchState((state) => state.text === state.asked)
  const index = rows.findIndex(({ id }) => id === active)
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })
  useEffect(() => {
    if (index < 0) return undefined
    latest.current(index)
    const tree = scroller.current
    if (tree === null || !tree.contains(document.activeElement)) return undefined
    const frame = requestAnimationFrame(() => focusRow(tree, active))
    return () => cancelAnimationFrame(frame)
  }, [scroller, index, active])
  const firstHit = rows.find(({ kind }) => kind === 'hit')?.id
  useEffect(() => {
    if (!wantsHits || isOld || !isCurrent || firstHit === undefined) return
    goTo(scroller, firstHit)
  }, [wantsHits, isOld, isCurrent, firstHit, scroller])
  const wantsHit = useSearchState((state) => state.wantsHit)
  const moreHit = wantsHit && hitAt(rows, wantsHit)?.id
  useEffect(() => {
    if (moreHit !== undefined) goTo(scroller, moreHit)
  }, [moreHit, scroller])
}

/** Goes to a hit that was waited for, with the focus. */
function goTo(scroller: React.RefObject<HTMLDivElement | null>, hit: string): void {
  useSearchState.setState({ wantsHits: false, wantsHit: undefined, active: hit })
  const focus = () => focusRow(scroller.current, useSearchState.getState().active)
  // At once where it is drawn, so that the next key is a key of the tree; a key that comes before the frame may have gone on.
  if (!focus()) requestAnimationFrame(focus)
}

function focusRow(tree: HTMLElement | null, id: string | undefined): boolean {
  const row = tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id ?? '')}"]`)
  row?.focus({ preventScroll: true })
  return row != null
}
