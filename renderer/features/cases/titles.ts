import type { CaseId } from '../../../shared/case/ids.ts'
import { useCases } from '../../api/queries.ts'
import { useT } from '../../base/use-t.ts'
import type { EditorTitle } from '../../workbench/contribution.ts'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { useFormStore } from './form/form-store.ts'

// From the list rather than one by one: a tab of a new case asks for no case at all.
function useSummary(id: CaseId | undefined) {
  const { data } = useCases()
  return data?.find((summary) => summary.case.id === id)?.case
}

/** The tab of a case. */
export function useCaseTitle({ caseId }: EditorInputOf<'case'>): EditorTitle {
  const t = useT()
  const details = useSummary(caseId)
  const title = details === undefined ? t('cases.case') : `${details.number} ${details.insured.name}`
  return { title, icon: 'folder', description: t('cases.case') }
}

/** The tab of a case form; the dot says that something typed is not stored. */
export function useFormTitle({ caseId }: EditorInputOf<'case-form'>): EditorTitle {
  const t = useT()
  const details = useSummary(caseId)
  const dirty = useFormStore(({ drafts }) => drafts.has(caseId ?? 'new'))
  const decoration = { dirty, errors: 0, warnings: 0 }
  if (caseId === undefined) return { title: t('cases.form.new'), icon: 'new-folder', decoration }
  return { title: t('cases.form.edit', { number: details?.number ?? '' }), icon: 'edit', decoration }
}
