// What older answers could say, and what of it would find no place in a template as it is written now.
import { type AnswerField, type AnswerType, type Field, holdsAnswer, opsOf } from '../fields/index.ts'
import type { Json } from '../fields/json.ts'
import type { SimpleField, SimpleType } from '../fields/simple.ts'
import { placeAhead, stepsBetween } from '../note/follow.ts'
import { runSteps } from '../note/follow-run.ts'
import { type Template, templateIndex } from '../template/template.ts'
import type { Localized } from '../text/index.ts'

/** A field of the version before whose answers find no place, or one of its options or columns of which that is so. */
export interface WithoutPlace {
  readonly field: string
  readonly label: Localized
  /** The option or the column, where it is not the whole field. */
  readonly part?: { readonly kind: 'option' | 'column'; readonly id: string; readonly label: Localized }
}

/** The type of a field of a template. */
export const typeIn = (template: Template, id: string): string | undefined =>
  templateIndex(template).byId.get(id)?.field.type

/** An answer of each simple type that has no options. */
const samples: Readonly<Partial<Record<AnswerType, Json>>> = {
  text: 'x',
  'rich-text': { blocks: [{ type: 'paragraph', runs: [{ text: 'x' }] }] },
  date: '2026-01-01',
  period: { from: '2026-01-01' },
  number: 1,
  'yes-no': 'ja',
  actor: { actor: 'arbetsgivare' },
  person: { name: 'x' },
} satisfies Record<Exclude<SimpleType, 'choice' | 'choices'>, Json>

interface Sample {
  /** Undefined where no answer can be made up: then it is the type alone that tells. */
  readonly answer: Json | undefined
  readonly part?: WithoutPlace['part']
}

function samplesOf(field: AnswerField): Sample[] {
  const { options } = opsOf(field)
  if (options.length > 0)
    return options.map(({ value, label }) => ({
      answer: field.type === 'choices' ? { values: [value] } : { value },
      part: { kind: 'option', id: value, label },
    }))
  if (field.type !== 'group') return [{ answer: samples[field.type] }]
  return field.fields.map((column) => ({
    answer: rowOf(column),
    part: { kind: 'column', id: column.id, label: column.label },
  }))
}

function rowOf(column: SimpleField): Json | undefined {
  const [first] = samplesOf(column)
  return first?.answer === undefined ? undefined : [{ id: 'rad', answers: { [column.id]: first.answer } }]
}

/** Whether all of an answer comes to fields that take it. */
function findsPlace(before: Template, now: Template, field: AnswerField, answer: Json | undefined): boolean {
  const begun = new Map([[field.id, { value: answer ?? 'x', origins: [field.id], named: false }]])
  const { answers, left } = runSteps({ answers: begun, left: [] }, stepsBetween(before, now))
  if (left.length > 0) return false
  return [...answers].every(([id, onTheWay]) => {
    const place = placeAhead(before, now, id, onTheWay)
    if (answer === undefined) return place !== undefined && typeIn(now, place.field.id) === field.type
    const { taken, left: rest } = place?.take(onTheWay.value) ?? {}
    return taken !== undefined && rest === undefined
  })
}

function lostOf(before: Template, now: Template, field: AnswerField): WithoutPlace[] {
  const { id, label } = field
  const all = samplesOf(field)
  const lost = all.filter(({ answer }) => !findsPlace(before, now, field, answer))
  if (lost.length === all.length) return [{ field: id, label }]
  return lost.map(({ part }) => (part === undefined ? { field: id, label } : { field: id, label, part }))
}

/** What tells where answers can go in a template, and no word of it more: texts are written in without it being another. */
function shapeOf({ follows, sections }: Template): string {
  return JSON.stringify([follows ?? null, sections.map(({ fields }) => fields.map(fieldShape))])
}

const shapes = new WeakMap<Field, string>()
function fieldShape(field: Field): string {
  const known = shapes.get(field)
  if (known !== undefined) return known
  const shape = JSON.stringify([
    field.id,
    field.type,
    holdsAnswer(field) ? field.concept : null,
    holdsAnswer(field) ? opsOf(field).options.map(({ value, other }) => [value, other]) : [],
    field.type === 'group' ? field.fields.map(fieldShape) : [],
  ])
  shapes.set(field, shape)
  return shape
}

const found = new WeakMap<Template, { readonly shape: string; readonly lost: readonly WithoutPlace[] }>()

/** What the answers of the version before could say that finds no place in a template; worked out anew where its form is another. */
export function withoutPlace(before: Template, now: Template): readonly WithoutPlace[] {
  const shape = shapeOf(now)
  const known = found.get(before)
  if (known?.shape === shape) return known.lost
  const lost = templateIndex(before).entries.flatMap(({ field }) =>
    holdsAnswer(field) ? lostOf(before, now, field) : [],
  )
  found.set(before, { shape, lost })
  return lost
}
