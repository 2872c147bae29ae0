import { create } from 'zustand'
import type { TemplateRef } from '../../../shared/template/template.ts'
import type { WorkingCopyId } from '../../../shared/template/working-copy.ts'
import type { Client } from '../../api/use-client.ts'

type Inspected = Awaited<ReturnType<Client['studio']['inspect']>>
type Found<K extends Inspected['kind']> = Extract<Inspected, { kind: K }>

/** What is asked of whoever looks after templates, before something is done. */
export type PublishingDialog =
  | { readonly kind: 'closed' }
  | { readonly kind: 'return'; readonly copy: WorkingCopyId }
  | { readonly kind: 'publish'; readonly copy: WorkingCopyId; readonly template: TemplateRef | undefined }
  | { readonly kind: 'withdraw'; readonly template: TemplateRef }
  | { readonly kind: 'import'; readonly json: string; readonly inspected: Found<'published'> }
  | { readonly kind: 'begin'; readonly form: Found<'form'> }
  | { readonly kind: 'unread'; readonly problems: Found<'refused'>['problems'] }
  | { readonly kind: 'export'; readonly template: TemplateRef }
export type Open<K extends PublishingDialog['kind']> = Extract<PublishingDialog, { kind: K }>

export const usePublishingDialog = create<{ readonly open: PublishingDialog }>(() => ({
  open: { kind: 'closed' },
}))

export const openDialog = (open: PublishingDialog) => usePublishingDialog.setState({ open })
export const closeDialog = () => openDialog({ kind: 'closed' })
