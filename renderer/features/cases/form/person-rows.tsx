import { useRef } from 'react'
import { personRoles } from '../../../../shared/case/actors.ts'
import { focusField } from '../../../base/focus-field.ts'
import { Icon } from '../../../base/icon.tsx'
import { SelectField } from '../../../base/select-field.tsx'
import { TextField } from '../../../base/text-field.tsx'
import { useT } from '../../../base/use-t.ts'
import { type PersonDraft, withPerson } from './draft.ts'
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
    if (added !== undefined)
      requestAnimationFrame(() => focusField(state.form.current, `persons.${added.key}.name`))
  }
  const replace = (person: PersonDraft, ...fields: string[]) =>
    change({ persons: draft.persons.map((each) => (each.key === person.key ? person : each)) }, ...fields)
  return (
    <section aria-labelledby="case-form-persons">
      <h2 className="page-heading case-form-heading" id="case-form-persons">
        {t('cases.form.persons')} <span className="form-optional">{t('frame.optional')}</span>
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
