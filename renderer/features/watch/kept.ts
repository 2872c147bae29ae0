import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type Kept, keptKey, readKeptLists, type WatchQuery } from '../../../shared/watch/list.ts'
import { type ShippedList, shippedList } from '../../../shared/watch/shipped.ts'
import { errorText } from '../../api/error-text.ts'
import { apiOf, useApi } from '../../api/use-client.ts'
import { type Translate, useT } from '../../base/use-t.ts'
import { useArchive } from '../../workbench/context.ts'
import type { Services, Workbench } from '../../workbench/contribution.ts'

/** A list as it is shown, whether it ships or is the user's own. */
export interface ShownList {
  readonly id: string
  readonly name: string
  readonly query: WatchQuery
  /** What it is for, where it ships; one's own can be changed instead. */
  readonly what?: string
}

export const shownShipped = (t: Translate, { id, query }: ShippedList): ShownList => ({
  id,
  name: t(`watch.list.${id}`),
  what: t(`watch.list.${id}.what`),
  query,
})

/** The list of an id, among those that ship and those that are kept. */
export function findList(t: Translate, { lists }: Kept, id: string): ShownList | undefined {
  const shipped = shippedList(id)
  return shipped === undefined ? lists.find((list) => list.id === id) : shownShipped(t, shipped)
}

/** What the one who works keeps of lists. */
export function useKept(): Kept {
  const archive = useArchive()
  const { data } = useQuery(useApi().settings.get.queryOptions())
  return readKeptLists(archive.state === 'open' ? data?.[keptKey(archive.user)] : undefined)
}

export function useList(id: string): ShownList | undefined {
  return findList(useT(), useKept(), id)
}

/** The same in a command. */
export function keptOf({
  archive,
  client,
  queryClient,
}: Pick<Workbench, 'archive' | 'client' | 'queryClient'>): Kept {
  const settings = queryClient.getQueryData(apiOf(client).settings.get.queryKey())
  return readKeptLists(archive.state === 'open' ? settings?.[keptKey(archive.user)] : undefined)
}

/** Changes what is kept: in the window at once, and in the archive. What cannot be stored is told, and read anew. */
export function changeKept(
  workbench: Pick<Workbench, 'archive' | 't'> & Pick<Services, 'client' | 'queryClient' | 'notify'>,
  change: (kept: Kept) => Kept,
): void {
  const { archive, client, queryClient, notify, t } = workbench
  if (archive.state !== 'open') return
  const key = keptKey(archive.user)
  const value = z.json().parse(change(keptOf(workbench)))
  const queryKey = apiOf(client).settings.get.queryKey()
  queryClient.setQueryData(queryKey, (settings) => settings && { ...settings, [key]: value })
  client.settings.set({ key, value }).catch((error: unknown) => {
    notify(errorText(t, error), 'error')
    void queryClient.invalidateQueries({ queryKey })
  })
}
