import { create } from 'zustand'
import type { TemplateRef } from '../../../shared/template/template.ts'
import type { WorkingCopyId } from '../../../shared/template/working-copy.ts'
import type { Client } from '../../api/use-client.ts'

type Inspected = Awaited<ReturnType<Client['studio']['inspect']>>

/** What is asked of whoever looks after templates, before something is done. */
export type PublishingDialog =
  | { readonly kind: 'closed' }
  | { readonly kind: 'return'; readonly copy: WorkingCopyId }
  | { readonly kind: 'publish'; readonly copy: WorkingCopyId }
  | { readonly kind: 'withdraw'; readonly template: TemplateRef }
  | { readonly kind: 'import'; readonly json: string; readonly inspected: Inspected }

export const usePublishingDialog = create<{ readonly open: PublishingDialog }>(() => ({
  open: { kind: 'closed' },
}))

export const openDialog = (open: PublishingDialog) => usePublishingDialog.setState({ open })
export const closeDialog = () => openDialog({ kind: 'closed' })
