import { policiesOf } from '../api/policies.ts'
import type { Client } from '../api/use-client.ts'
import type { Translate } from '../base/use-t.ts'
import type { Services } from '../workbench/contribution.ts'

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
