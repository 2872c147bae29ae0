import type { QueryClient } from '@tanstack/react-query'
import { type IsoDate, swedishDate } from '../../shared/case/dates.ts'
import { apiOf, type Client } from './use-client.ts'

/** Today's date in the open archive, for what is no view; views ask `useToday`. */
export function todayOf({ queryClient, client }: { queryClient: QueryClient; client: Client }): IsoDate {
  const status = queryClient.getQueryData(apiOf(client).archive.status.queryKey())
  return (status?.state === 'open' ? status.playedOn : undefined) ?? swedishDate(new Date())
}
