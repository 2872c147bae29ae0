import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { type SavedFile, saveFile } from '../../base/files.ts'
import { FormAlert, SelectField, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useReceivedCases } from '../../note-model/received.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { type LockDraft, LockFields, lockOf } from './lock-fields.tsx'
import { closePackageDialog, usePackageDialog } from './state.ts'
import '../../base/dialog.css'
import './packages.css'

const begun: LockDraft = { kind: 'passphrase', passphrase: '', recipient: '' }

/** Granskningspaket: a case that goes to a specialist elsewhere, what comes from there, and the address to lock files to. */
export function PackageDialogs() {
  const t = useT()
  const dialog = usePackageDialog()
  return (
    <Dialog.Root open={dialog.kind !== 'closed'} onOpenChange={(open) => open || closePackageDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog">
          {dialog.kind === 'closed' ? null : (
            <Dialog.Title className="dialog-title">{t(`packages.${dialog.kind}`)}</Dialog.Title>
          )}
          {dialog.kind === 'make' ? (
            <MakeForm caseId={dialog.caseId} />
          ) : dialog.kind === 'answer' ? (
            <AnswerForm caseId={dialog.caseId} />
          ) : dialog.kind === 'open' ? (
            <OpenForm base64={dialog.base64} fileName={dialog.fileName} />
          ) : dialog.kind === 'address' ? (
            <Address />
          ) : null}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** A form that lacks a choice says which. */
class NothingChosen extends Error {}

/** A form of the dialog: what went wrong above, and the way out and on below. */
function PackageForm(props: { submit: string; run: () => Promise<void>; children: ReactNode }) {
  const t = useT()
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const go = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFailure(undefined)
    try {
      await props.run()
    } catch (refusal) {
      setFailure(refusal instanceof NothingChosen ? refusal.message : errorText(t, refusal))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void go(event)}>
      <FormAlert text={failure} />
      {props.children}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closePackageDialog}>
          {t('packages.cancel')}
        </button>
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          {busy ? t('packages.busy') : props.submit}
        </button>
      </div>
    </form>
  )
}

function useSave() {
  const t = useT()
  const { notify } = useWorkbench()
  return (file: SavedFile) => {
    saveFile(file)
    closePackageDialog()
    notify(t('packages.saved', { file: file.fileName }), 'success')
  }
}

/** That there is nothing to do here, and the way out. */
function Nothing({ text }: { text: string }) {
  const t = useT()
  return (
    <>
      <Dialog.Description>{text}</Dialog.Description>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closePackageDialog}>
          {t('packages.close')}
        </button>
      </div>
    </>
  )
}

function MakeForm({ caseId: named }: { caseId: CaseId | undefined }) {
  const t = useT()
  const { client } = useWorkbench()
  const save = useSave()
  const { data: queue = [] } = useQuery(useApi().review.queue.queryOptions())
  const received = new Set((useReceivedCases() ?? []).map((each) => each.caseId))
  const waiting = queue.filter((item) => item.verb === 'lamna-in' && !received.has(item.caseId))
  const cases = [...new Map(waiting.map((item) => [item.caseId, item])).values()]
  const [picked, setPicked] = useState<CaseId>()
  const caseId = named ?? picked ?? cases[0]?.caseId
  const submitted = waiting.filter((item) => item.caseId === caseId)
  const [left, setLeft] = useState<ReadonlySet<NoteId>>(new Set())
  const [lock, setLock] = useState(begun)
  const chosen = submitted.filter(({ noteId }) => !left.has(noteId))
  if (caseId === undefined || submitted.length === 0) return <Nothing text={t('packages.make.none')} />
  const toggle = (id: NoteId) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <PackageForm
      submit={t('packages.make.submit')}
      run={async () => {
        const locked = lockOf(lock)
        if (locked === undefined) return
        if (chosen.length === 0) throw new NothingChosen(t('packages.make.choose'))
        save(await client.packages.make({ caseId, notes: chosen.map(({ noteId }) => noteId), lock: locked }))
      }}
    >
      <Dialog.Description>{t('packages.make.lead')}</Dialog.Description>
      {named !== undefined || cases.length < 2 ? null : (
        <SelectField
          label={t('packages.make.case')}
          value={caseId}
          options={cases.map((each) => ({ value: each.caseId, label: `${each.caseNumber} ${each.insured}` }))}
          onChange={setPicked}
        />
      )}
      <fieldset className="form-field">
        <legend>{t('packages.make.notes')}</legend>
        {submitted.map(({ noteId, kind, author }) => (
          <label key={noteId} className="form-choice">
            <input type="checkbox" checked={!left.has(noteId)} onChange={() => toggle(noteId)} />
            {t('packages.make.note', { kind: t(`lists.kind.${kind}`), name: author.name })}
          </label>
        ))}
      </fieldset>
      <LockFields draft={lock} kinds={['passphrase', 'recipient']} onChange={setLock} />
    </PackageForm>
  )
}

function AnswerForm({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const { client } = useWorkbench()
  const save = useSave()
  const { data: kept = [] } = useQuery(useApi().packages.ofCase.queryOptions({ input: { caseId } }))
  const received = kept.findLast(({ direction }) => direction === 'received')
  const [typed, setLock] = useState<LockDraft>()
  if (received === undefined) return <Nothing text={t('packages.answer.none')} />
  const lock = typed ?? { ...begun, kind: received.answerable ? 'sender' : 'passphrase' }
  return (
    <PackageForm
      submit={t('packages.answer.submit')}
      run={async () => {
        const locked = lockOf(lock)
        save(await client.packages.answer({ caseId, ...(locked === undefined ? {} : { lock: locked }) }))
      }}
    >
      <Dialog.Description>{t('packages.answer.lead')}</Dialog.Description>
      <LockFields
        draft={lock}
        kinds={received.answerable ? ['sender', 'passphrase', 'recipient'] : ['passphrase', 'recipient']}
        onChange={setLock}
      />
    </PackageForm>
  )
}

function OpenForm({ base64, fileName }: { base64: string; fileName: string }) {
  const t = useT()
  const { client, editors, notify } = useWorkbench()
  const [passphrase, setPassphrase] = useState('')
  return (
    <PackageForm
      submit={t('packages.open.submit')}
      run={async () => {
        const opened = await client.packages.open({ base64, ...(passphrase === '' ? {} : { passphrase }) })
        closePackageDialog()
        editors.open({ type: 'case', caseId: opened.caseId })
        if (opened.kind === 'package') notify(t('packages.open.package', { count: opened.notes }), 'success')
        else
          notify(
            t('packages.open.answer', { decisions: opened.decisions, comments: opened.comments }),
            'success',
          )
      }}
    >
      <Dialog.Description>{t('packages.open.lead', { file: fileName })}</Dialog.Description>
      <TextField
        label={t('packages.open.passphrase')}
        name="packagePassphrase"
        type="password"
        optional
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
        hint={t('packages.open.hint')}
      />
    </PackageForm>
  )
}

function Address() {
  const t = useT()
  const { notify } = useWorkbench()
  const { data, error } = useQuery(useApi().packages.address.queryOptions())
  if (error !== null) return <p role="alert">{errorText(t, error)}</p>
  const copy = async () => {
    await navigator.clipboard.writeText(data?.recipient ?? '')
    notify(t('packages.address.copied'), 'success')
    closePackageDialog()
  }
  return (
    <div className="form">
      <Dialog.Description>{t('packages.address.lead')}</Dialog.Description>
      <code className="packages-address">{data?.recipient}</code>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={closePackageDialog}>
          {t('packages.cancel')}
        </button>
        <button type="button" className="button button-primary" onClick={() => void copy()}>
          {t('packages.address.copy')}
        </button>
      </div>
    </div>
  )
}
