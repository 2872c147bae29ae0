import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { useQuery } from '@tanstack/react-query'
import { createContext, use, useCallback } from 'react'
import type { Contract } from '../../shared/api/contract.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'

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

/** All cases with the summaries of their notes, by case number. */
export const useCases = () => useQuery(useApi().cases.list.queryOptions())

/** What in each case needs somebody on a day. */
export const useAttention = (today: IsoDate) =>
  useQuery(useApi().cases.attention.queryOptions({ input: { today } }))

/** One case with the summaries of its notes. */
export const useCase = (id: CaseId) => useQuery(useApi().cases.get.queryOptions({ input: { id } }))

/** All notes of a case with their answers, oldest first: what the cross-document rules read. */
export const useNotesOfCase = (caseId: CaseId) =>
  useQuery(useApi().notes.ofCase.queryOptions({ input: { caseId } }))

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
