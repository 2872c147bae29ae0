import { type CooperationActor, cooperationActors } from '../../../../shared/case/actors.ts'
import { consentAnswers } from '../../../../shared/case/rows.ts'
import { SelectField } from '../../../base/select-field.tsx'
import { useT } from '../../../base/use-t.ts'
import { DateField } from './date-field.tsx'
import type { ConsentDraft } from './draft.ts'
import type { CaseFormState } from './use-case-form.ts'

/** The register of consents: the latest answer for each actor that cooperation needs one for (30 kap. 10 § SFB). */
export function ConsentRows({ state }: { state: CaseFormState }) {
  const t = useT()
  return (
    <section aria-labelledby="case-form-consents">
      <h2 className="page-heading case-form-heading" id="case-form-consents">
        {t('cases.form.consents')} <span className="form-optional">{t('frame.optional')}</span>
      </h2>
      <p className="form-hint">{t('cases.form.consents.hint')}</p>
      {cooperationActors.map((actor) => (
        <ConsentRow key={actor} actor={actor} state={state} />
      ))}
    </section>
  )
}

const nothing: ConsentDraft = { consent: '', date: '' }

function ConsentRow({ actor, state }: { actor: CooperationActor; state: CaseFormState }) {
  const t = useT()
  const consent = state.draft.consents[actor] ?? nothing
  const dateField = `consents.${actor}.date`
  const put = (next: ConsentDraft) =>
    state.change({ consents: { ...state.draft.consents, [actor]: next } }, dateField)
  const name = t(`lists.actor.${actor}`)
  return (
    <fieldset className="case-form-consent">
      <legend className="visually-hidden">{name}</legend>
      <SelectField
        label={name}
        value={consent.consent}
        options={[
          { value: '', label: t('cases.form.consents.none') },
          ...consentAnswers.map((value) => ({ value, label: t(`lists.consent.${value}`) })),
        ]}
        onChange={(value) => put({ ...consent, consent: value })}
      />
      {consent.consent === '' && consent.date === '' ? null : (
        <DateField
          label={t('cases.field.consentDate')}
          name={dateField}
          today={state.today}
          value={consent.date}
          optional
          onChange={(date) => put({ ...consent, date })}
          error={state.errorAt(dateField)}
        />
      )}
    </fieldset>
  )
}
