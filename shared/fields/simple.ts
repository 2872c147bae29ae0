import { z } from 'zod'
import { actor } from './actor.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { date } from './date.ts'
import type { FieldModule, FieldOps } from './define.ts'
import { number } from './number.ts'
import { person } from './person.ts'
import { richText } from './rich-text.ts'
import { text } from './text.ts'
import { yesNo } from './yes-no.ts'

/** Types of field that may stand in a repeated group as well. A new type is added here and nowhere else in shared/. */
export const simpleTypes = {
  text,
  'rich-text': richText,
  date,
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

// Typed by the mapped type, so that a module found by a type is known to take that type's field.
const modules: { [T in SimpleType]: FieldModule<SimpleOf<T>, z.infer<(typeof simpleTypes)[T]['answer']>> } =
  simpleTypes
const on = <T extends SimpleType>(type: T, field: SimpleOf<T>): FieldOps => modules[type].on(field)

const known = new WeakMap<SimpleField, FieldOps>()
/** What can be done with a simple field; worked out once for each. */
export function simpleOps(field: SimpleField): FieldOps {
  const before = known.get(field)
  if (before) return before
  const ops = on(field.type, field)
  known.set(field, ops)
  return ops
}
