import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { type CasePage, MOST_CASES_COUNTED } from '../../../shared/projection/case-list.ts'
import { errorText } from '../../api/error-text.ts'
import { useAttention, useCaseList } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { Icon } from '../../base/icon.tsx'
import { type Translate, useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useActiveEditor } from '../../workbench/context.ts'
import './cases.css'
import { CaseTree } from './tree/case-tree.tsx'
import { flattenTree } from './tree/rows.ts'
import { collapseAll, setActive, setExpanded, setFilter, showAll, useTreeStore } from './tree/tree-store.ts'
import { ViewMenu } from './tree/view-menu.tsx'

/** The activity Ärenden: the cases that are asked for with their notes, and what begins a new one. */
export function CaseView() {
  const t = useT()
  const filter = useTreeStore((state) => state.filter)
  const { show, sort, recent } = useTreeStore((state) => state.choice)
  const text = useDeferredValue(filter)
  const list = useCaseList({ show, sort, text, ...(show === 'recent' && { recent: [...recent] }) })
  useReveal()
  const all = list.data?.pages[0]?.count?.all
  return (
    <div className="case-view">
      <div className="side-head">
        <h2 className="side-title">{t('cases.title')}</h2>
        <div className="side-tools">
          <CommandButton command="case.new" bare />
          <CommandButton command="case.import" bare />
          <ViewMenu />
          <button
            type="button"
            className="icon-button"
            title={t('cases.collapseAll')}
            aria-label={t('cases.collapseAll')}
            onClick={collapseAll}
          >
            <Icon name="collapse-all" />
          </button>
        </div>
      </div>
      {list.error !== null ? (
        <p className="case-view-message" role="alert">
          {errorText(t, list.error)}
        </p>
      ) : list.data === undefined ? (
        <p className="case-view-message">{t('cases.loading')}</p>
      ) : all === 0 ? (
        <NoCases />
      ) : (
        <Cases
          pages={list.data.pages}
          more={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      )}
    </div>
  )
}

function Cases({ pages, more }: { pages: readonly CasePage[]; more: (() => void) | undefined }) {
  const t = useT()
  const filter = useTreeStore((state) => state.filter)
  const show = useTreeStore((state) => state.choice.show)
  const expanded = useTreeStore((state) => state.expanded)
  const body = useRef<HTMLDivElement>(null)
  const cases = useMemo(() => pages.flatMap((page) => page.cases), [pages])
  const ids = useMemo(() => pages.map((page) => page.cases.map((each) => each.case.id)), [pages])
  const { byCase } = useAttention(ids, useToday())
  const { found, all } = pages[0]?.count ?? { found: cases.length, all: cases.length }
  const rows = useMemo(
    () => flattenTree(cases, expanded, byCase, found > MOST_CASES_COUNTED ? -1 : found),
    [cases, expanded, byCase, found],
  )
  return (
    <div ref={body} className="case-view-body">
      <div className="case-filter">
        <input
          type="search"
          className="form-input"
          aria-label={t('cases.filter.label')}
          placeholder={t('cases.filter.placeholder')}
          spellCheck={false}
          autoComplete="off"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && filter !== '') {
              event.preventDefault()
              setFilter('')
            }
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              body.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()
            }
          }}
        />
      </div>
      {rows.length === 0 ? (
        <div className="case-view-message">
          <p>{t(filter.trim() === '' ? `cases.view.none.${show}` : 'cases.filter.none')}</p>
          <button type="button" className="button" onClick={showAll}>
            {t('cases.filter.clear')}
          </button>
        </div>
      ) : (
        <CaseTree rows={rows} more={more} />
      )}
      <p className="case-view-count" role="status">
        {countText(t, found, all)}
        {show === 'all' ? null : ` · ${t(`cases.view.show.${show}`).toLocaleLowerCase('sv')}`}
      </p>
    </div>
  )
}

/** How many cases the list has, of how many there are. */
function countText(t: Translate, found: number, all: number): string {
  const isMany = all > MOST_CASES_COUNTED
  const shown = Math.min(found, MOST_CASES_COUNTED)
  if (found === all)
    return isMany ? t('cases.count.many', { count: MOST_CASES_COUNTED }) : t('cases.count', { count: all })
  return isMany
    ? t('cases.count.filteredMany', { found: shown, count: MOST_CASES_COUNTED })
    : t('cases.count.filtered', { found, count: all })
}

/** Nothing here yet: what it is for, and the ways on. */
function NoCases() {
  const t = useT()
  return (
    <div className="case-view-message">
      <p>{t('cases.empty')}</p>
      <CommandButton command="case.new" primary />
      <CommandButton command="case.import" />
      <CommandButton command="package.open" />
    </div>
  )
}

/** Opens the case of the active editor in the tree, and stands on its row; a case folded by hand afterwards stays so. */
function useReveal(): void {
  const activeEditor = useActiveEditor()
  useEffect(() => {
    if (activeEditor?.type === 'note' || activeEditor?.type === 'journal') {
      setExpanded(activeEditor.caseId, true)
      setActive(activeEditor.noteId)
    } else if (activeEditor?.type === 'case') setActive(activeEditor.caseId)
  }, [activeEditor])
}
