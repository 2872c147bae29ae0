import { useEffect } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { type CaseId, caseIdSchema } from '../../../../shared/case/ids.ts'
import { errorText } from '../../../api/error-text.ts'
import type { Client } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import { useArchive, useWorkbench } from '../../../workbench/context.ts'
import type { Unsaved } from '../../../workbench/contribution.ts'
import { type CaseDraft, caseDraftSchema } from './draft.ts'

/** Which form: that of a case, or of a new one. */
export type FormId = CaseId | 'new'

type Drafts = ReadonlyMap<FormId, CaseDraft>

interface FormState {
  /** What is typed in the forms and not yet stored. A closed tab loses nothing: the form opens again as it was left. */
  readonly drafts: Drafts
  /** The drafts as the archive has them; others are still to be sent. */
  readonly sent: Drafts
  /** The archive that they belong to, by its path. */
  readonly archive: string | undefined
}

const none: Drafts = new Map()
export const useFormStore = create<FormState>(() => ({ drafts: none, sent: none, archive: undefined }))

/** Keeps what is typed; undefined forgets it. */
export function keepDraft(id: FormId, draft: CaseDraft | undefined): void {
  useFormStore.setState(({ drafts }) => {
    const next = new Map(drafts)
    if (draft === undefined) next.delete(id)
    else next.set(id, draft)
    return { drafts: next }
  })
}

const formIdSchema: z.ZodType<FormId> = z.union([z.literal('new'), caseIdSchema])
const storedSchema = z.array(z.tuple([formIdSchema, caseDraftSchema]))

/** The setting of the archive that keeps what is typed in case forms. */
export const DRAFTS_KEY = 'case-drafts'

/** Drafts as JSON that the archive can keep. */
export function writeDrafts(drafts: Drafts): z.core.util.JSONType {
  return z.json().parse([...drafts])
}

/** Drafts read back; none where they were written by a version that kept them otherwise. */
export function readDrafts(stored: unknown): Drafts {
  const parsed = storedSchema.safeParse(stored)
  return new Map(parsed.success ? parsed.data : [])
}

const isSent = () => useFormStore.getState().drafts === useFormStore.getState().sent

/** Sends what is typed to the archive. Rejects where it does not get there; it is still kept here then. */
async function send(client: Client): Promise<void> {
  if (isSent()) return
  const { drafts } = useFormStore.getState()
  await client.settings.set({ key: DRAFTS_KEY, value: writeDrafts(drafts) })
  useFormStore.setState({ sent: drafts })
}

/** What is typed in case forms, asked for before the archive or the window closes. */
export const unsavedDrafts: Unsaved = {
  pending: () => !isSent(),
  flush: (client) => send(client).then(isSent, () => false),
}

/** So long after the last key what is typed in a case form is in the archive. */
const PAUSE = 400

/**
 * Keeps what is typed in case forms in the encrypted archive, so that it is there after a crash or a restart, and
 * forgets it in the window when the archive closes. What did not get there (the core had died) waits in the window
 * until that archive is open again. For the one component that stands while an archive is open.
 */
export function useStoredDrafts(): void {
  const t = useT()
  const { client, notify } = useWorkbench()
  const status = useArchive()
  const archive = status.state === 'open' ? status.archive.path : undefined
  useEffect(() => {
    const refused = (error: unknown) => notify(errorText(t, error), 'error')
    return keepInArchive(client, refused)
  }, [client, notify, t])
  useEffect(() => {
    const forget = () => useFormStore.setState({ drafts: none, sent: none, archive })
    if (useFormStore.getState().archive !== archive) forget()
    return () => {
      if (isSent()) forget()
    }
  }, [archive])
}

function keepInArchive(client: Client, refused: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  client.settings.get().then((settings) => {
    if (stopped) return
    const stored = readDrafts(settings[DRAFTS_KEY])
    useFormStore.setState(({ drafts, sent }) =>
      // What has been typed in the meantime is newer.
      drafts === sent ? { drafts: stored, sent: stored } : { drafts: new Map([...stored, ...drafts]) },
    )
  }, refused)
  const sendLater = () => {
    clearTimeout(timer)
    if (!isSent()) timer = setTimeout(() => send(client).catch(refused), PAUSE)
  }
  const unsubscribe = useFormStore.subscribe(sendLater)
  return () => {
    stopped = true
    unsubscribe()
    clearTimeout(timer)
  }
}
