import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { NoteId } from '../../../../shared/case/ids.ts'
import { errorText } from '../../../api/error-text.ts'
import { apiOf, useApi } from '../../../api/use-client.ts'
import type { Translate } from '../../../base/use-t.ts'
import type { Services } from '../../../workbench/contribution.ts'

const STAYED_KEY = 'follow.stayed'
/** So many notes are remembered; the ones that stayed longest ago are asked again. Own choice. */
const MOST = 2000

/** The newest version that each note has stayed before, in the order that they did. */
const stayedSchema = z.record(z.string(), z.int()).catch({})

/** The version of its template that it was said of a note to stay before; undefined where nobody has said. */
export function useStayed(id: NoteId): number | undefined {
  const { data } = useQuery(useApi().settings.get.queryOptions())
  return stayedSchema.parse(data?.[STAYED_KEY])[id]
}

/** Whether a version is offered to a note: it is newer than its own, and than the one that somebody has said to stay before. */
export const isOffered = (newest: number, own: number, stayed = own): boolean =>
  newest > Math.max(own, stayed)

interface At extends Pick<Services, 'client' | 'queryClient' | 'notify'> {
  readonly t: Translate
}

/** Remembers that a note stays before a version, or that it is to be asked again. What cannot be stored is told. */
export function keepStayed(
  { client, queryClient, notify, t }: At,
  id: NoteId,
  version: number | undefined,
): void {
  const { queryKey } = apiOf(client).settings.get.queryOptions()
  const { [id]: _before, ...others } = stayedSchema.parse(queryClient.getQueryData(queryKey)?.[STAYED_KEY])
  const entries = Object.entries(others)
  if (version !== undefined) entries.push([id, version])
  const value = Object.fromEntries(entries.slice(-MOST))
  queryClient.setQueryData(queryKey, (settings) => settings && { ...settings, [STAYED_KEY]: value })
  client.settings.set({ key: STAYED_KEY, value }).catch((error: unknown) => {
    notify(errorText(t, error), 'error')
    void queryClient.invalidateQueries({ queryKey })
  })
}
