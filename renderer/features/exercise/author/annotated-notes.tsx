import { useId, useState } from 'react'
import { fieldIdSchema } from '../../../../shared/fields/base.ts'
import { holdsAnswer } from '../../../../shared/fields/index.ts'
import { templateIndex, templateOf } from '../../../../shared/template/template.ts'
import { type AnnotatedNote, type DraftRemark, noWords } from '../../../../shared/training/pack-draft.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { plainTies, SelectInput } from '../../../base/controls.tsx'
import { SelectField, TextField } from '../../../base/form-kit.tsx'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import type { LabelledNote } from './note-labels.ts'
import { AddButton, Items } from './parts.tsx'
import { WordsField } from './words-field.tsx'

interface Props {
  /** What adding one is called. */
  readonly addText: string
  readonly from: readonly LabelledNote[]
  readonly value: readonly AnnotatedNote[]
  readonly onChange: (value: AnnotatedNote[]) => void
  /** How many there may be. */
  readonly most: number
  /** Whether a remark names the rule that it follows from. */
  readonly ruled?: boolean
}

/** Notes that are shown or expected, each with what is said of its fields. */
export function AnnotatedNotes({ addText, from, value, onChange, most, ruled = false }: Props) {
  const t = useT()
  const [chosen, setChosen] = useState('')
  const left = from.filter(({ note }) => value.every((each) => each.note !== note.id))
  const next = left.find(({ note }) => note.id === chosen) ?? left[0]
  return (
    <>
      {value.map((annotated, index) => {
        const found = from.find(({ note }) => note.id === annotated.note)
        if (found === undefined) return null
        return (
          <section key={annotated.note} className="author-note" aria-label={found.label}>
            <div className="author-item-head">
              <h4>{found.label}</h4>
              <button
                type="button"
                className="icon-button"
                aria-label={t('exercise.author.remove', { name: found.label })}
                title={t('exercise.author.remove', { name: found.label })}
                onClick={() => onChange(value.toSpliced(index, 1))}
              >
                <Icon name="trash" />
              </button>
            </div>
            <Remarks
              note={found}
              ruled={ruled}
              value={annotated.remarks}
              onChange={(remarks) => onChange(value.with(index, { ...annotated, remarks }))}
            />
          </section>
        )
      })}
      {next === undefined || value.length >= most ? null : (
        <div className="exercise-choice">
          <SelectField
            label={t('exercise.author.note')}
            value={next.note.id}
            options={left.map(({ note, label }) => ({ value: note.id, label }))}
            onChange={setChosen}
          />
          <AddButton text={addText} onAdd={() => onChange([...value, { note: next.note.id, remarks: [] }])} />
        </div>
      )}
    </>
  )
}

/** The fields of a note, to be pointed at. */
function useFieldsOf({ note }: LabelledNote) {
  const language = useLanguage()
  const { data: templates } = useTemplates()
  const template = templates && templateOf(templates, note.template)
  return template === undefined
    ? []
    : templateIndex(template).entries.flatMap(({ field }) =>
        holdsAnswer(field) ? [{ value: field.id, label: field.label[language] }] : [],
      )
}

interface RemarksProps {
  readonly note: LabelledNote
  readonly ruled: boolean
  readonly value: readonly DraftRemark[]
  readonly onChange: (value: DraftRemark[]) => void
}

function Remarks({ note, ruled, value, onChange }: RemarksProps) {
  const t = useT()
  const fields = useFieldsOf(note)
  const add = () =>
    onChange([
      ...value,
      { id: crypto.randomUUID(), field: fields[0]?.value, text: noWords, rule: '', source: '' },
    ])
  return (
    <>
      <Items
        level={5}
        items={value}
        onChange={onChange}
        nameOf={({ field }, index) =>
          fields.find(({ value: id }) => id === field)?.label ??
          t('exercise.author.remark', { number: index + 1 })
        }
      >
        {(remark, change) => (
          <div className="form">
            <FieldChoice fields={fields} value={remark.field} onChange={(field) => change({ field })} />
            <WordsField
              label={t('exercise.author.why')}
              value={remark.text}
              multiline
              onChange={(text) => change({ text })}
            />
            <div className="form-row">
              {ruled ? (
                <TextField
                  label={t('exercise.author.rule')}
                  name="rule"
                  optional
                  value={remark.rule}
                  onChange={(rule) => change({ rule })}
                />
              ) : null}
              <TextField
                label={t('exercise.author.source')}
                name="source"
                optional
                hint={t('exercise.author.source.hint')}
                value={remark.source}
                onChange={(source) => change({ source })}
              />
            </div>
          </div>
        )}
      </Items>
      <AddButton text={t('exercise.author.remark.add')} onAdd={add} />
    </>
  )
}

function FieldChoice(props: {
  fields: readonly { value: string; label: string }[]
  value: DraftRemark['field']
  onChange: (value: DraftRemark['field']) => void
}) {
  const t = useT()
  const ties = plainTies(useId())
  return (
    <div className="form-field">
      <label className="form-label" id={ties.labelId} htmlFor={ties.id}>
        {t('exercise.author.field')}
      </label>
      <SelectInput
        {...ties}
        value={props.value}
        options={props.fields}
        onChange={(field) => props.onChange(fieldIdSchema.safeParse(field).data)}
      />
    </div>
  )
}
