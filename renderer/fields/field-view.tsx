import { memo, useMemo } from 'react'
import type { AnswerField, AnswerType, Field } from '../../shared/fields/index.ts'
import { readAs } from '../../shared/fields/index.ts'
import type { SimpleField } from '../../shared/fields/simple.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import type { AnswerValue } from '../note-model/session/note-session.ts'
import { ConsentsField } from './consents-field.tsx'
import { useFieldContext, useRawAnswer } from './field-context.ts'
import { FieldFrame } from './field-frame.tsx'
import { NoteReferenceField } from './note-reference-field.tsx'
import { AktiviteterField } from './rows/aktiviteter-field.tsx'
import { GroupField } from './rows/group-field.tsx'
import { InsatserField } from './rows/insatser-field.tsx'
import { type Binding, isGroup, SimpleControl } from './simple-control.tsx'
import { toJson } from './to-json.ts'

function SimpleFieldView({ field }: { field: SimpleField }) {
  const { session } = useFieldContext()
  const raw = useRawAnswer(field.id)
  const binding = useMemo(
    (): Binding => ({
      read: <T extends AnswerType>(type: T) => (raw === undefined ? undefined : readAs(type, raw)),
      write: (value) => session.edit(field.id, value === undefined ? undefined : toJson(value)),
    }),
    [raw, session, field.id],
  )
  return (
    <FieldFrame field={field} group={isGroup(field)}>
      {(ties) => <SimpleControl field={field} ties={ties} binding={binding} />}
    </FieldFrame>
  )
}

function InfoField({ field }: { field: Extract<Field, { type: 'info' }> }) {
  const language = useLanguage()
  return (
    <div className="field field-info" data-field={field.id}>
      <h3 className="field-info-title">{field.label[language]}</h3>
      {field.text === undefined ? null : <p className="field-help">{field.text[language]}</p>}
    </div>
  )
}

/** An answer of a form that the field cannot show: kept, shown as it is, and the check says so with a way out. */
function OtherForm({ field, raw }: { field: AnswerField; raw: AnswerValue }) {
  const t = useT()
  return (
    <FieldFrame field={field} group>
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

function AnswerFieldView({ field }: { field: AnswerField }) {
  const raw = useRawAnswer(field.id)
  const readable = useMemo(() => raw === undefined || readAs(field.type, raw) !== undefined, [raw, field])
  if (raw !== undefined && !readable) return <OtherForm field={field} raw={raw} />
  switch (field.type) {
    case 'consents':
      return <ConsentsField field={field} />
    case 'insatser':
      return <InsatserField field={field} />
    case 'aktiviteter':
      return <AktiviteterField field={field} />
    case 'group':
      return <GroupField field={field} />
    case 'note-reference':
      return <NoteReferenceField field={field} />
    case 'text':
    case 'rich-text':
    case 'date':
    case 'number':
    case 'yes-no':
    case 'choice':
    case 'choices':
    case 'actor':
    case 'person':
      return <SimpleFieldView field={field} />
  }
}

/** One field of a note, by its type. Renders again only when its own answer, markers or obligation change. */
export const FieldView = memo(function FieldView({ field }: { field: Field }) {
  return field.type === 'info' ? <InfoField field={field} /> : <AnswerFieldView field={field} />
})
