import { useRef } from 'react'
import { type CooperationActor, cooperationActors, personRoles } from '../../../../shared/case/actors.ts'
import { consentAnswers } from '../../../../shared/case/consents.ts'
import { SelectField, TextField } from '../../../base/form-kit.tsx'
import { Icon } from '../../../base/icon.tsx'
import { focusIfThere, onceDrawn } from '../../../base/once-drawn.ts'
import { useT } from '../../../base/use-t.ts'
import { type ConsentDraft, type PersonDraft, withPerson } from './draft.ts'
import { DateField } from './insured-fields.tsx'
import type { CaseFormState } from './use-case-form.ts'

/** Persons that notes can name: a row each. */
export function PersonRows({ state }: { state: CaseFormState }) {
  const t = useT()
  const { draft, change } = state
  const addButton = useRef<HTMLButtonElement>(null)
  const add = () => {
    const next = withPerson(draft)
    change({ persons: next.persons })
    const added = next.persons.at(-1)
    if (added === undefined) return
    const name = `[name="persons.${added.key}.name"]`
    onceDrawn(() => focusIfThere(state.form.current?.querySelector<HTMLElement>(name)))
  }
  const replace = (person: PersonDraft, ...fields: string[]) =>
    change({ persons: draft.persons.map((each) => (each.key === person.key ? person : each)) }, ...fields)
  return (
    <section aria-labelledby="case-form-persons">
      <h2 className="page-heading case-form-heading" id="case-form-persons">
        {t('cases.form.persons')} <span className="form-aside">{t('frame.optional')}</span>
      </h2>
      <p className="form-hint">{t('cases.form.persons.hint')}</p>
      {draft.persons.map((person, index) => (
        <fieldset key={person.key} className="case-form-person">
          <legend className="visually-hidden">{t('cases.form.person', { position: index + 1 })}</legend>
          <TextField
            label={t('cases.field.personName')}
            name={`persons.${person.key}.name`}
            value={person.name}
            onChange={(name) => replace({ ...person, name }, `persons.${person.key}.name`)}
            error={state.errorAt(`persons.${person.key}.name`)}
          />
          <SelectField
            label={t('cases.field.personRole')}
            value={person.role}
            options={personRoles.map((value) => ({ value, label: t(`lists.actor.${value}`) }))}
            onChange={(role) => replace({ ...person, role })}
          />
          <TextField
            label={t('cases.field.personTitle')}
            name={`persons.${person.key}.title`}
            value={person.title}
            optional
            onChange={(title) => replace({ ...person, title }, `persons.${person.key}.title`)}
            error={state.errorAt(`persons.${person.key}.title`)}
          />
          <button
            type="button"
            className="icon-button case-form-remove"
            aria-label={t('cases.form.removePerson', { name: person.name || String(index + 1) })}
            title={t('cases.form.removePerson', { name: person.name || String(index + 1) })}
            onClick={() => {
              change({ persons: draft.persons.filter(({ key }) => key !== person.key) })
              addButton.current?.focus()
            }}
          >
            <Icon name="trash" />
          </button>
        </fieldset>
      ))}
      <button ref={addButton} type="button" className="button" onClick={add}>
        <Icon name="add" />
        {t('cases.form.addPerson')}
      </button>
    </section>
  )
}

/** The register of consents: the latest answer for each actor that cooperation needs one for (30 kap. 10 § SFB). */
export function ConsentRows({ state }: { state: CaseFormState }) {
  const t = useT()
  return (
    <section aria-labelledby="case-form-consents">
      <h2 className="page-heading case-form-heading" id="case-form-consents">
        {t('cases.form.consents')} <span className="form-aside">{t('frame.optional')}</span>
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
