import { AlertDialog } from '@base-ui/react/alert-dialog'
import { safe } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, useSyncExternalStore } from 'react'
import { messageText } from '../../../shared/text/index.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { markerKey } from '../../note-model/marker-parts.tsx'
import { useGoTo } from '../../note-model/use-run-fix.ts'
import { useWorkbench } from '../../workbench/context.ts'
import '../../base/dialog.css'
import { errorText } from '../../api/error-text.ts'
import { apiOf } from '../../api/use-client.ts'
import { TextField } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useSteps } from '../../note-model/review/steps.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import { useCell, useNoteServices, useOpenSession } from '../../note-model/use-note.ts'

/** The dialog in which a note is journalförd: what stands in the way, or what will happen. Rendered once. */
export function SignDialog() {
  const { signing } = useNoteServices()
  const id = useCell(signing)
  const session = useOpenSession(id)
  if (!session) return null
  return <Dialog key={session.id} session={session} close={() => signing.set(undefined)} />
}

function Dialog({ session, close }: { session: NoteSession; close: () => void }) {
  const t = useT()
  const language = useLanguage()
  const goTo = useGoTo()
  const { markers } = useNoteServices()
  const { runCommand } = useWorkbench()
  const confirm = useRef<HTMLButtonElement>(null)
  const codeField = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(true)
  const [code, setCode] = useState('')
  const { sign, busy, problem, asksCode } = useSigning(session, code, () => setOpen(false))
  const all = useSyncExternalStore(markers.onChange, () => markers.markers(session.id))
  const errors = all.filter((marker) => marker.severity === 'error')
  const warnings = all.length - errors.length
  const step = useSteps(session.note())('journalfor')
  const blocked = errors.length > 0 || step !== undefined
  const subject = { caseId: session.note().caseId, note: session.id }
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <DialogPopup
          className="dialog sign-dialog"
          initialFocus={blocked ? undefined : () => codeField.current ?? confirm.current}
        >
          <AlertDialog.Title className="dialog-title">
            {errors.length > 0
              ? t('notes.sign.blocked', { count: errors.length })
              : blocked
                ? t('notes.sign.refused')
                : t('notes.sign.title')}
          </AlertDialog.Title>
          <AlertDialog.Description className="dialog-body">
            {errors.length > 0
              ? t('notes.sign.blocked.body')
              : step === undefined
                ? t('notes.sign.body')
                : t(`errors.step.${step}`)}
          </AlertDialog.Description>
          {errors.length > 0 ? (
            <ul className="sign-errors">
              {errors.map((marker) => (
                <li key={markerKey(marker)}>
                  <button
                    type="button"
                    className="sign-error"
                    onClick={() => {
                      setOpen(false)
                      goTo(subject, marker.where)
                    }}
                  >
                    <Icon name="error" />
                    {messageText(language, marker.message)}
                  </button>
                </li>
              ))}
            </ul>
          ) : warnings > 0 && step === undefined ? (
            <p className="sign-warnings">{t('notes.sign.warnings', { count: warnings })}</p>
          ) : null}
          {asksCode && !blocked ? (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                if (!busy) void sign()
              }}
            >
              <TextField
                label={t('notes.sign.code')}
                name="signing-code"
                type="password"
                value={code}
                onChange={setCode}
                inputRef={codeField}
              />
            </form>
          ) : null}
          {problem === undefined ? null : (
            <p className="form-error" role="alert">
              <Icon name="error" />
              {problem}
            </p>
          )}
          <div className="dialog-actions">
            <AlertDialog.Close className="button">{t('notes.sign.cancel')}</AlertDialog.Close>
            {errors.length === 0 && step === 'review-demanded' ? (
              <button
                type="button"
                className="button button-primary"
                onClick={() => {
                  setOpen(false)
                  runCommand('review.submit', { noteId: session.id, caseId: subject.caseId })
                }}
              >
                <Icon name="mail" />
                {t('review.command.submit')}
              </button>
            ) : null}
            {blocked ? null : (
              <button
                ref={confirm}
                type="button"
                className="button button-primary"
                disabled={busy}
                onClick={() => void sign()}
              >
                <Icon name="lock" />
                {t('notes.sign.confirm')}
              </button>
            )}
          </div>
        </DialogPopup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** Saves what is unsaved, then signs; what stands in the way is told and nothing is changed. */
function useSigning(session: NoteSession, code: string, done: () => void) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const { markers } = useNoteServices()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { data } = useQuery(apiOf(client).proof.signingCode.queryOptions())
  const asksCode = data?.set === true
  const sign = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      if (!(await session.flush())) {
        setProblem(t('notes.sign.unsaved'))
        return
      }
      const { error, data, isDefined } = await safe(
        client.notes.sign({
          id: session.id,
          baseRevision: session.note().revision,
          ...(code === '' ? {} : { code }),
        }),
      )
      if (error === null) {
        session.receive(data)
        notify(t('notes.sign.done'), 'success')
        done()
      } else if (isDefined && error.code === 'NOTE_HAS_ERRORS') {
        markers.replace('sign', session.id, error.data.markers)
        const stop = session.onEdit(() => {
          markers.replace('sign', session.id, [])
          stop()
        })
      } else if (isDefined && error.code === 'CONFLICT') {
        session.receive(error.data.current)
        setProblem(t('notes.sign.changed'))
      } else setProblem(errorText(t, error))
    } finally {
      setBusy(false)
    }
  }
  return { sign, busy, problem, asksCode }
}
