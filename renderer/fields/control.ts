/** What every control gets: a field's, or a cell's in a row. */
export interface ControlProps<T> {
  /** Of the element that takes the focus. */
  id: string
  /** Of the label above. */
  labelId: string
  value: T | undefined
  /** Undefined takes the answer away. */
  onChange: (value: T | undefined) => void
  invalid: boolean
  /** Ids of help and messages. */
  describedBy: string | undefined
}

/** The aria attributes of a control that is one element. */
export function ariaOf(props: Pick<ControlProps<unknown>, 'invalid' | 'describedBy'>) {
  return { 'aria-invalid': props.invalid || undefined, 'aria-describedby': props.describedBy }
}
