import { type KeyboardEvent, useState } from 'react'
import { timeText } from '../../../shared/case/dates.ts'
import { takesSuggestion } from '../../../shared/comments/passages.ts'
import {
  type Entry,
  isResolved,
  openSuggestion,
  suggestionState,
  type Thread,
} from '../../../shared/comments/thread.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
import { accept, decline, reply, settle } from './actions.ts'
import { WordDiff } from './word-diff.tsx'
import { WriteForm } from './write-form.tsx'

interface Props {
  thread: Thread
  /** Takes the focus to what it is about. */
  onGo: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Whether who works now may comment. */
  answerable: boolean
  /** Whether the note is a draft that they may write in, so that a suggestion can be put in it. */
  writable: boolean
}

/** One thread: what it is about, what has been said, and what can be done. */
export function ThreadView({ thread, onGo, onKeyDown, answerable, writable }: Props) {
  const t = useT()
  const window = { ...useWorkbench(), t }
  const [writing, setWriting] = useState<'reply' | 'decline'>()
  const resolved = isResolved(thread)
  const suggestion = openSuggestion(thread)
  const close = () => setWriting(undefined)
  return (
    <li className="thread" data-thread={thread.id} data-resolved={resolved || undefined}>
      <button type="button" className="thread-go" onClick={onGo} onKeyDown={onKeyDown}>
        <Icon name={resolved ? 'pass' : 'comment'} />
        <span className="visually-hidden">
          {t(resolved ? 'comments.state.resolved' : 'comments.state.open')}:{' '}
        </span>
        <Place thread={thread} />
      </button>
      <ol className="thread-entries">
        {thread.entries.map((entry) => (
          <EntryView key={entry.id} entry={entry} thread={thread} />
        ))}
      </ol>
      {writing === 'reply' ? (
        <WriteForm
          draft={`${thread.id} reply`}
          label={t('comments.reply.label')}
          send={t('comments.reply')}
          quote={takesSuggestion(thread.place) ? thread.place.quote : undefined}
          onSend={(words) => reply(window, thread, words)}
          onClose={close}
        />
      ) : null}
      {writing === 'decline' && suggestion !== undefined ? (
        <WriteForm
          draft={`${thread.id} decline`}
          label={t('comments.decline.reason')}
          send={t('comments.decline')}
          onSend={({ text }) => decline(window, thread, suggestion.id, text)}
          onClose={close}
        />
      ) : null}
      {writing === undefined && answerable ? (
        <div className="thread-actions">
          {suggestion !== undefined && writable ? (
            <>
              <Action
                command="comments.accept"
                title={t('comments.accept')}
                run={() => void accept(window, thread)}
                primary
              />
              <Action title={t('comments.decline')} run={() => setWriting('decline')} />
            </>
          ) : null}
          {resolved ? null : <Action title={t('comments.reply')} run={() => setWriting('reply')} />}
          <Action
            command="comments.settle"
            title={t(resolved ? 'comments.reopen' : 'comments.resolve')}
            run={() => void settle(window, thread, resolved ? 'reopen' : 'resolve')}
          />
        </div>
      ) : null}
    </li>
  )
}

interface ActionProps {
  title: string
  run: () => void
  /** Whose key does the same. */
  command?: string
  primary?: boolean
}

function Action({ title, run, command = '', primary = false }: ActionProps) {
  const key = useKeyLabel(command)
  return (
    <button
      type="button"
      className={primary ? 'button button-primary thread-action' : 'button thread-action'}
      title={key === undefined ? undefined : `${title} (${key})`}
      onClick={run}
    >
      {title}
    </button>
  )
}

/** What a thread is about, in its own words. */
function Place({ thread: { anchor, place } }: { thread: Thread }) {
  const t = useT()
  if (place.kind === 'note') return <span>{t('comments.about.note')}</span>
  if (place.kind === 'field') return <span>{t('comments.about.field')}</span>
  if (place.kind === 'row')
    return (
      <span>
        {place.quote === '' ? t('comments.about.row') : t('comments.about.namedRow', { row: place.quote })}
      </span>
    )
  if (place.gone !== true) return <q lang="sv">{place.quote}</q>
  return (
    <span>
      {t('comments.about.gone')}{' '}
      <s>
        <q lang="sv">{anchor.kind === 'passage' ? anchor.quote : place.quote}</q>
      </s>
    </span>
  )
}

function EntryView({ entry, thread }: { entry: Entry; thread: Thread }) {
  const t = useT()
  const language = useLanguage()
  const state = suggestionState(thread, entry.id)
  const was = thread.anchor.kind === 'passage' ? thread.anchor.quote : ''
  const now = thread.place.kind === 'passage' && state === 'open' ? thread.place.quote : was
  return (
    <li className="thread-entry" data-kind={entry.kind}>
      <p className="thread-by">
        <strong>{entry.by.name}</strong> {t(`lists.role.${entry.by.role}`).toLowerCase()} ·{' '}
        {timeText(language, entry.at)}
        {entry.kind === 'comment' ? null : <> · {t(`comments.entry.${entry.kind}`)}</>}
      </p>
      {'text' in entry && entry.text !== '' ? <p className="thread-text">{entry.text}</p> : null}
      {entry.kind === 'comment' && entry.suggestion !== undefined && state !== undefined ? (
        <>
          <p className="thread-suggests">{t(`comments.suggests.${state}`)}</p>
          <WordDiff before={now} after={entry.suggestion} />
        </>
      ) : null}
    </li>
  )
}
