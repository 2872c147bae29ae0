import type { AnswerValue } from '../note-model/session/note-session.ts'

/** A value as JSON has it: keys without a value are left out. Throws on what JSON cannot say (a function, a symbol). */
export function toJson(value: unknown): AnswerValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object') throw new TypeError(`An answer cannot hold a ${typeof value}.`)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, toJson(part)]),
  )
}
