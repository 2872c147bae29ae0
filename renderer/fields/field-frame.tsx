import { type FocusEvent, type ReactNode, useState } from 'react'
import type { BaseField } from '../../shared/fields/base.ts'
import type { Marker } from '../../shared/note/marker.ts'
import type { ControlTies } from '../base/controls.tsx'
import { Icon } from '../base/icon.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { FieldComments } from '../note-model/comments.tsx'
import { useFieldContext, useFieldMarkers, useObligatory, useTakenOver } from './field-context.ts'
import { FieldMessages } from './field-messages.tsx'

/** Whether something typed is wrong, as against not typed yet: only the former paints the control red. */
function isWrong(markers: readonly Marker[]): boolean {
  return markers.some((marker) => marker.severity === 'error' && marker.rule !== 'falt/obligatoriskt')
}

const isForm = ({ rule }: Marker) => rule === 'falt/datum'

/**
 * The messages of a field with dates in words, which are none until they are taken: that a text is no date is not said
 * while it is being written, or it would push what stands below to and fro. Where something is said already, that it is obligatory
 * or no date, there is a place for it, and one takes the other's.
 */
function useQuietWhileWriting(markers: readonly Marker[]) {
  const [quiet, setQuiet] = useState(false)
  return {
    shown: quiet ? markers.filter((marker) => !isForm(marker)) : markers,
    onFocus: ({ target }: FocusEvent) =>
      setQuiet(target.closest('.date-entry') !== null && markers.length === 0),
    onBlur: () => setQuiet(false),
  }
}

interface FrameProps {
  id: string
  className: string
  label: string
  obligatory: boolean
  /** Whether the control is several elements, labelled by the label's id; one element is labelled by `for`. */
  composite: boolean
  help: string | undefined
  /** Where the answer was taken over from, in words. */
  takenOver?: string | undefined
  markers: readonly Marker[]
  children: (ties: ControlTies) => ReactNode
}

/** Label, help, control and messages, tied together; each in its place. */
function Frame(props: FrameProps) {
  const { id, className, label, obligatory, composite, help, takenOver, markers, children } = props
  const t = useT()
  const labelId = `${id}-label`
  const helpId = `${id}-help`
  const takenId = `${id}-taken`
  const messagesId = `${id}-messages`
  const describedBy = [
    help === undefined ? '' : helpId,
    takenOver === undefined ? '' : takenId,
    markers.length > 0 ? messagesId : '',
  ]
    .filter((each) => each !== '')
    .join(' ')
  const words = (
    <>
      {label}
      {obligatory ? <span className="form-aside"> ({t('fields.obligatory')})</span> : null}
    </>
  )
  return (
    <>
      {composite ? (
        <span className={className} id={labelId}>
          {words}
        </span>
      ) : (
        <label className={className} id={labelId} htmlFor={id}>
          {words}
        </label>
      )}
      {help === undefined ? null : (
        <p className="form-hint" id={helpId}>
          {help}
        </p>
      )}
      {takenOver === undefined ? null : (
        <p className="form-hint field-taken" id={takenId}>
          <Icon name="reply" /> {takenOver}
        </p>
      )}
      {children({
        id,
        labelId,
        invalid: isWrong(markers),
        describedBy: describedBy === '' ? undefined : describedBy,
      })}
      <FieldMessages id={messagesId} markers={markers} />
    </>
  )
}

interface FieldFrameProps {
  field: BaseField & { type: string }
  composite?: boolean
  /** Leaves markers of rows to the rows. */
  rows?: boolean
  children: (ties: ControlTies) => ReactNode
}

/** A field as it stands in the note. */
export function FieldFrame({ field, composite = false, rows = false, children }: FieldFrameProps) {
  const language = useLanguage()
  const { session } = useFieldContext()
  const markers = useFieldMarkers(field.id)
  const obligatory = useObligatory(field.id)
  const { shown, ...listeners } = useQuietWhileWriting(
    rows ? markers.filter((marker) => marker.where.row === undefined) : markers,
  )
  return (
    <div className="field" data-field={field.id} data-type={field.type} {...listeners}>
      <Frame
        id={`falt-${session.id}-${field.id}`}
        className="form-label"
        label={field.label[language]}
        obligatory={obligatory}
        composite={composite}
        help={field.help?.[language]}
        takenOver={useTakenOver(field.id)}
        markers={shown}
      >
        {children}
      </Frame>
      <FieldComments note={session.id} field={field.id} />
    </div>
  )
}

interface ColumnFrameProps {
  /** Unique in the page: row and column. */
  id: string
  column: string
  label: string
  obligatory?: boolean
  /** Those of the row; the column shows its own. */
  markers: readonly Marker[]
  width: 'third' | 'wide' | 'whole'
  composite?: boolean
  help?: string | undefined
  children: (ties: ControlTies) => ReactNode
}

/** A column of a row. */
export function ColumnFrame({ column, markers, width, ...rest }: ColumnFrameProps) {
  const { shown, ...listeners } = useQuietWhileWriting(
    markers.filter((marker) => marker.where.column === column),
  )
  return (
    <div className={`field-column field-column-${width}`} data-column={column} {...listeners}>
      <Frame
        obligatory={false}
        composite={false}
        help={undefined}
        {...rest}
        className="form-label form-label-small"
        markers={shown}
      />
    </div>
  )
}
