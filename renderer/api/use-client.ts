import type { ContractRouterClient } from '@orpc/contract'
import { createContext, use } from 'react'
import type { Contract } from '../../shared/api/contract.ts'

/** The core, called over the contract. */
export type Client = ContractRouterClient<Contract>

export const ClientContext = createContext<Client | undefined>(undefined)

/** The core, for everything below the window. */
export function useClient(): Client {
  const client = use(ClientContext)
  if (client === undefined) throw new Error('useClient is used outside the window.')
  return client
}
