import { type AnswerField, opsOf, readAs } from '../../../shared/fields/index.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { askedIn, checklistSections, fieldsAbout, type Reviewed } from '../../../shared/review/checklist.ts'
import type { Template } from '../../../shared/template/template.ts'
import { ChoiceField, Labelled } from '../../base/form-kit.tsx'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { Citations } from '../../note-model/citations.tsx'

interface FormProps {
  readonly checklist: Template
  /** The template of the note under review, whose fields the items lead to. */
  readonly template: Template
  readonly reviewed: Reviewed
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
  readonly onGo: (field: AnswerField['id']) => void
}

/** The checklist of a review: a verdict an item, a remark where there is one to make, and the way to the fields it is about. */
export function ChecklistForm({ checklist, template, reviewed, answers, onChange, onGo }: FormProps) {
  const t = useT()
  const language = useLanguage()
  const set = (field: AnswerField, value: Answers[string] | undefined) => {
    const { [field.id]: _before, ...others } = answers
    onChange(value === undefined ? others : { ...others, [field.id]: value })
  }
  return checklistSections(checklist, reviewed.kind).map((section) => (
    <section key={section.id} className="review-items" aria-label={section.title[language]}>
      <h3 className="review-title">{section.title[language]}</h3>
      {askedIn(checklist, section, answers, reviewed).map(({ field, required }) => (
        <div key={field.id} className="review-item">
          <Item
            field={field}
            label={required ? t('review.required', { label: field.label[language] }) : field.label[language]}
            value={answers[field.id]}
            onChange={(value) => set(field, value)}
          />
          {fieldsAbout(field, { template }).map((about) => (
            <button key={about.id} type="button" className="review-link" onClick={() => onGo(about.id)}>
              <Icon name="arrow-right" />
              {about.label[language]}
            </button>
          ))}
          {field.about === undefined || field.demand.basis === 'eget-val' ? null : (
            <details className="review-why">
              <summary>{t('review.why')}</summary>
              <Citations reference={field.demand.source} />
            </details>
          )}
        </div>
      ))}
    </section>
  ))
}

interface ItemProps {
  readonly field: AnswerField
  readonly label: string
  readonly value: Answers[string] | undefined
  readonly onChange: (value: Answers[string] | undefined) => void
}

/** One question of the checklist. A type that no checklist uses is answered in the note that a specialist may write. */
function Item({ field, label, value, onChange }: ItemProps) {
  const t = useT()
  const language = useLanguage()
  const options = opsOf(field).options.map((option) => ({
    value: option.value,
    label: option.label[language],
  }))
  if (field.type === 'choice') {
    return (
      <ChoiceField
        label={label}
        name={field.id}
        value={readAs('choice', value ?? null)?.value}
        options={options}
        onChange={(chosen) => onChange({ value: chosen })}
      />
    )
  }
  if (field.type === 'yes-no') {
    return (
      <ChoiceField
        label={label}
        name={field.id}
        value={readAs('yes-no', value ?? null)}
        options={(['ja', 'nej'] as const).map((each) => ({ value: each, label: t(`lists.yesNo.${each}`) }))}
        onChange={onChange}
      />
    )
  }
  if (field.type === 'choices') {
    const chosen = readAs('choices', value ?? null)?.values ?? []
    const toggle = (option: string) => {
      const next = chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option]
      onChange(next.length === 0 ? undefined : { values: next })
    }
    return (
      <fieldset className="form-field">
        <legend>{label}</legend>
        <div className="form-choices">
          {options.map((option) => (
            <label key={option.value} className="form-choice">
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              {option.label}
            </label>
          ))}
        </div>
      </fieldset>
    )
  }
  if (field.type === 'text') {
    return (
      <Labelled label={label}>
        {({ id }) => (
          <textarea
            id={id}
            className="form-input form-textarea"
            rows={2}
            value={readAs('text', value ?? null) ?? ''}
            onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
          />
        )}
      </Labelled>
    )
  }
  return null
}
