import { readDateText } from '../../../../shared/case/date-text.ts'
import type { IsoDate } from '../../../../shared/case/dates.ts'
import { formatOrganisationNumber, formatPersonnummer } from '../../../../shared/case/identity.ts'
import { ChoiceField, Labelled, TextField } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { DateEntry } from '../../../fields/date-entry.tsx'
import type { CaseFormState } from './use-case-form.ts'

/** A date, typed; what was typed in short becomes ÅÅÅÅ-MM-DD when the field is left, and what is no date stays as it is. */
export function DateField(props: {
  label: string
  name: string
  today: IsoDate
  value: string
  onChange: (value: string) => void
  hint?: string
  /** Said where the date is later than today, which may be right. */
  futureHint?: string
  error: string | undefined
  optional?: boolean
}) {
  const { value, today } = props
  const date = readDateText(value, { today })
  const future = props.futureHint !== undefined && date !== undefined && date > today
  const hint = future ? props.futureHint : props.hint
  return (
    <Labelled
      label={props.label}
      error={props.error}
      optional={props.optional === true}
      {...(hint === undefined ? {} : { hint })}
    >
      {(ties) => (
        <DateEntry
          {...ties}
          name={props.name}
          value={value}
          origin={{ today }}
          required={props.optional !== true}
          onChange={props.onChange}
        />
      )}
    </Labelled>
  )
}

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
