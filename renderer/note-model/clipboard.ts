import type { ClipboardEvent } from 'react'
import { policiesOf } from '../api/policies.ts'
import type { Client } from '../api/use-client.ts'
import { type Translate, useT } from '../base/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import type { Services } from '../workbench/contribution.ts'

/**
 * What a selection of journal text does when it is copied: the same as the command that copies all of it. Nothing happens
 * where the agency wants no warning; the browser copies as it does.
 */
export function useCopyAsked(): (event: ClipboardEvent) => void {
  const workbench = useWorkbench()
  const t = useT()
  return (event) => {
    const text = String(document.getSelection() ?? '')
    if (text === '' || policiesOf(workbench.queryClient, workbench.client).clipboardWarning === undefined)
      return
    event.preventDefault()
    const copy = async () => {
      if (await mayCopy({ ...workbench, t })) await navigator.clipboard.writeText(text)
    }
    copy().catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error)
      workbench.notify(t('notes.copyFailed', { detail }), 'error')
    })
  }
}

/** The windows in which the user has been warned and has gone ahead. */
const warned = new WeakSet<Client>()

/**
 * Whether journal text may go to the clipboard, where other programs read it. Where the agency wants it the user is asked
 * first, every time or till they have once gone ahead.
 */
export async function mayCopy({
  client,
  queryClient,
  confirm,
  t,
}: Services & { readonly t: Translate }): Promise<boolean> {
  const { clipboardWarning } = policiesOf(queryClient, client)
  if (clipboardWarning === undefined) return true
  if (clipboardWarning === 'session' && warned.has(client)) return true
  const goesAhead = await confirm({
    title: t('policies.clipboard.title'),
    body: t('policies.clipboard.body'),
    confirm: t('policies.clipboard.confirm'),
  })
  if (goesAhead) warned.add(client)
  return goesAhead
}
