import { useQuery } from '@tanstack/react-query'
import { documentKinds, toneOf } from '../../../shared/case/kinds.ts'
import {
  filterQueue,
  type QueueFilter,
  type QueueItem,
  queueGroups,
  queueOf,
} from '../../../shared/review/queue.ts'
import { may } from '../../../shared/user/may.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { SelectField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { SideList, SideSection, sideRow } from '../../base/side-list.tsx'
import { useT } from '../../base/use-t.ts'
import { useNoteName } from '../../note-model/note-name.ts'
import { kindIcon } from '../../note-model/owner-badge.tsx'
import { CommandButton } from '../../workbench/command-button.tsx'
import { useActiveEditor, useArchive, useWorkbench } from '../../workbench/context.ts'
import { useReviewState } from './review-state.ts'
import './review.css'

const ages = [0, 3, 7, 14] as const

/** What the one who works now has to do with, of all that is in review. */
function useQueue(): readonly QueueItem[] | undefined {
  const archive = useArchive()
  const today = useToday()
  const { data } = useQuery(useApi().review.queue.queryOptions())
  if (archive.state !== 'open' || data === undefined) return undefined
  const { user } = archive
  return queueOf(data, { user, today, reviews: may(user.role, 'review', { demo: archive.archive.demo }) })
}

/** Granskning in the activity bar: what waits for me, what came back, and what I have sent. */
export function ReviewView() {
  const t = useT()
  const items = useQueue()
  const filter = useReviewState((state) => state.filter)
  return (
    <>
      <div className="side-head">
        <h2 className="side-title">{t('review.title')}</h2>
        <CommandButton command="review.next" bare />
      </div>
      <div className="review-packages">
        <CommandButton command="package.open" text="packages.open.short" />
        <CommandButton command="package.make" />
      </div>
      {items === undefined ? null : items.length === 0 ? (
        <div className="view-message">
          <p>{t('review.empty')}</p>
          <p>{t('review.empty.what')}</p>
        </div>
      ) : (
        <>
          <Filters items={items} filter={filter} />
          <Groups items={filterQueue(items, filter)} />
        </>
      )}
      <Lists />
    </>
  )
}

/** The lists over all cases that a specialist reads beside the queue. */
function Lists() {
  const t = useT()
  const { runCommand } = useWorkbench()
  return (
    <nav className="review-lists" aria-label={t('review.lists')}>
      {(['review.words', 'review.aimless'] as const).map((command) => (
        <button key={command} type="button" className="review-link" onClick={() => runCommand(command)}>
          <Icon name="list-unordered" />
          {t(command)}
        </button>
      ))}
    </nav>
  )
}

function Filters({ items, filter }: { items: readonly QueueItem[]; filter: QueueFilter }) {
  const t = useT()
  const set = (next: QueueFilter) => useReviewState.setState({ filter: { ...filter, ...next } })
  const kinds = documentKinds.filter((kind) => items.some((item) => item.kind === kind))
  const authors = [...new Set(items.map(({ author }) => author.name))].toSorted((a, b) =>
    a.localeCompare(b, 'sv'),
  )
  return (
    <fieldset className="review-filters" aria-label={t('review.filter')}>
      <SelectField
        label={t('review.filter.kind')}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: t('review.filter.all') },
          ...kinds.map((kind) => ({ value: kind, label: t(`lists.kind.${kind}`) })),
        ]}
        onChange={(value) => set({ kind: value === '' ? undefined : value })}
      />
      <SelectField
        label={t('review.filter.author')}
        value={filter.author ?? ''}
        options={[
          { value: '', label: t('review.filter.all') },
          ...authors.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(value) => set({ author: value === '' ? undefined : value })}
      />
      <SelectField
        label={t('review.filter.age')}
        value={(filter.age ?? 0).toString()}
        options={ages.map((days) => ({
          value: days.toString(),
          label: days === 0 ? t('review.filter.all') : t('review.filter.days', { count: days }),
        }))}
        onChange={(value) => set({ age: Number(value) })}
      />
    </fieldset>
  )
}

function Groups({ items }: { items: readonly QueueItem[] }) {
  const t = useT()
  if (items.length === 0) return <p className="view-message">{t('review.filter.none')}</p>
  return (
    <SideList label={t('review.title')}>
      {queueGroups.map((group) => {
        const own = items.filter((item) => item.group === group)
        return own.length === 0 ? null : (
          <SideSection
            key={group}
            heading={
              <>
                {t(`review.group.${group}`)} <span className="count">{own.length}</span>
              </>
            }
          >
            {own.map((item) => (
              <li key={item.noteId}>
                <Row item={item} isStop={item === items[0]} />
              </li>
            ))}
          </SideSection>
        )
      })}
    </SideList>
  )
}

function Row({ item, isStop }: { item: QueueItem; isStop: boolean }) {
  const t = useT()
  const nameOf = useNoteName()
  const { editors } = useWorkbench()
  const active = useActiveEditor()
  const { noteId, caseId, kind, owner, author, age, reason, to } = item
  return (
    <button
      className="review-row"
      {...sideRow({ isStop, isCurrent: active?.type === 'note' && active.noteId === noteId })}
      data-tone={toneOf(kind, owner)}
      onClick={() => editors.open({ type: 'note', noteId, caseId })}
    >
      <Icon name={kindIcon(kind)} className="review-row-icon" />
      <span className="review-row-lines">
        <span className="review-row-title">{nameOf(item)}</span>
        <span className="review-row-detail">
          {item.caseNumber} {item.insured}
        </span>
        <span className="review-row-detail">
          {item.group === 'to-review'
            ? t('review.from', { name: author.name })
            : item.group === 'sent'
              ? t('review.to', { name: to?.name ?? t('review.anybody') })
              : t('review.by', { name: item.by.name })}
        </span>
        {reason === undefined ? null : <span className="review-row-reason">{reason}</span>}
      </span>
      <span className="review-row-age">
        {age === 0 ? t('review.age.today') : t('review.age', { count: age })}
      </span>
    </button>
  )
}
