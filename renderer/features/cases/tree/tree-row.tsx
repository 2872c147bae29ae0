import type { MouseEvent } from 'react'
import { dateAt } from '../../../../shared/case/dates.ts'
import { toneOf } from '../../../../shared/case/kinds.ts'
import { stateOf } from '../../../../shared/note/review.ts'
import { useToday } from '../../../base/clock.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { stateIcon, useNoteName } from '../../../note-model/note-name.ts'
import { useNoteDecoration } from '../../../note-model/note-title.ts'
import { kindIcon } from '../../../note-model/owner-badge.tsx'
import { useReceived } from '../../../note-model/received.ts'
import type { EditorDecoration } from '../../../workbench/contribution.ts'
import { NeedSigns, needsText } from './needs.tsx'
import { type CaseRow, draftsOf, type NoteRow, type TreeRow } from './rows.ts'

interface RowProps {
  readonly top: number
  readonly height: number
  /** The one row that Tab reaches. */
  readonly tabStop: boolean
  /** Shown in the active editor. */
  readonly shown: boolean
  readonly onOpen: () => void
  readonly onToggle: (open: boolean) => void
}

/** One row of the tree, where the list has put it. */
export function Row({ row, ...props }: RowProps & { row: TreeRow }) {
  return row.kind === 'case' ? <CaseItem row={row} {...props} /> : <NoteItem row={row} {...props} />
}

function itemProps(row: TreeRow, { top, height, shown, onOpen }: RowProps) {
  return {
    id: `case-tree-${row.id}`,
    'data-row': row.id,
    className: 'case-row',
    'aria-level': row.kind === 'case' ? 1 : 2,
    'aria-posinset': row.position,
    'aria-setsize': row.size,
    'aria-selected': shown,
    style: { top, height },
    onClick: onOpen,
  } as const
}

function CaseItem({ row, ...props }: RowProps & { row: CaseRow }) {
  const t = useT()
  const { number, insured, firstSickDay, closed } = row.summary.case
  const received = useReceived(row.id)
  const today = useToday()
  const needs = { firstSickDay, today, attention: row.attention, drafts: draftsOf(row.summary) }
  const says = [
    `${number} ${insured.name}`,
    needsText(t, needs),
    ...(received === undefined ? [] : [t('packages.received.by', { name: received.sender.name })]),
    ...(closed === undefined ? [] : [t('disposal.state.closed')]),
    ...(row.summary.notes.length === 0 ? [t('cases.tree.noNotes')] : []),
  ].join(', ')
  const toggle = (event: MouseEvent) => {
    if (row.expanded === undefined) return
    event.stopPropagation()
    props.onToggle(!row.expanded)
  }
  return (
    <div
      role="treeitem"
      tabIndex={props.tabStop ? 0 : -1}
      {...itemProps(row, props)}
      aria-expanded={row.expanded}
      title={says}
    >
      {/* For the pointer alone: the row says whether it is open, and the arrow keys open it. */}
      <span className="case-row-twisty" aria-hidden="true" onClick={toggle}>
        {row.expanded === undefined ? null : <Icon name={row.expanded ? 'chevron-down' : 'chevron-right'} />}
      </span>
      <span className="visually-hidden">{says}</span>
      <span className="case-row-lines" aria-hidden="true">
        <span className="case-row-line">
          <span className="case-row-number">{number}</span>
          <span className="case-row-name">{insured.name}</span>
          {received === undefined ? null : (
            <span className="case-row-gone">
              <Icon name="package" /> {t('packages.received.short')}
            </span>
          )}
          {closed === undefined ? null : (
            <span className="case-row-gone">
              <Icon name="archive" /> {t('disposal.state.closed')}
            </span>
          )}
        </span>
        <NeedSigns needs={needs} t={t} />
      </span>
    </div>
  )
}

function NoteItem({ row, ...props }: RowProps & { row: NoteRow }) {
  const t = useT()
  const decoration = useNoteDecoration(row.id)
  const { kind, owner, createdAt } = row.note
  const state = stateOf(row.note)
  const title = useNoteName()(row.note)
  const date = dateAt(createdAt)
  const says = t('cases.tree.note', {
    title,
    owner: t(`lists.owner.${owner}`),
    status: row.gone === undefined ? t(`lists.status.${state}`).toLowerCase() : t(`amend.state.${row.gone}`),
    date,
  })
  return (
    <div
      role="treeitem"
      tabIndex={props.tabStop ? 0 : -1}
      {...itemProps(row, props)}
      data-tone={toneOf(kind, owner)}
      title={says}
    >
      <span className="visually-hidden">{says}</span>
      <span className="case-row-note" aria-hidden="true">
        <Icon name={kindIcon(kind)} className="case-row-icon" />
        <span className="case-row-name">{row.gone === undefined ? title : <s>{title}</s>}</span>
        {row.gone === undefined ? null : (
          <span className="case-row-gone">
            <Icon name="circle-slash" /> {t(`amend.state.${row.gone}`)}
          </span>
        )}
        {state === 'utkast' || row.gone !== undefined ? null : (
          <Icon name={stateIcon(state)} className="case-row-lock" />
        )}
        <span className="case-row-detail">{date}</span>
      </span>
      <Decoration {...decoration} />
    </div>
  )
}

/** What is wrong with a note and whether it is saved, by sign and in words. */
export function Decoration({ dirty, errors, warnings }: EditorDecoration) {
  const t = useT()
  return (
    <>
      {dirty ? (
        <span className="case-row-dirty">
          <Icon name="circle-filled" />
          <span className="visually-hidden">{t('frame.tab.dirty')}</span>
        </span>
      ) : null}
      {errors + warnings === 0 ? null : (
        <span className="count" data-severity={errors > 0 ? 'error' : 'warning'}>
          <span aria-hidden="true">{errors > 0 ? errors : warnings}</span>
          <span className="visually-hidden">
            {errors > 0
              ? t('frame.tab.errors', { count: errors })
              : t('frame.tab.warnings', { count: warnings })}
          </span>
        </span>
      )}
    </>
  )
}
