import type { ReactNode } from 'react'
import type { AnswerField } from '../../shared/fields/index.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { useFieldContext, useFieldMarkers, useObligatory } from './field-context.ts'
import { FieldMessages } from './field-messages.tsx'

/** What a control needs to be tied to its label, help and messages. */
export interface ControlTies {
  id: string
  labelId: string
  invalid: boolean
  describedBy: string | undefined
}

/** The id of a field's control in the page: unique among all open notes. */
export function fieldDomId(note: string, field: string): string {
  return `falt-${note}-${field}`
}

/** Whether something typed is wrong, as against not typed yet: only the former paints the control red. */
export function isWrong(markers: readonly Marker[]): boolean {
  return markers.some((marker) => marker.severity === 'error' && marker.rule !== 'falt/obligatoriskt')
}

interface Props {
  field: AnswerField
  /** A control of several elements is labelled by the label's id; one element by `for`. */
  group?: boolean
  /** Leaves markers of rows to the rows. */
  rows?: boolean
  children: (ties: ControlTies) => ReactNode
}

/** A field as it stands in the note: label, help, control, messages; each in its place. */
export function FieldFrame({ field, group, rows, children }: Props) {
  const t = useT()
  const language = useLanguage()
  const { session } = useFieldContext()
  const obligatory = useObligatory(field.id)
  const all = useFieldMarkers(field.id)
  const markers = rows === true ? all.filter((marker) => marker.where.row === undefined) : all
  const id = fieldDomId(session.id, field.id)
  const labelId = `${id}-label`
  const helpId = `${id}-help`
  const messagesId = `${id}-messages`
  const describedBy = [field.help === undefined ? '' : helpId, markers.length > 0 ? messagesId : '']
    .filter((each) => each !== '')
    .join(' ')
  const label = (
    <>
      {field.label[language]}
      {obligatory ? <span className="field-obligatory"> ({t('fields.obligatory')})</span> : null}
    </>
  )
  return (
    <div className="field" data-field={field.id} data-type={field.type}>
      {group === true ? (
        <span className="field-label" id={labelId}>
          {label}
        </span>
      ) : (
        <label className="field-label" id={labelId} htmlFor={id}>
          {label}
        </label>
      )}
      {field.help === undefined ? null : (
        <p className="field-help" id={helpId}>
          {field.help[language]}
        </p>
      )}
      {children({
        id,
        labelId,
        invalid: isWrong(markers),
        describedBy: describedBy === '' ? undefined : describedBy,
      })}
      <FieldMessages id={messagesId} markers={markers} />
    </div>
  )
}
