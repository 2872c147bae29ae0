import { type CooperationActor, cooperationActors } from '../../shared/case/actors.ts'
import { type Consent, consentAnswers } from '../../shared/case/rows.ts'
import type { AnswerField } from '../../shared/template/field.ts'
import { useT } from '../text/use-t.ts'
import { DateControl } from './date-control.tsx'
import { useAnswer, useFieldContext } from './field-context.ts'
import { FieldFrame } from './field-frame.tsx'

/** Consents to cooperation, a row for each actor of 30 kap. 10 § SFB; each can be left unanswered. */
export function ConsentsField({ field }: { field: Extract<AnswerField, { type: 'consents' }> }) {
  const t = useT()
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
        <table className="field-consents" aria-labelledby={labelId} aria-describedby={describedBy}>
          <thead>
            <tr>
              <th scope="col">{t('fields.consents.actor')}</th>
              <th scope="col">{t('fields.consents.consent')}</th>
              <th scope="col">{t('fields.consents.date')}</th>
            </tr>
          </thead>
          <tbody>
            {cooperationActors.map((actor) => (
              <ConsentRow
                key={actor}
                id={`${id}-${actor}`}
                actor={actor}
                consent={consents.find((each) => each.actor === actor)}
                onChange={(next) => put(actor, next)}
              />
            ))}
          </tbody>
        </table>
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
    <tr>
      <th scope="row" id={labelId}>
        {t(`lists.actor.${actor}`)}
      </th>
      <td>
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
              <span>{t(`lists.consent.${answer}`)}</span>
            </label>
          ))}
          {consent === undefined ? null : (
            <button
              type="button"
              className="field-clear"
              aria-label={`${t('fields.clear')}: ${t(`lists.actor.${actor}`)}`}
              onClick={() => onChange(undefined)}
            >
              {t('fields.clear')}
            </button>
          )}
        </div>
      </td>
      <td>
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
      </td>
    </tr>
  )
}
