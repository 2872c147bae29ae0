import type { z } from 'zod'

export type Json = z.infer<ReturnType<typeof z.json>>
/** An answer as stored: whatever was written, of its field's form or not; undefined where there is none. */
export type Value = Json | undefined
export type JsonObject = { [key: string]: Json }

export function isObject(value: Value): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The stored rows of a field as they are, other members kept. Nothing where the answer is no list. */
export function storedRows(value: Value): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** An object with one member set, or removed where there is no value. */
export function withMember(object: JsonObject, member: string, value: Value): JsonObject {
  const { [member]: _, ...rest } = object
  return value === undefined ? rest : { ...rest, [member]: value }
}

/** Whether anything is said: blank text, an object of nothing and a list without rows are not. */
export function saysSomething(value: Value | null): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value !== 'object') return true
  return Array.isArray(value) ? value.length > 0 : Object.values(value).some(saysSomething)
}

/** A value as JSON has it: keys without a value are left out. Throws on what JSON cannot say (a function, a symbol). */
export function toJson(value: unknown): Json {
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
