import type { Cause } from '../fields/define.ts'
import type { Field } from '../fields/index.ts'
import { isObject, type Json } from '../fields/json.ts'
import type { Section, Template } from '../template/template.ts'
import { type JsonPath, jsonAt, listAt } from './json-path.ts'
import { readField, readHead, readSectionHead } from './read-part.ts'
import type { Working } from './working.ts'

/** An item with its number in the working copy. */
interface Numbered<T> {
  readonly item: T
  readonly index: number
}
interface ReadSection {
  /** Undefined where no field of it can be shown. */
  readonly section: Section | undefined
  /** The numbers, in the working copy, of the fields that the section has here. */
  readonly fields: readonly number[]
  readonly causes: readonly Cause[]
  /** Ids of fields that are there but cannot be shown yet. */
  readonly unread: readonly string[]
}

/** A working copy as a template that can be tried, though it may be unfinished. */
export interface ReadWorking {
  /** What of it can be shown, with stand-ins for what is not written; undefined where nothing can. */
  readonly template: Template | undefined
  /** What is wrong with the form of it, part by part. */
  readonly causes: readonly Cause[]
  readonly unread: ReadonlySet<string>
  /** Where something in that template stands in the working copy. */
  readonly placeOf: (path: readonly PropertyKey[]) => readonly PropertyKey[]
}

const under = (path: JsonPath, causes: readonly Cause[]): Cause[] =>
  causes.map((cause) => ({ ...cause, path: [...path, ...cause.path] }))

const sections = new WeakMap<object, ReadSection>()

function readSection(value: Json): ReadSection {
  const known = isObject(value) ? sections.get(value) : undefined
  if (known) return known
  const read = readSectionAnew(value)
  if (isObject(value)) sections.set(value, read)
  return read
}

function readSectionAnew(value: Json): ReadSection {
  const { fields: given, ...members } = isObject(value) ? value : {}
  const head = readSectionHead(isObject(value) ? members : value)
  const read = listAt(value, ['fields']).map((field) => ({ field, part: readField(field) }))
  const shown = read.flatMap(({ part }, index): Numbered<Field>[] =>
    part.item === undefined ? [] : [{ item: part.item, index }],
  )
  const unread = read.flatMap(({ field, part }) => {
    const id = jsonAt(field, ['id'])
    return part.item?.id !== id && typeof id === 'string' ? [id] : []
  })
  return {
    section:
      head.item === undefined || shown.length === 0
        ? undefined
        : { ...head.item, fields: shown.map(({ item }) => item) },
    fields: shown.map(({ index }) => index),
    causes: [
      ...head.causes,
      ...listCauses('fields', given),
      ...read.flatMap(({ part }, index) => under(['fields', index], part.causes)),
    ],
    unread,
  }
}

/** What is wrong with a list that must have something in it, apart from its items. */
function listCauses(member: string, value: Json | undefined): Cause[] {
  if (value === undefined) return [{ path: [member], key: 'rules.template.missing' }]
  if (!Array.isArray(value)) return [{ path: [member], key: 'rules.template.typeList' }]
  return value.length === 0 ? [{ path: [member], key: 'rules.template.tooSmall' }] : []
}

/** A path in the template that can be tried, as the working copy has it. */
function placeIn(read: readonly Numbered<ReadSection>[]) {
  return (path: readonly PropertyKey[]): readonly PropertyKey[] => {
    const [list, number, fields, field, ...rest] = path
    const found = list === 'sections' && typeof number === 'number' ? read[number] : undefined
    if (found === undefined) return path
    const place = ['sections', found.index]
    if (fields !== 'fields' || typeof field !== 'number') return [...place, ...path.slice(2)]
    return [...place, 'fields', found.item.fields[field] ?? field, ...rest]
  }
}

/**
 * Reads a working copy part by part. Sections and fields that are the same objects as before are not read again, so that a
 * key costs as much as the field that it is written in.
 */
export function readWorking(working: Working): ReadWorking {
  const { sections: given, ...members } = isObject(working) ? working : {}
  const head = readHead(isObject(working) ? members : working)
  const all = listAt(working, ['sections']).map((value, index) => ({ item: readSection(value), index }))
  const shown = all.flatMap(({ item, index }) =>
    item.section === undefined ? [] : [{ item, index, section: item.section }],
  )
  return {
    template:
      head.item === undefined || shown.length === 0
        ? undefined
        : { ...head.item, sections: shown.map(({ section }) => section) },
    causes: [
      ...head.causes,
      ...listCauses('sections', given),
      ...all.flatMap(({ item, index }) => under(['sections', index], item.causes)),
    ],
    unread: new Set(all.flatMap(({ item }) => item.unread)),
    placeOf: placeIn(shown),
  }
}
