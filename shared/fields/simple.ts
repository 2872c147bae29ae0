import { z } from 'zod'
import { actor } from './actor.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { date } from './date.ts'
import { type FieldOps, opsIn } from './define.ts'
import { number } from './number.ts'
import { period } from './period.ts'
import { person } from './person.ts'
import { richText } from './rich-text.ts'
import { text } from './text.ts'
import { yesNo } from './yes-no.ts'

/** Types of field that may stand in a repeated group as well. A new type is added here and nowhere else in shared/. */
export const simpleTypes = {
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
} as const

export type SimpleType = keyof typeof simpleTypes
type SimpleOf<T extends SimpleType> = { [P in T]: z.infer<(typeof simpleTypes)[P]['schema']> }[T]
export type SimpleField = SimpleOf<SimpleType>

const schemas = Object.values(simpleTypes).map(({ schema }) => schema)
/** Fields that may stand in a repeated group. */
export const simpleFieldSchema = z.discriminatedUnion('type', [
  text.schema,
  ...schemas.filter((schema) => schema !== text.schema),
])

const opsOf = opsIn<{ [T in SimpleType]: SimpleOf<T> }>(simpleTypes)

/** What can be done with a simple field. */
export function simpleOps(field: SimpleField): FieldOps {
  return opsOf(field.type, field)
}
