import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { usePolicies } from '../../api/policies.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { GovernedHint, Labelled, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { DateEntry } from '../../fields/date-entry.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import { AffectedDrafts } from './affected-drafts.tsx'
import { DialogForm } from './dialog-form.tsx'
import { ExportForm } from './export-form.tsx'
import { BeginForm, ImportForm, Unread } from './import-forms.tsx'
import { closeDialog, type Open, usePublishingDialog } from './state.ts'
import '../../base/dialog.css'

/** What is asked before a template is returned, published, withdrawn, read in or passed on. */
export function PublishingDialogs() {
  const t = useT()
  const { open } = usePublishingDialog()
  return (
    <Dialog.Root open={open.kind !== 'closed'} onOpenChange={(stays) => stays || closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog">
          {open.kind === 'closed' ? null : (
            <>
              <Dialog.Title className="dialog-title">{t(`publish.dialog.${open.kind}`)}</Dialog.Title>
              <Dialog.Description className="dialog-body">
                {t(`publish.dialog.${open.kind}.body`)}
              </Dialog.Description>
            </>
          )}
          {open.kind === 'return' || open.kind === 'withdraw' ? <ReasonForm asked={open} /> : null}
          {open.kind === 'publish' ? <PublishForm asked={open} /> : null}
          {open.kind === 'import' ? <ImportForm asked={open} /> : null}
          {open.kind === 'begin' ? <BeginForm asked={open} /> : null}
          {open.kind === 'unread' ? <Unread asked={open} /> : null}
          {open.kind === 'export' ? <ExportForm asked={open} /> : null}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function ReasonForm({ asked }: { asked: Open<'return'> | Open<'withdraw'> }) {
  const t = useT()
  const { client } = useWorkbench()
  const [reason, setReason] = useState('')
  const isReturn = asked.kind === 'return'
  const run = async () => {
    if (reason.trim() === '') return t('publish.step.reason')
    if (asked.kind === 'withdraw') await client.studio.withdraw({ template: asked.template, reason })
    else {
      const { id, revision: baseRevision } = await client.studio.read({ id: asked.copy })
      await client.studio.act({ id, baseRevision, verb: 'aterlamna', reason })
    }
    return undefined
  }
  return (
    <DialogForm
      go={isReturn ? 'publish.command.return' : 'publish.command.withdraw'}
      done={isReturn ? 'publish.done.returned' : 'publish.done.withdrawn'}
      run={run}
    >
      <TextField label={t('publish.reason')} name="reason" value={reason} onChange={setReason} />
    </DialogForm>
  )
}

function PublishForm({ asked: { copy, template } }: { asked: Open<'publish'> }) {
  const t = useT()
  const { client } = useWorkbench()
  const today = useToday()
  const [from, setFrom] = useState<string>(today)
  const [code, setCode] = useState('')
  const { data: signing } = useQuery(useApi().proof.signingCode.queryOptions())
  const { templateSigners } = usePolicies()
  const run = async () => {
    const day = isoDateSchema.safeParse(from)
    if (!day.success) return t('publish.from.unreadable')
    const { id, revision: baseRevision } = await client.studio.read({ id: copy })
    await client.studio.publish({ id, baseRevision, from: day.data, ...(code === '' ? {} : { code }) })
    return undefined
  }
  return (
    <DialogForm go="publish.go" done="publish.done.published" run={run}>
      {template === undefined ? null : <AffectedDrafts template={template} />}
      {templateSigners === undefined ? null : <GovernedHint text={t('publish.signers')} />}
      <Labelled label={t('publish.from')}>
        {(ties) => (
          <DateEntry {...ties} name="from" value={from} onChange={setFrom} origin={{ today }} required />
        )}
      </Labelled>
      {signing?.set === true ? (
        <TextField
          label={t('notes.sign.code')}
          name="signing-code"
          type="password"
          value={code}
          onChange={setCode}
        />
      ) : null}
    </DialogForm>
  )
}
