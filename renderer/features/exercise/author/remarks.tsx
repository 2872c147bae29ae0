import { useId } from 'react'
import { fieldIdSchema } from '../../../../shared/fields/base.ts'
import { holdsAnswer } from '../../../../shared/fields/index.ts'
import { templateIndex, templateOf } from '../../../../shared/template/template.ts'
import { type DraftRemark, noWords } from '../../../../shared/training/pack-draft.ts'
import { lackAt } from '../../../../shared/training/unfinished.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { plainTies, SelectInput } from '../../../base/controls.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { LackPlace } from './lacks.tsx'
import type { LabelledNote } from './note-labels.ts'
import { AddButton, Items } from './parts.tsx'
import { RuleField, SourceField } from './rests-on.tsx'
import { WordsField } from './words-field.tsx'

/** A field of a note, to be pointed at, and what it is asked for by. */
interface PointedField {
  readonly value: string
  readonly label: string
  readonly source: string | undefined
}

/** The fields of a note, to be pointed at. */
function useFieldsOf({ note }: LabelledNote): readonly PointedField[] {
  const language = useLanguage()
  const { data: templates } = useTemplates()
  const template = templates && templateOf(templates, note.template)
  return template === undefined
    ? []
    : templateIndex(template).entries.flatMap(({ field }) => {
        if (!holdsAnswer(field)) return []
        const { id, label, demand } = field
        return [{ value: id, label: label[language], source: 'source' in demand ? demand.source : undefined }]
      })
}

interface RemarksProps {
  readonly note: LabelledNote
  readonly ruled: boolean
  readonly value: readonly DraftRemark[]
  readonly onChange: (value: DraftRemark[]) => void
}

/** What is said of a note's fields. */
export function Remarks({ note, ruled, value, onChange }: RemarksProps) {
  const t = useT()
  const fields = useFieldsOf(note)
  const sources = fields.flatMap(({ source }) => source ?? [])
  const add = () => {
    const field = fieldIdSchema.safeParse(fields[0]?.value).data
    const of = field === undefined ? {} : { field }
    onChange([...value, { id: crypto.randomUUID(), ...of, text: noWords, rule: '', source: '' }])
  }
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
            <LackPlace at={lackAt(remark.id, 'field')}>
              {(invalidBy) => (
                <FieldChoice
                  fields={fields}
                  value={remark.field}
                  onChange={(field) => change({ field })}
                  invalidBy={invalidBy}
                />
              )}
            </LackPlace>
            <WordsField
              at={lackAt(remark.id, 'text')}
              label={t('exercise.author.why')}
              value={remark.text}
              multiline
              onChange={(text) => change({ text })}
            />
            <div className="form-row">
              {ruled ? <RuleField value={remark.rule} onChange={(rule) => change({ rule })} /> : null}
              <SourceField
                value={remark.source}
                rule={remark.rule}
                named={sources}
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
  invalidBy: string | undefined
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
        invalid={props.invalidBy !== undefined}
        describedBy={props.invalidBy}
        value={props.value}
        options={props.fields}
        onChange={(field) => props.onChange(fieldIdSchema.safeParse(field).data)}
      />
    </div>
  )
}
