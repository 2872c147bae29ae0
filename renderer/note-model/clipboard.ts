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
    void copyText({ ...workbench, t }, text)
  }
}

/** What copying is done with: the window's services, and the words of its language. */
type Copying = Services & { readonly t: Translate }

/** Copies a text of a case, where it may go to the clipboard; says `copied` when it is there, and why where it cannot be. */
export async function copyText(
  workbench: Copying,
  text: string | (() => Promise<string>),
  copied?: string,
): Promise<void> {
  if (!(await mayCopy(workbench))) return
  const { notify, t } = workbench
  try {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : await text())
    if (copied !== undefined) notify(copied, 'success')
  } catch (error) {
    notify(t('notes.copyFailed', { detail: error instanceof Error ? error.message : String(error) }), 'error')
  }
}

/** The windows in which the user has been warned and has gone ahead. */
const warned = new WeakSet<Client>()

/**
 * Whether journal text may go to the clipboard, where other programs read it. Where the agency wants it the user is asked
 * first, every time or till they have once gone ahead.
 */
async function mayCopy({ client, queryClient, confirm, t }: Copying): Promise<boolean> {
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
