import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { keepPreviousData, skipToken, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { createContext, use, useCallback } from 'react'
import type { Contract } from '../../shared/api/contract.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { Attention } from '../../shared/projection/attention.ts'
import type { CaseListAsked, CaseSummary } from '../../shared/projection/case-list.ts'

/** So many cases are a choice among a few. Own choice. */
const LATEST = 200

/** What in each case needs somebody, and whether all of it is known yet. */
export interface AttentionKnown {
  readonly byCase: ReadonlyMap<CaseId, Attention>
  readonly isWhole: boolean
}

const attentionByCase = (results: readonly { data: Attention[] | undefined }[]): AttentionKnown => ({
  byCase: new Map(results.flatMap(({ data }) => data ?? []).map((each) => [each.caseId, each])),
  isWhole: results.every(({ data }) => data !== undefined),
})

/** How a list of cases is asked for: what it leaves out is as usual. */
export type CaseListInput = Partial<Omit<CaseListAsked, 'cursor'>>

/** A typed client for the core's contract. */
export type Client = ContractRouterClient<Contract>

/** The calls of the contract as queries: `useQuery(useApi().cases.get.queryOptions({ input: { id } }))`. */
export type Api = RouterUtils<Client>

export const ClientContext = createContext<Client | undefined>(undefined)

/** The core, for everything below the window. */
export function useClient(): Client {
  const client = use(ClientContext)
  if (client === undefined) throw new Error('useClient is used outside the window.')
  return client
}

const apis = new WeakMap<Client, Api>()

/** A client's queries; always the same object for the same client. */
export function apiOf(client: Client): Api {
  const known = apis.get(client)
  if (known) return known
  const made = createTanstackQueryUtils(client)
  apis.set(client, made)
  return made
}

/** The queries of the core, for everything below the window. */
export function useApi(): Api {
  return apiOf(useClient())
}

// Queries that many views share; any other call is made where it is needed, through `useApi()`.

/** A list of cases with the summaries of their notes, a page at a time; what was shown stays until the next list is there. */
export const useCaseList = (asked: CaseListInput) =>
  useInfiniteQuery(
    useApi().cases.list.infiniteOptions({
      input: (cursor: CaseListAsked['cursor']) => ({ ...asked, cursor }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    }),
  )

/** The cases that were changed last, as many as are asked for at a time, where a choice among a few is wanted. */
export const useLatestCases = () =>
  useQuery(useApi().cases.list.queryOptions({ input: { sort: 'changed', limit: LATEST } }))

/** What in each of some cases needs somebody on a day: asked for a page at a time, in the order that the cases came in. */
export function useAttention(pages: readonly (readonly CaseId[])[], today: IsoDate) {
  const api = useApi()
  return useQueries({
    queries: pages.map((cases) =>
      api.cases.attention.queryOptions({
        input: { today, cases: [...cases] },
        placeholderData: keepPreviousData,
      }),
    ),
    combine: attentionByCase,
  })
}

/** One case with the summaries of its notes; nothing where none is asked for. */
export const useCase = (id: CaseId | undefined) =>
  useQuery(useApi().cases.get.queryOptions({ input: id === undefined ? skipToken : { id } }))

/** Several cases with the summaries of their notes: those that have been read. */
export function useCasesOf(ids: readonly CaseId[]): readonly CaseSummary[] {
  const api = useApi()
  return useQueries({
    queries: ids.map((id) => api.cases.get.queryOptions({ input: { id } })),
    combine: readCases,
  })
}
const readCases = (results: readonly { data: CaseSummary | undefined }[]) =>
  results.flatMap(({ data }) => data ?? [])

/** All notes of a case with their answers, oldest first: what the cross-document rules read; nothing where none is asked for. */
export const useNotesOfCase = (caseId: CaseId | undefined) =>
  useQuery(useApi().notes.ofCase.queryOptions({ input: caseId === undefined ? skipToken : { caseId } }))

/** The notes of a case but one: the same list while none of them changes, however often that one is saved. */
export function useOthersOfCase(caseId: CaseId, id: NoteId) {
  const select = useCallback((notes: StoredNote[]) => notes.filter((note) => note.id !== id), [id])
  return useQuery(useApi().notes.ofCase.queryOptions({ input: { caseId }, select }))
}

/** One note with its answers, as stored. */
export const useNote = (id: NoteId) => useQuery(useApi().notes.get.queryOptions({ input: { id } }))

/** The phrases that can be inserted. */
export const usePhraseBank = () => useQuery(useApi().phrases.list.queryOptions())

/** The shipped templates; they never change while the program runs. */
export const useTemplates = () => useQuery(useApi().templates.list.queryOptions())
