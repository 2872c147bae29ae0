import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { createContext, use } from 'react'
import type { Contract } from '../../shared/api/contract.ts'

/** The core, called over the contract. */
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

/** The queries of a client; the same for as long as the client. */
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
