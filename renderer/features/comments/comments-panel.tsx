import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { NoteId } from '../../../shared/case/ids.ts'
import { takesSuggestion } from '../../../shared/comments/passages.ts'
import { isResolved, type Thread } from '../../../shared/comments/thread.ts'
import { Icon } from '../../base/icon.tsx'
import { stepThrough } from '../../base/list-keys.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useThreads } from '../../note-model/comments.tsx'
import { useNoteName } from '../../note-model/note-name.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import {
  useActiveNote,
  useCell,
  useNoteServices,
  useOpenSession,
  useReading,
  useStoredNote,
} from '../../note-model/use-note.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { begin, mayDo } from './actions.ts'
import './comments.css'
import { filters, groupThreads, passes, type ThreadFilter } from './thread-list.ts'
import { ThreadView } from './thread-view.tsx'
import { useShowPlace } from './use-show-place.ts'
import { WriteForm } from './write-form.tsx'

/** The comments of the note that is worked with: written, answered and settled here. */
export function CommentsPanel() {
  const t = useT()
  const session = useOpenSession(useActiveNote())
  if (session === undefined) return <p className="comments-empty">{t('comments.noNote')}</p>
  return <NoteComments key={session.id} session={session} />
}

function NoteComments({ session }: { session: NoteSession }) {
  const t = useT()
  const note = useStoredNote(session)
  const nameOf = useNoteName()
  const { runCommand } = useWorkbench()
  const threads = useThreads(session.id)
  const [filter, setFilter] = useState<ThreadFilter>('open')
  const groups = groupThreads(threads, useNamedFields(session.id), filter)
  const showPlace = useShowPlace(session)
  const archive = useArchive()
  const mayComment = mayDo(archive, 'comment')
  const list = useFocusInList(threads, filter, setFilter)
  return (
    <div className="comments" ref={list}>
      <div className="comments-bar">
        <fieldset className="comments-filter">
          <legend className="visually-hidden">{t('comments.filter')}</legend>
          {filters.map((each) => (
            <button key={each} type="button" aria-pressed={filter === each} onClick={() => setFilter(each)}>
              {t(`comments.filter.${each}`)} {threads.filter((thread) => passes(each, thread)).length}
            </button>
          ))}
        </fieldset>
        {mayComment ? (
          <button
            type="button"
            className="button comments-add"
            onClick={() => runCommand('comments.addToNote', { noteId: note.id, caseId: note.caseId })}
          >
            <Icon name="comment" />
            {t('comments.addToNote')}
          </button>
        ) : null}
        <span className="comments-note">{nameOf(note)}</span>
      </div>
      <div className="comments-list">
        <NewComment session={session} />
        {groups.map(({ field, label, threads: ofGroup }) => (
          <section key={field ?? ''} aria-label={label ?? t('comments.whole')}>
            <h3 className="comments-field">
              {field === undefined ? t('comments.whole') : (label ?? t('comments.hiddenField', { field }))}
            </h3>
            <ul>
              {ofGroup.map((thread) => (
                <ThreadView
                  key={thread.id}
                  thread={thread}
                  answerable={mayComment}
                  writable={note.status === 'utkast' && mayDo(archive, 'write')}
                  onGo={() => showPlace(thread)}
                  onKeyDown={moveByArrow}
                />
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 ? (
          <p className="comments-empty">
            {threads.length === 0 ? t('comments.empty') : t('comments.filtered', { count: threads.length })}
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** The form for a comment that is being begun, at the head of the list. */
function NewComment({ session }: { session: NoteSession }) {
  const t = useT()
  const window = { ...useWorkbench(), t }
  const services = useNoteServices()
  const begun = useCell(services.commenting)
  const fields = useNamedFields(session.id)
  if (begun?.note !== session.id) return null
  const { anchor } = begun
  const field = anchor.kind === 'note' ? undefined : fields.find(({ id }) => id === anchor.field)
  const label = field === undefined ? t('comments.new.note') : t('comments.new.field', { field: field.label })
  const close = () => {
    services.commenting.set(undefined)
    if (anchor.kind === 'note') return
    const where = { field: anchor.field, ...(anchor.kind === 'row' ? { row: anchor.row } : {}) }
    if (session.note().status === 'utkast') services.goTo.set({ note: session.id, where })
  }
  return (
    <div className="comments-new">
      {anchor.kind === 'passage' ? <q lang="sv">{anchor.quote}</q> : null}
      <WriteForm
        key={JSON.stringify(anchor)}
        draft={`${session.id} ${JSON.stringify(anchor)}`}
        label={label}
        send={t('comments.send')}
        quote={takesSuggestion(anchor) && session.note().status === 'utkast' ? anchor.quote : undefined}
        onSend={(words) => begin(window, session.id, anchor, words)}
        onClose={close}
      />
    </div>
  )
}

/** The fields of a note as it shows them, by their labels. */
function useNamedFields(note: NoteId) {
  const language = useLanguage()
  const shown = useReading(note, (read) => read.shown())
  return useMemo(
    () => (shown ?? []).map(({ field }) => ({ id: field.id, label: field.label[language] })),
    [shown, language],
  )
}

const buttonsIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('.thread-go')]

/** Takes the focus to the thread that is asked for, and to the next one where the one that had it has left the list. */
function useFocusInList(
  threads: readonly Thread[],
  filter: ThreadFilter,
  setFilter: (filter: ThreadFilter) => void,
) {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<number | undefined>(undefined)
  const { thread: wanted } = useNoteServices()
  const id = useCell(wanted)
  useEffect(() => {
    const thread = threads.find((each) => each.id === id)
    if (id === undefined || thread === undefined) return
    if (!passes(filter, thread)) {
      setFilter(isResolved(thread) ? 'resolved' : 'open')
      return
    }
    const button = list.current?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(id)}"] .thread-go`)
    button?.focus()
    button?.scrollIntoView({ block: 'nearest' })
    wanted.set(undefined)
  }, [id, threads, filter, setFilter, wanted])
  useEffect(() => {
    const { current } = list
    if (current === null) return undefined
    const onFocus = ({ target }: FocusEvent) => {
      const thread = target instanceof Element ? target.closest('.thread') : null
      last.current = thread === null ? undefined : [...current.querySelectorAll('.thread')].indexOf(thread)
    }
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) last.current = undefined
    }
    current.addEventListener('focusout', onLeave)
    current.addEventListener('focusin', onFocus)
    return () => {
      current.removeEventListener('focusin', onFocus)
      current.removeEventListener('focusout', onLeave)
    }
  }, [])
  useEffect(() => {
    // Whatever has been done in the threads may have taken away the button that did it.
    if (threads.length === 0 || list.current === null || last.current === undefined) return
    if (document.activeElement !== document.body) return
    const buttons = buttonsIn(list.current)
    const next = buttons[Math.min(last.current, buttons.length - 1)]
    ;(next ?? list.current.querySelector<HTMLElement>('.comments-filter button'))?.focus()
  }, [threads])
  return list
}

/** Up and down go from thread to thread; Home and End to the first and the last. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest<HTMLElement>('.comments-list')
  if (list !== null) stepThrough(event, buttonsIn(list))
}
