import { memo } from 'react'
import {
  type AnswerField,
  type AnswerType,
  type Field,
  type FieldOf,
  holdsAnswer,
} from '../../shared/fields/index.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import type { AnswerValue } from '../note-model/session/note-session.ts'
import { aktiviteter } from './aktiviteter.tsx'
import { consents } from './consents.tsx'
import type { FieldControl } from './define.ts'
import { useAnswer } from './field-context.ts'
import { FieldFrame } from './field-frame.tsx'
import './fields.css'
import { group } from './group.tsx'
import { insatser } from './insatser.tsx'
import { noteReference } from './note-reference.tsx'
import { simpleControls } from './simple.ts'

type FieldControls = { readonly [T in AnswerType]: FieldControl<T> }

/** Every type of field that holds an answer: one module each. */
const fieldControls = {
  ...simpleControls,
  'note-reference': noteReference,
  consents,
  insatser,
  aktiviteter,
  group,
} satisfies FieldControls

const controls: FieldControls = fieldControls

function AnswerFieldView<T extends AnswerType>({ type, field }: { type: T; field: FieldOf<T> }) {
  const { id } = field
  const { raw, value, onChange } = useAnswer(id, type)
  const { control, composite, rows } = controls[type]
  if (raw !== undefined && value === undefined) return <OtherForm field={field} raw={raw} />
  return (
    <FieldFrame field={field} composite={composite?.(field) ?? false} rows={rows ?? false}>
      {(ties) => control({ ...ties, field, value, onChange })}
    </FieldFrame>
  )
}

/** An answer of a form that the field cannot show: kept, shown as it is, and the check says so with a way out. */
function OtherForm({ field, raw }: { field: AnswerField; raw: AnswerValue }) {
  const t = useT()
  return (
    <FieldFrame field={field} composite>
      {({ id, labelId, describedBy }) => (
        <fieldset
          className="field-other-form"
          id={id}
          aria-labelledby={labelId}
          aria-describedby={describedBy}
        >
          <p>{t('fields.otherForm')}</p>
          <pre>{JSON.stringify(raw, null, 2).slice(0, 2000)}</pre>
        </fieldset>
      )}
    </FieldFrame>
  )
}

function InfoField({ field }: { field: Extract<Field, { type: 'info' }> }) {
  const language = useLanguage()
  return (
    <div className="field field-info" data-field={field.id}>
      <h3 className="field-info-title">{field.label[language]}</h3>
      {field.text === undefined ? null : <p className="form-hint">{field.text[language]}</p>}
    </div>
  )
}

/** One field of a note, by its type. Renders again only when its own answer, markers or obligation change. */
export const FieldView = memo(function FieldView({ field }: { field: Field }) {
  return holdsAnswer(field) ? (
    <AnswerFieldView type={field.type} field={field} />
  ) : (
    <InfoField field={field} />
  )
})
