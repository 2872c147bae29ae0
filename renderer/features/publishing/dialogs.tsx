import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { inLanguage, type TextKey } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { FormAlert, Labelled, TextField } from '../../base/form-kit.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { DateEntry } from '../../fields/date-entry.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import { closeDialog, type PublishingDialog, usePublishingDialog } from './state.ts'
import '../../base/dialog.css'

type Open<K extends PublishingDialog['kind']> = Extract<PublishingDialog, { kind: K }>

/** What is asked before a template is returned, published, withdrawn or read in. */
export function PublishingDialogs() {
  const t = useT()
  const { open } = usePublishingDialog()
  return (
    <Dialog.Root open={open.kind !== 'closed'} onOpenChange={(stays) => stays || closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog">
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
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface FormProps {
  readonly go: TextKey
  readonly done: TextKey
  /** What is done; an error of the form, in words, where something is missing. */
  readonly run: () => Promise<string | undefined>
  /** Why it cannot be done at all: it is then not offered. */
  readonly refused?: string | undefined
  readonly children?: ReactNode
}

/** A form of a dialog: what is asked, and the buttons. What is refused is said and the dialog stays. */
function DialogForm({ go, done, run, refused, children }: FormProps) {
  const t = useT()
  const { notify } = useWorkbench()
  const [problem, setProblem] = useState(refused)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const missing = await run()
      if (missing !== undefined) return setProblem(missing)
      notify(t(done), 'success')
      closeDialog()
    } catch (error) {
      setProblem(errorText(t, error))
    }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      {children}
      <FormAlert text={problem} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closeDialog}>
          {t('frame.cancel')}
        </button>
        {refused === undefined ? (
          <button type="submit" className="button button-primary">
            {t(go)}
          </button>
        ) : null}
      </div>
    </form>
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

function PublishForm({ asked: { copy } }: { asked: Open<'publish'> }) {
  const t = useT()
  const { client } = useWorkbench()
  const today = useToday()
  const [from, setFrom] = useState<string>(today)
  const [code, setCode] = useState('')
  const { data: signing } = useQuery(useApi().proof.signingCode.queryOptions())
  const run = async () => {
    const day = isoDateSchema.safeParse(from)
    if (!day.success) return t('publish.from.unreadable')
    const { id, revision: baseRevision } = await client.studio.read({ id: copy })
    await client.studio.publish({ id, baseRevision, from: day.data, ...(code === '' ? {} : { code }) })
    return undefined
  }
  return (
    <DialogForm go="publish.go" done="publish.done.published" run={run}>
      <Labelled label={t('publish.from')} hint={t('publish.from.hint')}>
        {({ id, invalid, describedBy }) => (
          <DateEntry
            id={id}
            name="from"
            value={from}
            onChange={setFrom}
            origin={{ today }}
            invalid={invalid}
            describedBy={describedBy}
            required
          />
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

function ImportForm({ asked: { json, inspected } }: { asked: Open<'import'> }) {
  const t = useT()
  const language = useLanguage()
  const { client } = useWorkbench()
  const { file, signer, why } = inspected
  const run = async () => {
    await client.studio.import({ json })
    return undefined
  }
  return (
    <DialogForm
      go="publish.command.import"
      done="publish.done.imported"
      run={run}
      refused={why === undefined ? undefined : t(`publish.refused.${why}`)}
    >
      {file === undefined ? null : (
        <>
          <p>
            {t('publish.version', {
              title: inLanguage(language, file.title),
              version: file.template.version,
            })}
          </p>
          <p>
            {t('publish.signedBy', {
              name: file.published.by.name,
              reviewer: file.published.reviewedBy.name,
              from: file.published.from,
            })}
          </p>
          {signer === undefined ? null : <p>{t(`lists.templateSigner.${signer}`)}</p>}
        </>
      )}
    </DialogForm>
  )
}
