import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CaseSummary } from '../../shared/api/cases.ts'
import type { ChangeEvent } from '../../shared/api/contract.ts'
import { type IsoDate, swedishDate } from '../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { Attention } from '../../shared/projection/attention.ts'
import { createListeners } from '../base/listeners.ts'
import { type Api, apiOf, type Client } from './use-client.ts'

/** What the core tells this window, for those to whom it is more than a reason to read again. */
export const changeEvents = createListeners<ChangeEvent>()

const keysOfNote = (api: Api, { id, caseId }: { id: NoteId; caseId: CaseId }) => [
  api.notes.get.key({ input: { id } }),
  api.notes.ofCase.key({ input: { caseId } }),
  api.review.writers.key({ input: { id } }),
]

/** The query keys that a change makes stale. What a note's change means for its case is handled by `renewCase`. */
export function staleKeys(api: Api, event: ChangeEvent): readonly QueryKey[] {
  switch (event.type) {
    case 'archive':
      return [[]]
    case 'settings':
      return [api.settings.key()]
    case 'backups':
      return [api.backups.key()]
    case 'phrases':
      return [api.phrases.key()]
    case 'comments':
      return [api.comments.ofNote.key({ input: { note: event.note } })]
    case 'people':
      return [api.people.key()]
    // The lists are read again by the feature that shows them.
    case 'marks':
    case 'active':
    case 'locking':
      return []
    case 'case':
      return [api.cases.list.key(), api.cases.get.key({ input: { id: event.id } }), api.packages.key()]
    case 'note':
      return [
        ...keysOfNote(api, event),
        api.review.queue.key(),
        api.review.events.key({ input: { id: event.id } }),
        api.history.list.key({ input: { note: event.id } }),
      ]
    case 'note-saved':
      return keysOfNote(api, event)
  }
}

/**
 * Reads one case again and updates it in the cached list: while somebody writes, saves come several times a second and
 * the whole list may be long. If the case cannot be read or is not in the list, the list is read again.
 */
export async function renewCase(
  queryClient: QueryClient,
  api: Api,
  id: CaseId,
  read: (id: CaseId) => Promise<CaseSummary>,
): Promise<void> {
  const renewed = await read(id).catch(() => undefined)
  const list = queryClient.getQueryData(api.cases.list.queryKey())
  if (renewed === undefined || !list?.some((each) => each.case.id === id)) {
    for (const queryKey of [api.cases.get.key({ input: { id } }), api.cases.list.key()])
      void queryClient.invalidateQueries({ queryKey })
    return
  }
  queryClient.setQueryData(api.cases.get.queryKey({ input: { id } }), renewed)
  queryClient.setQueryData(
    api.cases.list.queryKey(),
    list.map((each) => (each.case.id === id ? renewed : each)),
  )
}

/** Puts what in a case needs somebody where the window keeps that of all cases. */
export function keepAttention(
  queryClient: QueryClient,
  api: Api,
  attention: Attention,
  today: IsoDate,
): void {
  queryClient.setQueryData(
    api.cases.attention.queryKey({ input: { today } }),
    (known) => known && [...known.filter(({ caseId }) => caseId !== attention.caseId), attention],
  )
}

/** Asks again what in one case needs somebody. Where it cannot be read, that of all cases is. */
export async function renewAttention(queryClient: QueryClient, client: Client, id: CaseId): Promise<void> {
  const api = apiOf(client)
  const today = swedishDate(new Date())
  if (queryClient.getQueryData(api.cases.attention.queryKey({ input: { today } })) === undefined) return
  const renewed = await client.cases.attention({ today, cases: [id] }).catch(() => undefined)
  if (renewed === undefined) void queryClient.invalidateQueries({ queryKey: api.cases.attention.key() })
  else for (const attention of renewed) keepAttention(queryClient, api, attention, today)
}

/**
 * Updates the cache with a note that this window has saved, so that nothing has to be read again: the note, the notes of
 * its case, and the case's summary of it.
 */
export function keepSaved(queryClient: QueryClient, api: Api, saved: StoredNote): void {
  const { id, caseId, revision, updatedAt } = saved
  const isOlder = (known: StoredNote) => known.id === id && known.revision < revision
  queryClient.setQueryData(api.notes.get.queryKey({ input: { id } }), (known) =>
    known && isOlder(known) ? saved : known,
  )
  queryClient.setQueryData(api.notes.ofCase.queryKey({ input: { caseId } }), (known) =>
    known?.some(isOlder) ? known.map((note) => (isOlder(note) ? saved : note)) : known,
  )
  const renewed = (summary: CaseSummary): CaseSummary => ({
    ...summary,
    notes: summary.notes.map((note) =>
      note.id === id && note.revision < revision ? { ...note, revision, updatedAt } : note,
    ),
  })
  queryClient.setQueryData(
    api.cases.get.queryKey({ input: { id: caseId } }),
    (known) => known && renewed(known),
  )
  queryClient.setQueryData(api.cases.list.queryKey(), (known) =>
    known?.map((summary) => (summary.case.id === caseId ? renewed(summary) : summary)),
  )
}

/**
 * Responds to a change: views that show it read it again. The window's own save is no news, since `keepSaved` has cached
 * it; it is read again only when it is next opened.
 */
export function hear(queryClient: QueryClient, client: Client, event: ChangeEvent): void {
  const api = apiOf(client)
  const isOwnSave = event.own && event.type === 'note-saved'
  for (const queryKey of staleKeys(api, event))
    void queryClient.invalidateQueries({ queryKey, refetchType: isOwnSave ? 'none' : 'active' })
  changeEvents.emit(event)
  if (isOwnSave || !('id' in event)) return
  void renewAttention(queryClient, client, event.type === 'case' ? event.id : event.caseId)
  if (event.type !== 'case') void renewCase(queryClient, api, event.caseId, (id) => client.cases.get({ id }))
}

const AGAIN_MS = 1000

/** Listens to the core for the window's lifetime. If the line breaks, it listens again and everything is read anew. */
export function useChanges(client: Client, queryClient: QueryClient): void {
  useEffect(() => {
    const stop = new AbortController()
    void listen(client, queryClient, stop.signal)
    return () => stop.abort()
  }, [client, queryClient])
}

async function listen(client: Client, queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  let broken = false
  while (!signal.aborted) {
    try {
      const events = await client.changes(undefined, { signal })
      if (broken) await queryClient.invalidateQueries()
      broken = false
      for await (const event of events) hear(queryClient, client, event)
    } catch (error) {
      if (!signal.aborted) console.warn('The core does not send changes; trying again.', error)
    }
    broken = true
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
