import { dateAt } from '../../../shared/case/dates.ts'
import { toneOf } from '../../../shared/case/kinds.ts'
import { noteStates } from '../../../shared/note/lifecycle.ts'
import { Icon, type IconName } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { stateIcon, useNoteName } from '../../note-model/note-name.ts'
import { kindIcon } from '../../note-model/owner-badge.tsx'
import type { FoundHit } from './found.ts'
import { type FoundCaseRow, type FoundRow, type HitRow, sentenceParts } from './rows.ts'
import { foldCase } from './state.ts'

interface RowProps {
  readonly index: number
  readonly top: number
  /** Tells the list how high the row has become. */
  readonly measure: (element: Element | null) => void
  /** The one row that Tab reaches. */
  readonly isStop: boolean
  /** The one that was gone to last. */
  readonly isActive: boolean
  readonly onOpen: () => void
}

/** One row of the hits, where the list has put it. */
export function ResultRow({ row, ...props }: RowProps & { row: FoundRow }) {
  const t = useT()
  return (
    <div role="treeitem" tabIndex={props.isStop ? 0 : -1} {...itemOf(row, props)}>
      {row.kind === 'case' ? (
        <CaseHead row={row} />
      ) : row.kind === 'hit' ? (
        <Hit row={row} />
      ) : (
        <span className="search-more">{t('search.group.more', { count: row.group.more })}</span>
      )}
    </div>
  )
}

function itemOf(row: FoundRow, { index, top, measure, isActive, onOpen }: RowProps) {
  return {
    ref: measure,
    'data-index': index,
    'data-row': row.id,
    'data-kind': row.kind,
    className: 'search-row',
    'aria-level': row.kind === 'case' ? 1 : 2,
    'aria-selected': isActive,
    'aria-expanded': row.kind === 'case' ? !row.isFolded : undefined,
    'aria-posinset': row.kind === 'hit' ? row.position : undefined,
    'aria-setsize': row.kind === 'hit' ? row.size : undefined,
    style: { top },
    onClick: onOpen,
  }
}

function CaseHead({ row: { id, group, isFolded, count } }: { row: FoundCaseRow }) {
  const t = useT()
  return (
    <span className="search-case">
      {/* For the pointer alone: the row says whether it is open, and the arrow keys open it. */}
      <span
        className="search-twisty"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          foldCase(id, !isFolded)
        }}
      >
        <Icon name={isFolded ? 'chevron-right' : 'chevron-down'} />
      </span>
      <span className="search-case-name">
        <strong>{group.number}</strong> {group.name}
      </span>
      {group.closed ? (
        <span className="search-closed">
          <Icon name="archive" /> {t('disposal.state.closed')}
        </span>
      ) : null}
      <span className="count">
        {count + group.more}
        <span className="visually-hidden"> {t('search.results').toLowerCase()}</span>
      </span>
    </span>
  )
}

function Hit({ row: { hit } }: { row: HitRow }) {
  const t = useT()
  const { title, icon, tone } = useHitName(hit)
  const status = noteStates.find((each) => each === hit.status)
  return (
    <span className="search-hit" data-tone={tone}>
      <span className="search-hit-head">
        <Icon name={icon} className="search-hit-icon" />
        <span className="search-hit-title">{title}</span>
        <time className="search-hit-day" dateTime={hit.changedAt}>
          {dateAt(hit.changedAt)}
        </time>
      </span>
      {hit.note === undefined ? null : (
        <span className="search-hit-facts">
          <span className="search-hit-owner">{t(`lists.owner.${hit.note.owner}`)}</span>
          {status === undefined ? null : (
            <span>
              <Icon name={stateIcon(status)} />
              {t(`lists.status.${status}`)}
            </span>
          )}
        </span>
      )}
      {hit.sentence.text === '' ? null : (
        <span className="search-sentence" lang="sv">
          {sentenceParts(hit.sentence).map(({ from, text, isMarked }) =>
            isMarked ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
          )}
        </span>
      )}
    </span>
  )
}

/** What a hit is called, its icon and whose colour it has. */
function useHitName({ kind, note }: FoundHit): {
  readonly title: string
  readonly icon: IconName
  readonly tone: string | undefined
} {
  const t = useT()
  const nameOf = useNoteName()
  if (note === undefined) return { title: t('search.hit.case'), icon: 'folder', tone: undefined }
  const tone = toneOf(note.kind, note.owner)
  return kind === 'kommentar'
    ? { title: t('search.hit.comment', { note: nameOf(note) }), icon: 'comment', tone }
    : { title: nameOf(note), icon: kindIcon(note.kind), tone }
}
