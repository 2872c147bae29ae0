import type { CaseId } from '../../../../shared/case/ids.ts'
import { errorText } from '../../../api/error-text.ts'
import { useCase } from '../../../api/queries.ts'
import { useT } from '../../../base/use-t.ts'
import { useArchive } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { CaseForm } from './case-form.tsx'
import { draftOf, emptyDraft } from './draft.ts'
import './form.css'

/** The form of a new case, or of one that is there. */
export function CaseFormEditor({ input }: { input: EditorInputOf<'case-form'> }) {
  return input.caseId === undefined ? <NewCase /> : <EditCase id={input.caseId} />
}

function NewCase() {
  const archive = useArchive()
  const t = useT()
  return (
    <CaseForm
      id="new"
      title={t('cases.form.new')}
      initial={emptyDraft(archive.state === 'open' ? archive.user.name : '')}
    />
  )
}

function EditCase({ id }: { id: CaseId }) {
  const t = useT()
  const { data, error } = useCase(id)
  if (error !== null) {
    return (
      <p className="view-message" role="alert">
        {errorText(t, error)}
      </p>
    )
  }
  if (data === undefined) return <p className="view-message">{t('cases.loading')}</p>
  return (
    <CaseForm
      id={id}
      title={t('cases.form.edit', { number: data.case.number })}
      initial={draftOf(data.case)}
    />
  )
}
