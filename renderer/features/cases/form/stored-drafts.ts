import { useEffect } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import { type CaseId, caseIdSchema } from '../../../../shared/case/ids.ts'
import { errorText } from '../../../api/error-text.ts'
import type { Client } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { type CaseDraft, caseDraftSchema } from './draft.ts'

/** Which form: that of a case, or of a new one. */
export type FormId = CaseId | 'new'

/** What is typed in the forms and not yet stored. A closed tab loses nothing: the form opens again as it was left. */
export const useFormStore = create<{ readonly drafts: ReadonlyMap<FormId, CaseDraft> }>(() => ({
  drafts: new Map(),
}))

/** Keeps what is typed; undefined forgets it. */
export function keepDraft(id: FormId, draft: CaseDraft | undefined): void {
  useFormStore.setState(({ drafts }) => {
    const next = new Map(drafts)
    if (draft === undefined) next.delete(id)
    else next.set(id, draft)
    return { drafts: next }
  })
}

/** Forgets every form, when the archive closes: what was typed belongs to it and to no other. */
export const forgetDrafts = () => useFormStore.setState({ drafts: new Map() })

const formIdSchema: z.ZodType<FormId> = z.union([z.literal('new'), caseIdSchema])
const storedSchema = z.array(z.tuple([formIdSchema, caseDraftSchema]))

/** The setting of the archive that keeps what is typed in case forms. */
export const DRAFTS_KEY = 'case-drafts'

/** Drafts as JSON that the archive can keep. */
export function writeDrafts(drafts: ReadonlyMap<FormId, CaseDraft>): z.core.util.JSONType {
  return z.json().parse([...drafts])
}

/** Drafts read back; none where they were written by a version that kept them otherwise. */
export function readDrafts(stored: unknown): ReadonlyMap<FormId, CaseDraft> {
  const parsed = storedSchema.safeParse(stored)
  return new Map(parsed.success ? parsed.data : [])
}

/** So long after the last key what is typed in a case form is in the archive. */
const PAUSE = 400

/**
 * Keeps what is typed in case forms in the encrypted archive, so that it is there after a crash or a restart, and
 * forgets it in the window when the archive closes. For the one component that stands while an archive is open.
 */
export function useStoredDrafts(): void {
  const t = useT()
  const { client, notify } = useWorkbench()
  useEffect(() => {
    const refused = (error: unknown) => notify(errorText(t, error), 'error')
    return keepInArchive(client, refused)
  }, [client, notify, t])
  useEffect(() => forgetDrafts, [])
}

function keepInArchive(client: Client, refused: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  client.settings.get().then((settings) => {
    const stored = readDrafts(settings[DRAFTS_KEY])
    // What has been typed in the meantime is newer.
    if (!stopped) useFormStore.setState(({ drafts }) => ({ drafts: new Map([...stored, ...drafts]) }))
  }, refused)
  const save = () => {
    timer = undefined
    client.settings
      .set({ key: DRAFTS_KEY, value: writeDrafts(useFormStore.getState().drafts) })
      .catch(refused)
  }
  const unsubscribe = useFormStore.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE)
  })
  return () => {
    stopped = true
    unsubscribe()
    if (timer === undefined) return
    clearTimeout(timer)
    save()
  }
}
