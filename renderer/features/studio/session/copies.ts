import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { jsonAt } from '../../../../shared/studio/json-path.ts'
import { isTemplateText, type TemplateText } from '../../../../shared/studio/text.ts'
import type { WorkingCopyId } from '../../../../shared/template/working-copy.ts'
import { type Client, useApi, useClient } from '../../../api/use-client.ts'
import { systemClock } from '../../../base/clock.ts'
import { type CopySession, type CopyState, createCopySession } from './copy-session.ts'
import { clientCopyPort } from './save.ts'

/** The working copies that are or were open in this window: one whose tab is closed keeps what is not saved yet. */
const sessions = new WeakMap<Client, Map<WorkingCopyId, CopySession>>()

function sessionsOf(client: Client): Map<WorkingCopyId, CopySession> {
  const known = sessions.get(client) ?? new Map<WorkingCopyId, CopySession>()
  sessions.set(client, known)
  return known
}

/** The session of a working copy that is or was open here. */
const copySession = (client: Client, id: WorkingCopyId): CopySession | undefined => sessionsOf(client).get(id)

/** What the workbench asks before the archive or the window closes. */
export const unsavedCopies = {
  pending: (client: Client) => [...sessionsOf(client).values()].some((session) => session.isDirty()),
  flush: async (client: Client) => {
    const saved = await Promise.all([...sessionsOf(client).values()].map((session) => session.flush()))
    return saved.every(Boolean)
  },
}

/** The session of a working copy, opened when it has been read; and what stands in the way where it cannot be. */
export function useCopySession(id: WorkingCopyId): { session: CopySession | undefined; error: Error | null } {
  const client = useClient()
  const queryClient = useQueryClient()
  const { data, error } = useQuery(useApi().studio.read.queryOptions({ input: { id } }))
  const [session, setSession] = useState(() => copySession(client, id))
  useEffect(() => {
    if (data === undefined) return
    const open = sessionsOf(client)
    const known = open.get(id) ?? createCopySession(data, clientCopyPort(client, queryClient), systemClock)
    open.set(id, known)
    known.receive(data)
    setSession(known)
  }, [client, queryClient, id, data])
  return { session, error }
}

const never = () => () => undefined

/** What a template that is open here is called, as it is being written. */
export function useWrittenTitle(id: WorkingCopyId): TemplateText | undefined {
  const session = copySession(useClient(), id)
  const title = useSyncExternalStore(session?.onChange ?? never, () =>
    jsonAt(session?.state().shown, ['title']),
  )
  return isTemplateText(title) ? title : undefined
}

/** The working copy as it stands on the screen; the component renders when it changes. */
export const useCopyState = (session: CopySession): CopyState =>
  useSyncExternalStore(session.onChange, session.state)
