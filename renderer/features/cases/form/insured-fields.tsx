import { formatOrganisationNumber, formatPersonnummer } from '../../../../shared/case/identity.ts'
import { ChoiceField } from '../../../base/choice-field.tsx'
import { TextField } from '../../../base/text-field.tsx'
import { useT } from '../../../base/use-t.ts'
import type { CaseFormState } from './use-case-form.ts'

const employments = ['anstalld', 'arbetslos', 'annan'] as const

/** Who the case is about, and their work. A number that holds gets its usual form when the field is left. */
export function InsuredFields({ state }: { state: CaseFormState }) {
  const t = useT()
  const { draft, change, errorAt } = state
  return (
    <>
      <h2 className="page-heading case-form-heading">{t('cases.form.insured')}</h2>
      <div className="form-row">
        <TextField
          label={t('cases.field.insuredName')}
          name="insuredName"
          value={draft.insuredName}
          onChange={(insuredName) => change({ insuredName }, 'insuredName')}
          error={errorAt('insuredName')}
        />
        <TextField
          label={t('cases.field.personnummer')}
          name="personnummer"
          value={draft.personnummer}
          onChange={(personnummer) => change({ personnummer }, 'personnummer')}
          onBlur={() => {
            const personnummer = formatPersonnummer(draft.personnummer.trim())
            if (personnummer !== undefined && personnummer !== draft.personnummer) change({ personnummer })
          }}
          inputMode="numeric"
          hint={t('cases.field.personnummer.hint')}
          error={errorAt('personnummer')}
        />
      </div>
      <ChoiceField
        label={t('cases.field.employment')}
        name="employment"
        value={draft.employment}
        options={employments.map((value) => ({ value, label: t(`lists.employment.${value}`) }))}
        onChange={(employment) => change({ employment }, 'employerName', 'organisationNumber')}
      />
      {draft.employment === 'anstalld' ? (
        <div className="form-row">
          <TextField
            label={t('cases.field.employerName')}
            name="employerName"
            value={draft.employerName}
            onChange={(employerName) => change({ employerName }, 'employerName')}
            error={errorAt('employerName')}
          />
          <TextField
            label={t('cases.field.organisationNumber')}
            name="organisationNumber"
            value={draft.organisationNumber}
            onChange={(organisationNumber) => change({ organisationNumber }, 'organisationNumber')}
            onBlur={() => {
              const organisationNumber = formatOrganisationNumber(draft.organisationNumber.trim())
              if (organisationNumber !== undefined && organisationNumber !== draft.organisationNumber) {
                change({ organisationNumber })
              }
            }}
            inputMode="numeric"
            hint={t('cases.field.organisationNumber.hint')}
            error={errorAt('organisationNumber')}
          />
        </div>
      ) : null}
    </>
  )
}
