import type { ReactNode } from 'react'
import type { Answer, AnswerType, FieldOf } from '../../shared/fields/index.ts'
import type { ControlProps } from '../base/controls.tsx'

/** The control of a field of type T, with the field as its template has it. */
export interface FieldProps<T extends AnswerType> extends ControlProps<Answer<T>> {
  field: FieldOf<T>
}

/** How a type of field is answered in the window. */
export interface FieldControl<T extends AnswerType> {
  control: (props: FieldProps<T>) => ReactNode
  /** Whether the control is several elements, labelled by the label's id; one element is labelled by `for`. */
  composite?: (field: FieldOf<T>) => boolean
  /** Whether it shows the messages of its rows itself. */
  rows?: true
}
