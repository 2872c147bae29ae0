import { useQuery } from '@tanstack/react-query'
import { LOCK_KEY, lockMinutes, readLockMinutes } from '../../shared/host/lock.ts'
import { useApi, useClient } from '../api/use-client.ts'

/** The most idle minutes that the user's organisation allows; undefined where it says nothing. */
function useMostMinutes(): number | undefined {
  return useQuery(useApi().policies.get.queryOptions()).data?.policies.lockAfterMinutes
}

/** After how many idle minutes the archive locks (0: never), the most that may be chosen, and how it is chosen. */
export function useLockMinutes() {
  const client = useClient()
  const { data } = useQuery(useApi().settings.get.queryOptions())
  const most = useMostMinutes()
  return {
    minutes: lockMinutes(readLockMinutes(data?.[LOCK_KEY]), most),
    most,
    choose: (minutes: number) => client.settings.set({ key: LOCK_KEY, value: { minutes } }),
  }
}
