import { z } from 'zod'
import { aktiviteter } from './aktiviteter.ts'
import { infoSchema } from './base.ts'
import { consents } from './consents.ts'
import { type FieldModule, type FieldOps, opsIn } from './define.ts'
import { group } from './group.ts'
import { insatser } from './insatser.ts'
import type { Value } from './json.ts'
import { noteReference } from './note-reference.ts'
import { simpleTypes } from './simple.ts'

/** Every type of field that holds an answer: one module each. */
const fieldTypes = {
  ...simpleTypes,
  'note-reference': noteReference,
  consents,
  insatser,
  aktiviteter,
  group,
} as const

export type AnswerType = keyof typeof fieldTypes
/** The field of a type, in a template. */
export type FieldOf<T extends AnswerType> = { [P in T]: z.infer<(typeof fieldTypes)[P]['schema']> }[T]
/** The answer to a field of type T. */
export type Answer<T extends AnswerType> = z.infer<(typeof fieldTypes)[T]['answer']>
/** A field that holds an answer: all but headings and help texts. */
export type AnswerField = FieldOf<AnswerType>

const { text } = simpleTypes
const schemas = Object.values(fieldTypes).map(({ schema }) => schema)
export const fieldSchema = z.discriminatedUnion('type', [
  text.schema,
  ...schemas.filter((schema) => schema !== text.schema),
  infoSchema,
])
export type Field = AnswerField | z.infer<typeof infoSchema>

// Typed by the mapped type, so that a module found by a type is known to read that type's answer.
const modules: { [T in AnswerType]: FieldModule<FieldOf<T>, Answer<T>> } = fieldTypes
const ops = opsIn<{ [T in AnswerType]: FieldOf<T> }>(modules)

/** What can be done with a field and its answer, whatever its type. */
export function opsOf(field: AnswerField): FieldOps {
  return ops(field.type, field)
}

/** Whether a text names a type of field that holds an answer. */
export function isAnswerType(type: string): type is AnswerType {
  return Object.hasOwn(fieldTypes, type)
}

/** Whether a field holds an answer. */
export function holdsAnswer(field: Field): field is AnswerField {
  return field.type !== 'info'
}

/** A stored answer as its type says, or undefined where there is none or it is of another form. */
export function readAs<T extends AnswerType>(type: T, value: Value): Answer<T> | undefined {
  return modules[type].read(value)
}
