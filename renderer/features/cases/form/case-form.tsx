import { expectedLengths, extents } from '../../../../shared/case/case.ts'
import { ChoiceField } from '../../../base/choice-field.tsx'
import { FormAlert } from '../../../base/form-alert.tsx'
import { TextField } from '../../../base/text-field.tsx'
import { useT } from '../../../base/use-t.ts'
import { ConsentRows } from './consent-rows.tsx'
import { DateField } from './date-field.tsx'
import type { CaseDraft } from './draft.ts'
import type { FormId } from './form-store.ts'
import { InsuredFields } from './insured-fields.tsx'
import { PersonRows } from './person-rows.tsx'
import { useCaseForm } from './use-case-form.ts'

/** Everything that is written about a case itself, in one form. */
export function CaseForm({ id, title, initial }: { id: FormId; title: string; initial: CaseDraft }) {
  const t = useT()
  const state = useCaseForm(id, initial)
  const { draft, change, errorAt, errors } = state
  const summary =
    errors.length === 0
      ? undefined
      : t(errors.length === 1 ? 'cases.error.summary.one' : 'cases.error.summary.many', {
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
