import { ContextMenu } from '@base-ui/react/context-menu'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useT } from '../../../base/use-t.ts'
import { caseOfEditor } from '../../../note-model/active-note.ts'
import { useNoteName } from '../../../note-model/note-name.ts'
import { useActiveEditor, useWorkbench } from '../../../workbench/context.ts'
import type { EditorInput } from '../../../workbench/editor-input.ts'
import { findTyped, treeAction } from './navigate.ts'
import { RowMenu } from './row-menu.tsx'
import type { TreeRow } from './rows.ts'
import { Row } from './tree-row.tsx'
import { setActive, setExpanded, useTreeStore } from './tree-store.ts'

/** So many rows before the last one, the next cases are read. */
const NEAR_THE_END = 20

/** How much higher than other rows that of a case is: it has two lines. */
const CASE_ROW = 1.75

/**
 * Cases and their notes as a tree: only the rows in sight are in the document, and the one with the focus always is. `more` reads
 * the cases that come after, where there are any: it is asked for when the end comes near.
 */
export function CaseTree(props: { rows: readonly TreeRow[]; more: (() => void) | undefined }) {
  const { rows, more } = props
  // In the side bar, so that the menu belongs to a part of the window.
  const menuPlace = useRef<HTMLDivElement>(null)
  const t = useT()
  const nameOf = useNoteName()
  const { editors } = useWorkbench()
  const activeEditor = useActiveEditor()
  const scroller = useRef<HTMLDivElement>(null)
  const active = useTreeStore((state) => state.active)
  const [probe, rowHeight] = useRowHeight()
  const typeAhead = useTypeAhead()
  const [menuRow, setMenuRow] = useState<TreeRow>()
  const found = rows.findIndex(({ id }) => id === active)
  const stop = Math.max(0, found)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'case' ? Math.round(CASE_ROW * rowHeight) : rowHeight),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return stop >= range.count || shown.includes(stop) ? shown : [...shown, stop].toSorted((a, b) => a - b)
    },
  })
  useEffect(() => {
    // The sizes that the list remembers are of another height.
    if (rowHeight > 0) list.measure()
  }, [list, rowHeight])

  const lastDrawn = list.range?.endIndex ?? 0
  useEffect(() => {
    if (more !== undefined && Math.max(lastDrawn, found) >= rows.length - NEAR_THE_END) more()
  }, [more, lastDrawn, found, rows.length])

  // The row of the active editor comes into sight, without taking the focus.
  const shownId = idOfEditor(activeEditor)
  const shownIndex = rows.findIndex(({ id }) => id === shownId)
  useEffect(() => {
    if (shownIndex >= 0) list.scrollToIndex(shownIndex, { align: 'auto' })
  }, [list, shownIndex])

  // While the focus is in the tree it follows the active row.
  useEffect(() => {
    const tree = scroller.current
    if (found < 0 || tree === null || !tree.contains(document.activeElement)) return
    list.scrollToIndex(found, { align: 'auto' })
    tree.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true })
  }, [list, found, active])

  const open = (row: TreeRow) => {
    setActive(row.id)
    if (row.kind === 'case') {
      setExpanded(row.id, true)
      editors.open({ type: 'case', caseId: row.id })
    } else editors.open({ type: 'note', noteId: row.id, caseId: row.note.caseId })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = treeAction(rows, active, event.key)
    if (action !== undefined) {
      event.preventDefault()
      if (action.type === 'move') setActive(action.to)
      else if (action.type === 'open') open(action.row)
      else {
        setActive(action.row.id)
        setExpanded(action.row.id, action.type === 'expand')
      }
      return
    }
    if (event.key.length !== 1 || event.key === ' ') return
    const next = findTyped(rows, active, typeAhead(event.key), (row) => textsOf(row, nameOf))
    if (next !== undefined) setActive(next)
  }

  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        ref={scroller}
        className="case-tree"
        role="tree"
        aria-label={t('cases.tree.label')}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const id = event.target.dataset.row
          if (id !== undefined) setActive(id)
        }}
        onContextMenu={(event) => {
          const item = event.target instanceof Element ? event.target.closest('[data-row]') : null
          const id = item?.getAttribute('data-row')
          const row = rows.find((each) => each.id === id)
          if (row === undefined) event.preventBaseUIHandler()
          else {
            setActive(row.id)
            setMenuRow(row)
          }
        }}
      >
        <div ref={probe} className="case-tree-probe" role="none" />
        <div role="none" className="case-tree-rows" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <Row
                key={row.id}
                row={row}
                top={start}
                height={size}
                tabStop={index === stop}
                shown={row.id === shownId}
                onOpen={() => open(row)}
                onToggle={(toOpen) => {
                  setActive(row.id)
                  setExpanded(row.id, toOpen)
                }}
              />
            )
          })}
        </div>
      </ContextMenu.Trigger>
      <div ref={menuPlace}>
        <RowMenu row={menuRow} container={menuPlace} />
      </div>
    </ContextMenu.Root>
  )
}

function idOfEditor(input: EditorInput | undefined): string | undefined {
  if (input === undefined) return undefined
  return 'noteId' in input ? input.noteId : caseOfEditor(input)
}

function textsOf(row: TreeRow, nameOf: ReturnType<typeof useNoteName>): readonly string[] {
  if (row.kind === 'note') return [nameOf(row.note)]
  const { number, insured } = row.summary.case
  return [number, insured.name]
}

/**
 * The height of a row in CSS pixels: that of an element as high as `--row`, to which the ref goes. Follows density and
 * the browser's text size.
 */
function useRowHeight(): readonly [RefObject<HTMLDivElement | null>, number] {
  const probe = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(24)
  useEffect(() => {
    if (probe.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.height > 0) setHeight(entry.contentRect.height)
    })
    observer.observe(probe.current)
    return () => observer.disconnect()
  }, [])
  return [probe, height]
}

/** Letters typed within this time belong to one word. */
const PAUSE = 700

/** Gathers letters typed in quick succession: give each, get what has been typed so far. */
function useTypeAhead(): (letter: string) => string {
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  return (letter) => {
    const at = performance.now()
    const before = at - typed.current.at < PAUSE ? typed.current.text : ''
    typed.current = { text: before + letter, at }
    return typed.current.text
  }
}
