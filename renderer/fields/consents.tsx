import { type CooperationActor, cooperationActors } from '../../shared/case/actors.ts'
import { type Consent, consentAnswers, consentWays } from '../../shared/case/consents.ts'
import { ClearButton, plainTies, SelectInput } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import { DateInput } from './date.tsx'
import type { FieldControl, FieldProps } from './define.ts'
import { useFieldContext } from './field-context.ts'

function Consents({ field, value, onChange, id, labelId, describedBy }: FieldProps<'consents'>) {
  const given = value ?? []
  // What has been answered is shown, whether the document asks for it or not.
  const shown = cooperationActors.filter(
    (actor) => field.actors?.includes(actor) !== false || given.some((each) => each.actor === actor),
  )
  const put = (actor: CooperationActor, consent: Consent | undefined) => {
    const others = given.filter((each) => each.actor !== actor)
    const next = consent === undefined ? others : [...others, consent]
    const ordered = cooperationActors.flatMap((each) => next.filter((one) => one.actor === each))
    onChange(ordered.length === 0 ? undefined : ordered)
  }
  return (
    <fieldset className="field-consents" id={id} aria-labelledby={labelId} aria-describedby={describedBy}>
      {shown.map((actor) => (
        <ConsentRow
          key={actor}
          id={`${id}-${actor}`}
          actor={actor}
          consent={given.find((each) => each.actor === actor)}
          onChange={(next) => put(actor, next)}
        />
      ))}
    </fieldset>
  )
}

interface RowProps {
  id: string
  actor: CooperationActor
  consent: Consent | undefined
  onChange: (consent: Consent | undefined) => void
}

function ConsentRow({ id, actor, consent, onChange }: RowProps) {
  const t = useT()
  const { today } = useFieldContext()
  const labelId = `${id}-label`
  const dateTies = plainTies(`${id}-date`)
  const wayTies = plainTies(`${id}-way`)
  return (
    <div className="field-consent" data-column={actor}>
      <span className="field-consent-actor" id={labelId}>
        {t(`lists.actor.${actor}`)}
      </span>
      <div className="form-choices" role="radiogroup" aria-labelledby={labelId}>
        {consentAnswers.map((answer) => (
          <label key={answer} className="form-choice">
            <input
              type="radio"
              name={id}
              checked={consent?.consent === answer}
              onChange={() =>
                onChange({
                  actor,
                  consent: answer,
                  date: consent?.date ?? (answer === 'ej-fragat' ? undefined : today),
                })
              }
            />
            <span>{t(`fields.consents.${answer}`)}</span>
          </label>
        ))}
        {consent === undefined ? null : (
          <ClearButton
            label={`${t('fields.clear')}: ${t(`lists.actor.${actor}`)}`}
            onClear={() => onChange(undefined)}
          />
        )}
      </div>
      {consent === undefined || consent.consent === 'ej-fragat' ? null : (
        <>
          <label className="visually-hidden" id={dateTies.labelId} htmlFor={dateTies.id}>
            {`${t('fields.consents.date')}: ${t(`lists.actor.${actor}`)}`}
          </label>
          <DateInput {...dateTies} value={consent.date} onChange={(date) => onChange({ ...consent, date })} />
          <label className="visually-hidden" id={wayTies.labelId} htmlFor={wayTies.id}>
            {`${t('fields.consents.how')}: ${t(`lists.actor.${actor}`)}`}
          </label>
          <SelectInput
            {...wayTies}
            value={consent.how}
            empty={t('fields.consents.how')}
            options={consentWays.map((way) => ({ value: way, label: t(`lists.consentWay.${way}`) }))}
            onChange={(given) => onChange({ ...consent, how: consentWays.find((way) => way === given) })}
          />
        </>
      )}
    </div>
  )
}

/** Consents to cooperation, a line for each actor of 30 kap. 10 § SFB that the document concerns; each can be left unanswered. */
export const consents: FieldControl<'consents'> = {
  composite: () => true,
  control: (props) => <Consents {...props} />,
}
