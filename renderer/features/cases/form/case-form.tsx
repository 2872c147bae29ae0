import type { CaseId } from '../../../../shared/case/ids.ts'
import { errorText } from '../../../api/error-text.ts'
import { useCase } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import { useArchive } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { type CaseDraft, draftOf, emptyDraft } from './draft.ts'
import './form.css'
import { expectedLengths, extents } from '../../../../shared/case/case.ts'
import { ChoiceField, FormAlert, TextField } from '../../../base/form-kit.tsx'
import { DateField, InsuredFields } from './insured-fields.tsx'
import { ConsentRows, PersonRows } from './rows.tsx'
import type { FormId } from './stored-drafts.ts'
import { useCaseForm } from './use-case-form.ts'

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
  if (data === undefined && error !== null) {
    return (
      <p className="view-message" role="alert">
        {errorText(t, error)}
      </p>
    )
  }
  if (data === undefined) return <p className="view-message">{t('cases.loading')}</p>
  return (
    <CaseForm id={id} title={t('cases.form.edit', { number: data.case.number })} initial={draftOf(data)} />
  )
}

/** Everything that is written about a case itself, in one form. */
export function CaseForm({ id, title, initial }: { id: FormId; title: string; initial: CaseDraft }) {
  const t = useT()
  const state = useCaseForm(id, initial)
  const { draft, change, errorAt, errors } = state
  const summary =
    errors.length === 0
      ? undefined
      : t('cases.error.summary', {
          count: errors.length,
        })
  const unplaced = errors.find(({ key }) => key === 'cases.error.other')
  const alert = state.failure ?? (unplaced === undefined ? summary : t(unplaced.key, unplaced.params))
  return (
    <form
      ref={state.form}
      className="page form case-form"
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void state.save()
      }}
    >
      <header>
        <h1 className="page-title">{title}</h1>
        <p className="page-lead">{t('cases.form.lead')}</p>
      </header>
      {state.dirty && id === 'new' ? (
        <p className="form-hint case-form-kept">
          <span>{t('cases.form.kept')}</span>{' '}
          <button type="button" className="case-link" onClick={state.reset}>
            {t('cases.form.clear')}
          </button>
        </p>
      ) : null}
      <FormAlert text={alert} />
      <ConflictNotice state={state} />
      <div className="form-row">
        <TextField
          label={t('cases.field.number')}
          name="number"
          value={draft.number}
          onChange={(number) => change({ number }, 'number')}
          hint={t('cases.field.number.hint')}
          error={errorAt('number')}
        />
        <TextField
          label={t('cases.field.assignedTo')}
          name="assignedTo"
          value={draft.assignedTo}
          onChange={(assignedTo) => change({ assignedTo }, 'assignedTo')}
          error={errorAt('assignedTo')}
        />
        <TextField
          label={t('cases.field.office')}
          name="office"
          value={draft.office}
          onChange={(office) => change({ office }, 'office')}
          hint={t('cases.field.office.hint')}
          error={errorAt('office')}
        />
      </div>
      <InsuredFields state={state} />
      <h2 className="page-heading case-form-heading">{t('cases.form.sickLeave')}</h2>
      <DateField
        label={t('cases.field.firstSickDay')}
        name="firstSickDay"
        today={state.today}
        value={draft.firstSickDay}
        onChange={(firstSickDay) => change({ firstSickDay }, 'firstSickDay')}
        hint={t('cases.field.date.hint')}
        futureHint={t('cases.field.firstSickDay.future')}
        error={errorAt('firstSickDay')}
      />
      <ChoiceField
        label={t('cases.field.extent')}
        name="extent"
        value={draft.extent}
        options={extents.map((value) => ({ value, label: t('cases.percent', { value }) }))}
        onChange={(extent) => change({ extent })}
      />
      <ChoiceField
        label={t('cases.field.expectedLength')}
        name="expectedLength"
        value={draft.expectedLength}
        options={expectedLengths.map((value) => ({ value, label: t(`lists.expectedLength.${value}`) }))}
        onChange={(expectedLength) => change({ expectedLength })}
        hint={t('cases.field.expectedLength.hint')}
      />
      <PersonRows state={state} />
      <ConsentRows state={state} />
      <div className="form-actions case-form-actions">
        <button type="submit" className="button button-primary" aria-disabled={state.busy}>
          {t(state.busy ? 'cases.form.saving' : id === 'new' ? 'cases.form.create' : 'cases.form.save')}
        </button>
        {id === 'new' ? null : (
          <button type="button" className="button" disabled={!state.dirty} onClick={state.reset}>
            {t('cases.form.reset')}
          </button>
        )}
        <button type="button" className="button" onClick={state.cancel}>
          {t('cases.form.close')}
        </button>
      </div>
    </form>
  )
}
