import { create } from 'zustand'
import type { CaseId } from '../../../../shared/case/ids.ts'
import type { CaseDraft } from './draft.ts'

/** Which form: that of a case, or of a new one. */
export type FormId = CaseId | 'new'

/** What is typed in the forms and not yet stored. A closed tab loses nothing: the form opens again as it was left. */
export const useFormStore = create<{ readonly drafts: ReadonlyMap<FormId, CaseDraft> }>(() => ({
  drafts: new Map(),
}))

/** Keeps what is typed; undefined forgets it. */
export function keepDraft(id: FormId, draft: CaseDraft | undefined): void {
  useFormStore.setState(({ drafts }) => {
    const next = new Map(drafts)
    if (draft === undefined) next.delete(id)
    else next.set(id, draft)
    return { drafts: next }
  })
}

/** Forgets every form, when the archive closes: what was typed belongs to it and to no other. */
export const forgetDrafts = () => useFormStore.setState({ drafts: new Map() })
