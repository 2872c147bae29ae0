import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ChangeEvent } from '../../shared/api/contract.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { Attention } from '../../shared/projection/attention.ts'
import type { CasePage, CaseSummary } from '../../shared/projection/case-list.ts'
import { copyWith, type WorkingCopyHead, type Written } from '../../shared/template/working-copy.ts'
import { createListeners } from '../base/listeners.ts'
import { todayOf } from './today.ts'
import { type Api, apiOf, type Client } from './use-client.ts'

/** What the core tells this window, for those to whom it is more than a reason to read again. */
export const changeEvents = createListeners<ChangeEvent>()

const keysOfNote = (api: Api, { id, caseId }: { id: NoteId; caseId: CaseId }) => [
  api.notes.get.key({ input: { id } }),
  api.notes.ofCase.key({ input: { caseId } }),
  api.review.writers.key({ input: { id } }),
  api.history.byDay.key({ input: { caseId } }),
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
    case 'templates':
      return [api.templates.key(), api.studio.key()]
    case 'template-written':
      return [api.studio.list.key(), api.studio.read.key({ input: { id: event.copy } })]
    case 'comments':
      return [api.comments.ofNote.key({ input: { note: event.note } })]
    case 'people':
      return [api.people.key()]
    case 'followed':
      return [api.notes.key(), api.review.key(), api.history.key(), api.cases.get.key()]
    case 'derived':
      return [api.cases.list.key(), api.watch.key(), api.search.key(), api.indicators.key()]
    // The lists are read again by the feature that shows them.
    case 'marks':
    case 'sweeping':
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

type Pages = InfiniteData<CasePage> | CasePage
const isPaged = (known: Pages): known is InfiniteData<CasePage> => 'pages' in known

/** A page with its cases changed; the same page where none of them is. */
function changedPage(page: CasePage, id: CaseId, change: (summary: CaseSummary) => CaseSummary): CasePage {
  if (!page.cases.some((each) => each.case.id === id)) return page
  return { ...page, cases: page.cases.map((each) => (each.case.id === id ? change(each) : each)) }
}

/** The same of a list, whole or read page by page. */
function changedList(known: Pages, id: CaseId, change: (summary: CaseSummary) => CaseSummary): Pages {
  if (!isPaged(known)) return changedPage(known, id, change)
  const pages = known.pages.map((page) => changedPage(page, id, change))
  return pages.every((page, index) => page === known.pages[index]) ? known : { ...known, pages }
}

/** Changes one case in every list of cases that the window keeps. Gives whether any has it. */
function changeInLists(
  queryClient: QueryClient,
  api: Api,
  id: CaseId,
  change: (summary: CaseSummary) => CaseSummary,
): boolean {
  let isListed = false
  queryClient.setQueriesData<Pages>({ queryKey: api.cases.list.key() }, (known) => {
    const changed = known && changedList(known, id, change)
    isListed ||= changed !== known
    return changed
  })
  return isListed
}

/**
 * Reads one case again and updates it in the lists that are kept: while somebody writes, saves come several times a second and
 * a list may be long. If the case cannot be read or no list has it, the lists are read again.
 */
export async function renewCase(
  queryClient: QueryClient,
  api: Api,
  id: CaseId,
  read: (id: CaseId) => Promise<CaseSummary>,
): Promise<void> {
  const renewed = await read(id).catch(() => undefined)
  if (renewed === undefined || !changeInLists(queryClient, api, id, () => renewed)) {
    for (const queryKey of [api.cases.get.key({ input: { id } }), api.cases.list.key()])
      void queryClient.invalidateQueries({ queryKey })
    return
  }
  queryClient.setQueryData(api.cases.get.queryKey({ input: { id } }), renewed)
}

/** Puts what in a case needs somebody where the window keeps that of cases. */
export function keepAttention(
  queryClient: QueryClient,
  api: Api,
  attention: Attention,
  today: IsoDate,
): void {
  queryClient.setQueriesData<Attention[]>(
    { queryKey: api.cases.attention.key({ input: { today } }) },
    (known) => known?.map((each) => (each.caseId === attention.caseId ? attention : each)),
  )
}

/** Asks again what in one case needs somebody. Where it cannot be read, that of all that are shown is. */
export async function renewAttention(queryClient: QueryClient, client: Client, id: CaseId): Promise<void> {
  const api = apiOf(client)
  const today = todayOf({ queryClient, client })
  const known = queryClient.getQueriesData<Attention[]>({
    queryKey: api.cases.attention.key({ input: { today } }),
  })
  if (!known.some(([, of]) => of?.some(({ caseId }) => caseId === id))) return
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
  changeInLists(queryClient, api, caseId, renewed)
}

/** The same for a template that is being written. */
export function keepWritten(
  queryClient: QueryClient,
  api: Api,
  head: WorkingCopyHead,
  written: Written,
): void {
  const { id } = head
  queryClient.setQueryData(api.studio.read.queryKey({ input: { id } }), copyWith(head, written))
  queryClient.setQueryData(
    api.studio.list.queryKey(),
    (known) => known && { ...known, working: [head, ...known.working.filter((other) => other.id !== id)] },
  )
}

/**
 * Responds to a change: views that show it read it again. The window's own save is no news, since `keepSaved` or `keepWritten` has
 * cached it; it is read again only when it is next opened.
 */
export function hear(queryClient: QueryClient, client: Client, event: ChangeEvent): void {
  const api = apiOf(client)
  const isOwnSave = event.own && (event.type === 'note-saved' || event.type === 'template-written')
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
