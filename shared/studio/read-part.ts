import type { z } from 'zod'
import type { Cause } from '../fields/define.ts'
import { type Field, fieldSchema } from '../fields/index.ts'
import { isObject, type Json, type Value } from '../fields/json.ts'
import { causesOf } from '../template/problem.ts'
import { type Section, sectionSchema, type Template, templateSchema } from '../template/template.ts'
import { blankOption, blankTemplate } from './blank.ts'
import { isJsonPath, jsonAt, withJsonAt } from './json-path.ts'
import { idFromWords } from './slug.ts'

/** A part of a template as it reads: what is wrong with its form, and what can be shown of it all the same. */
export interface ReadPart<T> {
  readonly causes: readonly Cause[]
  /** With stand-ins for what is not written yet; undefined where there is too little to show. */
  readonly item: T | undefined
}

/** What a text that is not written yet is shown as. */
const UNWRITTEN = '…'
const unwritten = { sv: UNWRITTEN, en: UNWRITTEN }

/** The value with what an issue points at taken away, or given a stand-in. */
function withStandIn(value: Json, issue: z.core.$ZodIssue, standIns: Readonly<Record<string, Json>>): Json {
  const path: readonly PropertyKey[] = issue.path
  if (!isJsonPath(path)) return value
  if (issue.code === 'unrecognized_keys')
    return issue.keys.reduce((done, key) => withJsonAt(done, [...path, key], undefined), value)
  const [member] = path
  if (member === undefined) return value
  const language = path.at(-1)
  if (path.length > 1 && (language === 'sv' || language === 'en')) {
    const other = jsonAt(value, [...path.slice(0, -1), language === 'sv' ? 'en' : 'sv'])
    return withJsonAt(value, path, typeof other === 'string' && other !== '' ? other : UNWRITTEN)
  }
  if (member === 'id') return withJsonAt(value, ['id'], standInId(jsonAt(value, ['id'])))
  return withJsonAt(value, path.slice(0, 1), standIns[member])
}

/** What something whose id is none yet is called meanwhile: as near to what is written as can be. */
const standInId = (written: Value) =>
  `utan-id-${idFromWords(typeof written === 'string' ? written : '')}`.replace(/-+$/, '').slice(0, 60)

/** Reads values by a schema, each object once. What does not fit is read again with stand-ins. */
function reader<T>(schema: z.ZodType<T>, standIns: Readonly<Record<string, Json>>) {
  const known = new WeakMap<object, ReadPart<T>>()
  const read = (value: Json): ReadPart<T> => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return { causes: [], item: parsed.data }
    const { issues } = parsed.error
    const mended = issues.reduce((done, issue) => withStandIn(done, issue, standIns), value)
    const again = schema.safeParse(mended)
    return { causes: issues.flatMap((issue) => causesOf(issue, value)), item: again.data }
  }
  return (value: Json): ReadPart<T> => {
    if (typeof value !== 'object' || value === null) return read(value)
    const before = known.get(value)
    if (before) return before
    const part = read(value)
    known.set(value, part)
    return part
  }
}

/** A field as it reads. */
export const readField: (field: Json) => ReadPart<Field> = reader(fieldSchema, {
  label: unwritten,
  item: unwritten,
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
  options: [{ ...blankOption('alternativ'), label: unwritten }],
})

/** A section as it reads, apart from its fields. */
export const readSectionHead: (head: Json) => ReadPart<Omit<Section, 'fields'>> = reader(
  sectionSchema.omit({ fields: true }),
  { title: unwritten },
)

const blank = blankTemplate('mall')

/** A template as it reads, apart from its sections. */
export const readHead: (head: Json) => ReadPart<Omit<Template, 'sections'>> = reader(
  templateSchema.omit({ sections: true }),
  {
    ...(isObject(blank) ? blank : {}),
    title: unwritten,
    summary: unwritten,
    whenToUse: unwritten,
    legalBasis: [{ provision: UNWRITTEN, source: UNWRITTEN }],
  },
)
