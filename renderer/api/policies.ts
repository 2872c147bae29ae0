import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { Policies } from '../../shared/policy/policies.ts'
import { noPolicies, type PolicyReading } from '../../shared/policy/read.ts'
import { host } from './host.ts'
import { apiOf, type Client, useApi } from './use-client.ts'

/** What the agency governs; undefined until the core has told, which the window waits for before it shows anything. */
export function usePolicyReading(): PolicyReading | undefined {
  return useQuery(useApi().policies.get.queryOptions()).data
}

/** The policies, for all that stands in the window. */
export function usePolicies(): Policies {
  return (usePolicyReading() ?? noPolicies).policies
}

/** The policies, for what is no view. */
export function policiesOf(queryClient: QueryClient, client: Client): Policies {
  return (queryClient.getQueryData(apiOf(client).policies.get.queryKey()) ?? noPolicies).policies
}

/**
 * Whether something may leave the program as a file here. A browser chooses by itself where a file goes, so that where
 * folders are governed none leaves it. The core refuses the same.
 */
export function mayExport(
  { exportFormats, exportFolders }: Policies,
  format: NonNullable<Policies['exportFormats']>[number],
): boolean {
  const isFormat = exportFormats === undefined || exportFormats.includes(format)
  const isPlace = exportFolders === undefined || (host.kind === 'electron' && exportFolders.length > 0)
  return isFormat && isPlace
}
