import { useEffect, useMemo, useRef } from 'react'
import type { CaseSummary } from '../../../shared/api/cases.ts'
import { errorText } from '../../api/error-text.ts'
import { useAttention, useCases } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { useActiveEditor, useArchive, useRegistry, useWorkbench } from '../../workbench/context.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
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
          <Tool command="case.new" />
          <Tool command="case.import" />
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

/** Nothing here yet: what it is for, and the two ways on. */
function NoCases() {
  const t = useT()
  const { runCommand } = useWorkbench()
  return (
    <div className="case-view-message">
      <p>{t('cases.empty')}</p>
      <button type="button" className="button button-primary" onClick={() => runCommand('case.new')}>
        {t('cases.command.new')}
      </button>
      <button type="button" className="button" onClick={() => runCommand('case.import')}>
        {t('cases.command.import')}
      </button>
    </div>
  )
}

function Tool({ command }: { command: string }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const known = useRegistry().commands.get(command)
  const key = useKeyLabel(command)
  if (known === undefined) return null
  const title = t(known.title)
  return (
    <button
      type="button"
      className="icon-button"
      title={key === undefined ? title : `${title} (${key})`}
      aria-label={title}
      onClick={() => runCommand(command)}
    >
      <Icon name={known.icon ?? 'circle'} />
    </button>
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
