import { AlertDialog } from '@base-ui/react/alert-dialog'
import { create } from 'zustand'
import { DialogPopup } from './dialog-popup.tsx'
import { useT } from './use-t.ts'
import './dialog.css'

export interface ConfirmOptions {
  readonly title: string
  readonly body: string
  /** The label of the button that goes ahead: a verb. */
  readonly confirm: string
  readonly danger?: boolean
}
/** Asks before something is done. True if the user goes ahead. */
export type Confirm = (options: ConfirmOptions) => Promise<boolean>

interface Question extends ConfirmOptions {
  readonly answer: (goesAhead: boolean) => void
}

const useQuestion = create<{ readonly question: Question | undefined }>(() => ({ question: undefined }))

/** Asks in a dialog. A new question replaces one that is open, which is then answered no. */
export const confirm: Confirm = (options) =>
  new Promise((resolve) => {
    useQuestion.getState().question?.answer(false)
    useQuestion.setState({ question: { ...options, answer: resolve } })
  })

function answer(goesAhead: boolean): void {
  useQuestion.getState().question?.answer(goesAhead)
  useQuestion.setState({ question: undefined })
}

/** Where the question is shown. Rendered once. */
export function ConfirmDialog() {
  const t = useT()
  const { question } = useQuestion()
  return (
    <AlertDialog.Root open={question !== undefined} onOpenChange={(open) => open || answer(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog">
          <AlertDialog.Title className="dialog-title">{question?.title}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-body">{question?.body}</AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Close className="button">{t('frame.cancel')}</AlertDialog.Close>
            <button
              type="button"
              className={`button ${question?.danger === true ? 'button-danger' : 'button-primary'}`}
              onClick={() => answer(true)}
            >
              {question?.confirm}
            </button>
          </div>
        </DialogPopup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
