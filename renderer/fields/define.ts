import type { ReactNode } from 'react'
import type { Answer, AnswerType, FieldOf } from '../../shared/fields/index.ts'

/** What a control needs to be tied to its label, help and messages. */
export interface ControlTies {
  /** Of the element that takes the focus. */
  id: string
  /** Of the label above. */
  labelId: string
  invalid: boolean
  /** Ids of help and messages. */
  describedBy: string | undefined
}

/** What every control gets: a field's, or that of a column in a row. */
export interface ControlProps<A> extends ControlTies {
  value: A | undefined
  /** Undefined takes the answer away. */
  onChange: (value: A | undefined) => void
}

/** The control of a field of type T, with the field as its template has it. */
export interface FieldProps<T extends AnswerType> extends ControlProps<Answer<T>> {
  field: FieldOf<T>
}

/** How a type of field is answered in the window. */
export interface FieldControl<T extends AnswerType> {
  control: (props: FieldProps<T>) => ReactNode
  /** Whether the control is several elements, labelled by the label's id; one element is labelled by `for`. */
  group?: (field: FieldOf<T>) => boolean
  /** Whether it shows the messages of its rows itself. */
  rows?: true
}

/** The aria attributes of a control that is one element. */
export function ariaOf(props: Pick<ControlTies, 'invalid' | 'describedBy'>) {
  return { 'aria-invalid': props.invalid || undefined, 'aria-describedby': props.describedBy }
}

/** The ties of a control that shows no messages of its own, beside one that does. */
export function plainTies(id: string): ControlTies {
  return { id, labelId: `${id}-label`, invalid: false, describedBy: undefined }
}
