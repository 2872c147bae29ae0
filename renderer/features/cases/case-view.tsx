import { useEffect, useMemo, useRef } from 'react'
import type { CaseSummary } from '../../../shared/api/cases.ts'
import { errorText } from '../../api/error-text.ts'
import { useAttention, useCases } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useActiveEditor, useArchive } from '../../workbench/context.ts'
import './cases.css'
import { CaseTree } from './tree/case-tree.tsx'
import { type AttentionByCase, chosenCases, filterCases, flattenTree, sortCases } from './tree/rows.ts'
import { collapseAll, setActive, setExpanded, setFilter, showAll, useTreeStore } from './tree/tree-store.ts'
import { ViewMenu } from './tree/view-menu.tsx'

/** The activity Ärenden: every case with its notes, and what begins a new one. */
export function CaseView() {
  const t = useT()
  const { data, error } = useCases()
  useReveal()
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
      {error !== null ? (
        <p className="case-view-message" role="alert">
          {errorText(t, error)}
        </p>
      ) : data === undefined ? (
        <p className="case-view-message">{t('cases.loading')}</p>
      ) : data.length === 0 ? (
        <NoCases />
      ) : (
        <Cases cases={data} />
      )}
    </div>
  )
}

function Cases({ cases }: { cases: readonly CaseSummary[] }) {
  const t = useT()
  const filter = useTreeStore((state) => state.filter)
  const choice = useTreeStore((state) => state.choice)
  const attention = useAttentionByCase()
  const archive = useArchive()
  const me = archive.state === 'open' ? archive.user.name : ''
  const expanded = useTreeStore((state) => state.expanded)
  const body = useRef<HTMLDivElement>(null)
  const { show, sort, recent } = choice
  const chosen = useMemo(() => chosenCases(cases, { show, recent }, me), [cases, show, recent, me])
  const sorted = useMemo(
    () => (show === 'recent' ? chosen : sortCases(chosen, sort, attention)),
    [chosen, show, sort, attention],
  )
  const found = useMemo(() => filterCases(sorted, filter), [sorted, filter])
  const rows = useMemo(() => flattenTree(found, expanded, attention), [found, expanded, attention])
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
          <p>{t(chosen.length === 0 ? `cases.view.none.${show}` : 'cases.filter.none')}</p>
          <button type="button" className="button" onClick={showAll}>
            {t('cases.filter.clear')}
          </button>
        </div>
      ) : (
        <CaseTree rows={rows} />
      )}
      <p className="case-view-count" role="status">
        {found.length === cases.length
          ? t('cases.count', { count: cases.length })
          : t('cases.count.filtered', { found: found.length, count: cases.length })}
        {show === 'all' ? null : ` · ${t(`cases.view.show.${show}`).toLocaleLowerCase('sv')}`}
      </p>
    </div>
  )
}

const noAttention: AttentionByCase = new Map()

function useAttentionByCase(): AttentionByCase {
  const { data } = useAttention(useToday())
  return useMemo(
    () => (data === undefined ? noAttention : new Map(data.map((each) => [each.caseId, each]))),
    [data],
  )
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
