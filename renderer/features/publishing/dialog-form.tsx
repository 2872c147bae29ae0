import { type ReactNode, useState } from 'react'
import type { TextKey } from '../../../shared/text/index.ts'
import { errorText } from '../../api/error-text.ts'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { FormAlert } from '../../base/form-kit.tsx'
import { useSubmit } from '../../base/use-submit.ts'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { closeDialog } from './state.ts'

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
export function DialogForm({ go, done, run, refused, children }: FormProps) {
  const t = useT()
  const { notify } = useWorkbench()
  const [problem, setProblem] = useState(refused)
  const submit = useSubmit(async () => {
    try {
      const missing = await run()
      if (missing !== undefined) return setProblem(missing)
      notify(t(done), 'success')
      closeDialog()
    } catch (error) {
      setProblem(errorText(t, error))
    }
  })
  return (
    <form className="form" noValidate onSubmit={submit}>
      {children}
      <FormAlert text={problem} />
      <DialogActions submit={refused === undefined ? t(go) : undefined} />
    </form>
  )
}
