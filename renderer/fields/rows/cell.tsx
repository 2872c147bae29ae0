import type { ReactNode } from 'react'
import type { Marker } from '../../../shared/note/marker.ts'
import { type ControlTies, isWrong } from '../field-frame.tsx'
import { FieldMessages } from '../field-messages.tsx'

interface Props {
  /** Unique in the page: row and column. */
  id: string
  column: string
  label: string
  obligatory?: string | undefined
  /** Those of the row; the cell shows its own. */
  markers: readonly Marker[]
  /** Of the row: a third where it is not given. */
  width?: 'half' | 'whole'
  group?: boolean
  help?: string | undefined
  children: (ties: ControlTies) => ReactNode
}

/** One cell of a row: label above, control, messages below. */
export function Cell({ id, column, label, obligatory, markers, width, group, help, children }: Props) {
  const own = markers.filter((marker) => marker.where.column === column)
  const labelId = `${id}-label`
  const messagesId = `${id}-messages`
  const words = (
    <>
      {label}
      {obligatory === undefined ? null : <span className="field-obligatory"> ({obligatory})</span>}
    </>
  )
  return (
    <div
      className={width === undefined ? 'field-cell' : `field-cell field-cell-${width}`}
      data-column={column}
    >
      {group === true ? (
        <span className="field-cell-label" id={labelId}>
          {words}
        </span>
      ) : (
        <label className="field-cell-label" id={labelId} htmlFor={id}>
          {words}
        </label>
      )}
      {help === undefined ? null : <p className="field-help">{help}</p>}
      {children({ id, labelId, invalid: isWrong(own), describedBy: own.length > 0 ? messagesId : undefined })}
      <FieldMessages id={messagesId} markers={own} />
    </div>
  )
}
