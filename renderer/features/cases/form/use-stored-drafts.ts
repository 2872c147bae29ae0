import { useEffect } from 'react'
import { errorText } from '../../../api/error-text.ts'
import type { Client } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { forgetDrafts, useFormStore } from './form-store.ts'
import { DRAFTS_KEY, readDrafts, writeDrafts } from './stored-drafts.ts'

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
