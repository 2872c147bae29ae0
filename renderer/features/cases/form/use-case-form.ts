import { isDefinedError, safe } from '@orpc/client'
import { useRef, useState } from 'react'
import type { CaseDetails } from '../../../../shared/case/case.ts'
import { errorText } from '../../../api/error-text.ts'
import { useToday } from '../../../base/clock.ts'
import { focusField } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import type { CaseDraft } from './draft.ts'
import { type FieldError, type FieldName, readDraft } from './read-draft.ts'
import { type FormId, keepDraft, useFormStore } from './stored-drafts.ts'

/**
 * What a case form holds and does. `initial` is the form before anything is typed. Saving a form that is in order makes
 * or changes the case and shows it in the form's tab; otherwise every error is told at its field, and the first one gets
 * the focus. What is typed stays until it is stored, or put back with `reset`.
 */
export function useCaseForm(id: FormId, initial: CaseDraft) {
  const t = useT()
  const { client, editors, notify } = useWorkbench()
  const today = useToday()
  const kept = useFormStore(({ drafts }) => drafts.get(id))
  const form = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const draft = kept ?? initial

  const refuse = (found: readonly FieldError[]) => {
    setErrors(found)
    const [first] = found
    // After the errors are shown, so that a screen reader reads the field with its error.
    if (first !== undefined) requestAnimationFrame(() => focusField(form.current, first.field))
  }

  const store = (details: CaseDetails) =>
    id === 'new'
      ? safe(client.cases.create(details))
      : safe(client.cases.update({ id, baseRevision: draft.baseRevision, details }))

  const save = async () => {
    if (busy) return
    setFailure(undefined)
    const read = readDraft(draft, today)
    if (!read.ok) return refuse(read.errors)
    setErrors([])
    setBusy(true)
    const { error, data } = await store(read.details)
    setBusy(false)
    if (isDefinedError(error) && error.code === 'CASE_NUMBER_TAKEN') {
      return refuse([
        { field: 'number', key: 'cases.error.numberTaken', params: { number: error.data.number } },
      ])
    }
    if (error !== null) return setFailure(errorText(t, error))
    keepDraft(id, undefined)
    const stored = 'case' in data ? data.case : data
    notify(t(id === 'new' ? 'cases.form.created' : 'cases.form.saved', { number: stored.number }), 'success')
    editors.replace(inputOf(id), { type: 'case', caseId: stored.id })
  }

  return {
    form,
    draft,
    today,
    busy,
    failure,
    errors,
    /** Whether something is typed that is not stored. */
    dirty: kept !== undefined,
    change: (patch: Partial<CaseDraft>, ...fields: FieldName[]) => {
      keepDraft(id, { ...draft, ...patch })
      setErrors((before) => before.filter(({ field }) => !fields.includes(field)))
    },
    errorAt: (field: FieldName) => {
      const error = errors.find((each) => each.field === field)
      return error === undefined ? undefined : t(error.key, error.params)
    },
    save,
    cancel: () => editors.close(inputOf(id)),
    reset: () => {
      keepDraft(id, undefined)
      setErrors([])
      setFailure(undefined)
    },
  }
}
export type CaseFormState = ReturnType<typeof useCaseForm>

function inputOf(id: FormId): EditorInputOf<'case-form'> {
  return id === 'new' ? { type: 'case-form' } : { type: 'case-form', caseId: id }
}
