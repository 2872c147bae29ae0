import { useQuery } from '@tanstack/react-query'
import { MOST_COUNTED, type Whose } from '../../../shared/api/watch.ts'
import type { WatchQuery } from '../../../shared/watch/list.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { useT } from '../../base/use-t.ts'

/** How many rows a list has; undefined while it is counted. What is no longer shown is no longer counted. */
export function useCount(query: WatchQuery, whose: Whose): number | undefined {
  const input = { query, today: useToday(), whose }
  return useQuery(useApi().watch.count.queryOptions({ input })).data?.count
}

/** A count as it is shown in few characters: where there are more than are counted, it says so. */
export function useCountText(count: number | undefined): string {
  const t = useT()
  if (count === undefined) return ''
  return count > MOST_COUNTED ? t('watch.countMore', { limit: MOST_COUNTED }) : String(count)
}
