import { type CooperationActor, cooperationActors } from '../../shared/case/actors.ts'
import { type Consent, consentAnswers } from '../../shared/case/consents.ts'
import type { AnswerField } from '../../shared/fields/index.ts'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { DateControl } from './date-control.tsx'
import { useAnswer, useFieldContext } from './field-context.ts'
import { FieldFrame } from './field-frame.tsx'

/** Consents to cooperation, a line for each actor of 30 kap. 10 § SFB; each can be left unanswered. */
export function ConsentsField({ field }: { field: Extract<AnswerField, { type: 'consents' }> }) {
  const [value, change] = useAnswer(field.id, 'consents')
  const consents = value ?? []

  const put = (actor: CooperationActor, consent: Consent | undefined) => {
    const others = consents.filter((each) => each.actor !== actor)
    const next = consent === undefined ? others : [...others, consent]
    const ordered = cooperationActors.flatMap((each) => next.filter((one) => one.actor === each))
    change(ordered.length === 0 ? undefined : ordered)
  }

  return (
    <FieldFrame field={field} group>
      {({ id, labelId, describedBy }) => (
        <fieldset className="field-consents" id={id} aria-labelledby={labelId} aria-describedby={describedBy}>
          {cooperationActors.map((actor) => (
            <ConsentRow
              key={actor}
              id={`${id}-${actor}`}
              actor={actor}
              consent={consents.find((each) => each.actor === actor)}
              onChange={(next) => put(actor, next)}
            />
          ))}
        </fieldset>
      )}
    </FieldFrame>
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
  return (
    <div className="field-consent" data-column={actor}>
      <span className="field-consent-actor" id={labelId}>
        {t(`lists.actor.${actor}`)}
      </span>
      <div className="field-options field-options-row" role="radiogroup" aria-labelledby={labelId}>
        {consentAnswers.map((answer) => (
          <label key={answer} className="field-option">
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
          <button
            type="button"
            className="icon-button field-clear"
            title={t('fields.clear')}
            aria-label={`${t('fields.clear')}: ${t(`lists.actor.${actor}`)}`}
            onClick={() => onChange(undefined)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {consent === undefined || consent.consent === 'ej-fragat' ? null : (
        <>
          <label className="visually-hidden" id={`${id}-date-label`} htmlFor={`${id}-date`}>
            {`${t('fields.consents.date')}: ${t(`lists.actor.${actor}`)}`}
          </label>
          <DateControl
            id={`${id}-date`}
            labelId={`${id}-date-label`}
            value={consent.date}
            invalid={false}
            describedBy={undefined}
            onChange={(date) => onChange({ ...consent, date })}
          />
        </>
      )}
    </div>
  )
}
