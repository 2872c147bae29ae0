import type { ReactNode } from 'react'
import type { FieldOf } from '../../shared/fields/index.ts'
import type { SimpleType } from '../../shared/fields/simple.ts'
import { actor } from './actor.tsx'
import { choice } from './choice.tsx'
import { choices } from './choices.tsx'
import { date } from './date.tsx'
import type { FieldControl, FieldProps } from './define.ts'
import { number } from './number.tsx'
import { period } from './period.tsx'
import { person } from './person.tsx'
import { richText } from './rich-text/rich-text.tsx'
import { text } from './text.tsx'
import { yesNo } from './yes-no.tsx'

type SimpleControls = { readonly [T in SimpleType]: FieldControl<T> }

/** Types of field that may stand in a repeated group as well. A new type is added here and nowhere else in renderer/. */
export const simpleControls = {
  text,
  'rich-text': richText,
  date,
  period,
  number,
  'yes-no': yesNo,
  choice,
  choices,
  actor,
  person,
} satisfies SimpleControls

const controls: SimpleControls = simpleControls

/** Whether the control of a simple field is several elements under one label. */
export function isComposite<T extends SimpleType>(type: T, field: FieldOf<T>): boolean {
  return controls[type].composite?.(field) ?? false
}

/** The control of a simple field. */
export function simpleControl<T extends SimpleType>(type: T, props: FieldProps<T>): ReactNode {
  return controls[type].control(props)
}
