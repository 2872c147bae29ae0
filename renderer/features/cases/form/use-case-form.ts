import { isDefinedError, safe } from '@orpc/client'
import { useRef, useState } from 'react'
import type { CaseDetails } from '../../../../shared/case/case.ts'
import { errorText } from '../../../api/error-text.ts'
import { useToday } from '../../../base/clock.ts'
import { focusField } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { type CaseFieldName, compareDrafts, withFieldsOf } from './compare.ts'
import { type CaseDraft, draftOf } from './draft.ts'
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
  /** The case as another window has left it, where that stands in the way of a save. */
  const [changed, setChanged] = useState<CaseDraft>()
  const draft = kept ?? initial

  const refuse = (found: readonly FieldError[]) => {
    setErrors(found)
    const [first] = found
    // After the errors are shown, so that a screen reader reads the field with its error.
    if (first !== undefined) requestAnimationFrame(() => focusField(form.current, first.field))
  }

  const store = (details: CaseDetails, baseRevision: number) =>
    id === 'new'
      ? safe(client.cases.create(details))
      : safe(client.cases.update({ id, baseRevision, details }))

  const save = async (typed = draft): Promise<void> => {
    if (busy) return
    setFailure(undefined)
    const read = readDraft(typed, today)
    if (!read.ok) return refuse(read.errors)
    setErrors([])
    setBusy(true)
    const { error, data } = await store(read.details, typed.baseRevision)
    setBusy(false)
    if (isDefinedError(error) && error.code === 'CASE_NUMBER_TAKEN') {
      return refuse([
        { field: 'number', key: 'cases.error.numberTaken', params: { number: error.data.number } },
      ])
    }
    if (isDefinedError(error) && error.code === 'CASE_CHANGED')
      return meet(typed, draftOf(error.data.current))
    if (error !== null) return setFailure(errorText(t, error))
    keepDraft(id, undefined)
    const stored = 'case' in data ? data.case : data
    notify(t(id === 'new' ? 'cases.form.created' : 'cases.form.saved', { number: stored.number }), 'success')
    editors.replace(inputOf(id), { type: 'case', caseId: stored.id })
  }

  /** Another window saved first: goes on by itself unless both changed the same field. */
  const meet = (typed: CaseDraft, theirs: CaseDraft): Promise<void> | undefined => {
    const { merged, conflicts } = compareDrafts(typed, theirs)
    if (conflicts.length > 0) {
      setChanged(theirs)
      return undefined
    }
    keepDraft(id, merged)
    return save(merged)
  }

  const asked = changed === undefined ? [] : compareDrafts(draft, changed).conflicts
  const conflict =
    changed === undefined || asked.length === 0 ? undefined : { theirs: changed, fields: asked }

  /** Settles the conflict and saves: these fields as the other window has them, the others as they are here. */
  const resolve = (fromThem: readonly CaseFieldName[]): Promise<void> | undefined => {
    if (conflict === undefined) return undefined
    const { merged } = compareDrafts(draft, conflict.theirs)
    const settled = withFieldsOf(merged, conflict.theirs, fromThem)
    setChanged(undefined)
    keepDraft(id, settled)
    return save(settled)
  }

  return {
    form,
    draft,
    today,
    busy,
    failure,
    errors,
    /** What another window has changed otherwise meanwhile, and where. */
    conflict,
    resolve,
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
    save: () => save(),
    cancel: () => editors.close(inputOf(id)),
    reset: () => {
      keepDraft(id, undefined)
      setErrors([])
      setFailure(undefined)
      setChanged(undefined)
    },
  }
}
export type CaseFormState = ReturnType<typeof useCaseForm>

function inputOf(id: FormId): EditorInputOf<'case-form'> {
  return id === 'new' ? { type: 'case-form' } : { type: 'case-form', caseId: id }
}
