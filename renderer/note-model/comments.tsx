import { skipToken, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { NoteId } from '../../shared/case/ids.ts'
import { isResolved, type Passage, type Thread, type ThreadId } from '../../shared/comments/thread.ts'
import { useApi } from '../api/use-client.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import './comments.css'

const none: readonly Thread[] = []
type ByField = ReadonlyMap<string, readonly Thread[]>
const noFields: ByField = new Map()

/** The threads of comments of a note, in the order they were begun; the same list while nothing is done in them. */
export function useThreads(note: NoteId | undefined): readonly Thread[] {
  const api = useApi()
  const asked = note === undefined ? skipToken : { note }
  return useQuery(api.comments.ofNote.queryOptions({ input: asked })).data ?? none
}

/** The threads that are open, by the field they stand in. */
function openByField(threads: readonly Thread[]): ByField {
  const byField = new Map<string, Thread[]>()
  for (const thread of threads) {
    if (isResolved(thread) || thread.place.kind === 'note') continue
    const { field } = thread.place
    byField.set(field, [...(byField.get(field) ?? []), thread])
  }
  return byField.size === 0 ? noFields : byField
}

const FieldThreads = createContext<ByField>(noFields)

/** Tells the fields of a note what is commented in them. Apart from what else they share, since few of them need be drawn anew for it. */
export function CommentedFields({ note, children }: { note: NoteId; children: ReactNode }) {
  const threads = useThreads(note)
  return <FieldThreads value={useMemo(() => openByField(threads), [threads])}>{children}</FieldThreads>
}

/** The open threads in a field of the note around. */
function useFieldThreads(field: string): readonly Thread[] {
  return use(FieldThreads).get(field) ?? none
}

/** The commented passages of a field, by their threads. */
export function useFieldPassages(field: string): ReadonlyMap<ThreadId, Passage> {
  const threads = useFieldThreads(field)
  return useMemo(
    () => new Map(threads.flatMap(({ id, place }) => (place.kind === 'passage' ? [[id, place]] : []))),
    [threads],
  )
}

/** At a field with open comments: how many there are, and the way to them. Nothing where there are none. */
export function FieldComments({ note, field }: { note: NoteId; field: string }) {
  const threads = useFieldThreads(field)
  const [first] = threads
  return first && <ToComments note={note} thread={first.id} count={threads.length} />
}

function ToComments({ note, thread, count }: { note: NoteId; thread: ThreadId; count: number }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  return (
    <button
      type="button"
      className="field-comments"
      title={t('comments.show')}
      onClick={() => runCommand('comments.show', { noteId: note, thread })}
    >
      <Icon name="comment" />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('comments.open', { count })}</span>
    </button>
  )
}

/** The same beside the name of a row, as a sign alone. */
export function RowComments({ row }: { row: string }) {
  const t = useT()
  const all = use(FieldThreads)
  const count = [...all.values()]
    .flat()
    .filter(({ place }) => place.kind === 'row' && place.row === row).length
  if (count === 0) return null
  const words = t('comments.open', { count })
  return (
    <span className="row-comments" title={words}>
      <Icon name="comment" />
      <span className="visually-hidden">{`${words} `}</span>
    </span>
  )
}
