import { useQuery } from '@tanstack/react-query'
import type { CaseId } from '../../shared/case/ids.ts'
import { apiOf, useApi } from '../api/use-client.ts'
import type { Workbench } from '../workbench/contribution.ts'

/** The cases that were received for review, with who sent each and when it came. */
export const useReceivedCases = () => useQuery(useApi().packages.received.queryOptions()).data

/** From whom a case was received for review, and when; undefined of one that is this archive's own. */
export const useReceived = (caseId: CaseId) => useReceivedCases()?.find((each) => each.caseId === caseId)

/** Whether a case was received for review, for a command: as far as the window knows, which the tree asks for at once. */
export function isReceived({ client, queryClient }: Workbench, caseId: CaseId | undefined): boolean {
  const known = queryClient.getQueryData(apiOf(client).packages.received.queryKey())
  return known?.some((each) => each.caseId === caseId) === true
}
