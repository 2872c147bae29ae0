// Versions of a template that follow one another by any steps that can be taken, and answers of any form to the first of them.
import fc from 'fast-check'
import type { Json } from '../../../shared/fields/json.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { Template } from '../../../shared/template/template.ts'
import { templateOf } from '../check/sample.ts'

const words = (text: string) => ({ sv: text, en: text })

/** A field on its way through versions: what it is called, its type, and its options or columns. */
interface Shape {
  id: string
  type: string
  options: readonly string[]
}
type Step = Record<string, unknown>
export interface Version {
  shapes: readonly Shape[]
  steps: readonly Step[]
}

/** A step that can be taken, and what there is then. */
interface Possible {
  step: Step
  shapes: Shape[]
}

const begun: Version = {
  steps: [],
  shapes: [
    ...['t1', 't2', 't3', 't4'].map((id) => ({ id, type: 'text', options: [] })),
    { id: 'r', type: 'rich-text', options: [] },
    { id: 'd', type: 'date', options: [] },
    { id: 'j', type: 'yes-no', options: [] },
    { id: 'v', type: 'choice', options: ['v-a', 'v-b', 'v-annat'] },
    { id: 'f', type: 'choices', options: ['f-a', 'f-b', 'f-c', 'f-annat'] },
    { id: 'g', type: 'group', options: ['vad', 'kom'] },
  ],
}

/** The column of a group that began as one of these. */
const columnOf = ({ options }: Shape, begun: 'vad' | 'kom') =>
  options.find((column) => column.startsWith(begun))

/** Every step that can be taken of what there is, each with what there is then; `at` makes new names. */
function possibleSteps({ shapes }: Version, at: string): Possible[] {
  const name = `steg-${at}`
  const without = (...ids: string[]) => shapes.filter(({ id }) => !ids.includes(id))
  const to = `ny-${at}`
  const [mark, separator] = [' | ', '\n']
  return shapes.flatMap((shape): Possible[] => {
    const { id: field, type, options } = shape
    const as = (...made: Shape[]) => [...without(field), ...made]
    const renamed = { step: { name, do: 'rename', field, to }, shapes: as({ ...shape, id: to }) }
    const retyped = (into: string, more: Step = {}, made: readonly string[] = options) => ({
      step: { name, do: 'retype', field, from: type, to: into, ...more },
      shapes: as({ id: field, type: into, options: made }),
    })
    const half = options.slice(0, Math.max(1, options.length - 1))
    const mapOf = (values: readonly string[]) =>
      Object.fromEntries(values.map((one) => [one, `${one}-${at}`]))
    const ofChoice = [
      {
        step: { name, do: 'map-options', field, map: mapOf(half) },
        shapes: as({ ...shape, options: [...Object.values(mapOf(half)), ...options.slice(half.length)] }),
      },
      {
        step: {
          name,
          do: 'split-options',
          field,
          into: [
            { field, options: mapOf(half) },
            { field: to, options: mapOf(options.slice(half.length)), ownWords: true },
          ],
        },
        shapes: as(
          { ...shape, options: Object.values(mapOf(half)) },
          { ...shape, id: to, options: Object.values(mapOf(options.slice(half.length))) },
        ),
      },
    ]
    switch (type) {
      case 'text': {
        const others = shapes.filter((other) => other.type === 'text' && other.id !== field)
        const [other] = others
        const groups = shapes.flatMap((one) => {
          const column = one.type === 'group' ? columnOf(one, 'vad') : undefined
          return column === undefined ? [] : [{ group: one.id, column }]
        })
        return [
          renamed,
          retyped('rich-text'),
          {
            step: { name, do: 'split-text', field, at: mark, into: [field, to] },
            shapes: as(shape, { ...shape, id: to }),
          },
          ...(other
            ? [
                {
                  step: { name, do: 'merge', fields: [field, other.id], to, separator },
                  shapes: [...without(field, other.id), { ...shape, id: to }],
                },
              ]
            : []),
          ...groups.map((place) => ({
            step: { name, do: 'into-group', field, ...place },
            shapes: without(field),
          })),
        ]
      }
      case 'rich-text':
        return [renamed, retyped('text')]
      case 'date':
        return [renamed, retyped('text')]
      case 'yes-no':
        return [renamed, retyped('choice', { map: { ja: `ja-${at}` } }, [`ja-${at}`])]
      case 'choice':
        return [renamed, retyped('choices'), ...(options.length > 1 ? ofChoice : [])]
      case 'choices':
        return [renamed, retyped('choice'), ...(options.length > 1 ? ofChoice : [])]
      case 'group': {
        const [said, came] = [columnOf(shape, 'vad'), columnOf(shape, 'kom')]
        return [
          renamed,
          ...options.map((column) => {
            const called = `${column.slice(0, 3)}-${at}`
            return {
              step: { name, do: 'rename-column', group: field, column, to: called },
              shapes: as({ ...shape, options: options.map((one) => (one === column ? called : one)) }),
            }
          }),
          ...(said !== undefined && came !== undefined
            ? [
                {
                  step: {
                    name,
                    do: 'split-rows',
                    field,
                    column: came,
                    into: [
                      { field, values: ['ja'], unanswered: true },
                      { field: to, values: ['nej'] },
                    ],
                  },
                  shapes: as({ ...shape, options: [said] }, { ...shape, id: to, options: [said] }),
                },
                {
                  step: { name, do: 'out-of-group', group: field, column: said, to, separator },
                  shapes: as({ ...shape, options: [came] }, { id: to, type: 'text', options: [] }),
                },
              ]
            : []),
        ]
      }
      default:
        return [renamed]
    }
  })
}

/** A version after another, by picks: which step of those that can be taken, again and again; then some fields go. */
function nextVersion(before: Version, picks: readonly number[], gone: number, number: number): Version {
  const after = picks.reduce<Version>(
    (so, pick, index) => {
      const possible = possibleSteps(so, `${number}-${index}`)
      const chosen = possible[pick % possible.length]
      return chosen ? { shapes: chosen.shapes, steps: [...so.steps, chosen.step] } : so
    },
    { shapes: before.shapes, steps: [] },
  )
  const made = new Set(JSON.stringify(after.steps).match(/[a-z0-9-]+/g))
  const kept = after.shapes.filter(({ id }, index) => made.has(id) || (gone + index) % 5 !== 0)
  return { ...after, shapes: kept.length === 0 ? after.shapes : kept }
}

/** The template of a version. */
export function templateOfVersion({ shapes, steps }: Version, number: number): Template {
  const fields = shapes.map(({ id, type, options }) => ({
    id,
    type,
    ...(type === 'choice' || type === 'choices'
      ? { options: options.map((value) => ({ value, label: words(value), other: value.includes('annat') })) }
      : {}),
    ...(type === 'group'
      ? {
          item: words('punkt'),
          fields: options.map((column) => ({
            id: column,
            type: column.startsWith('kom') ? 'yes-no' : 'text',
            label: words(column),
            obligation: 'frivillig',
            demand: { basis: 'eget-val' },
          })),
        }
      : {}),
  }))
  return templateOf(fields, {
    version: number,
    ...(steps.length === 0 ? {} : { follows: { from: number - 1, steps } }),
  })
}

const written = fc.uuid().map((id) => `skrivet-${id}`)
const text = fc.oneof(
  written,
  fc.tuple(written, written).map((both) => both.join(' | ')),
)
const rich = fc.tuple(written, fc.boolean()).map(
  ([words, bold]): Json => ({
    blocks: [{ type: 'paragraph', runs: [{ text: words, ...(bold ? { bold } : {}) }] }],
  }),
)
const yesNo = fc.constantFrom('ja', 'nej')
const cells = fc.record({ vad: written, kom: yesNo }, { requiredKeys: [] })
/** Of its field's form for the most part, and now and then of none. */
const orOdd = (right: fc.Arbitrary<Json>) =>
  fc.oneof(
    { weight: 6, arbitrary: right },
    { weight: 1, arbitrary: written.map((words): Json => ({ okant: [words] })) },
  )

/** A row of its form for the most part, and now and then with something else in it, or beside its cells. */
const row = fc.oneof(
  { weight: 6, arbitrary: fc.record({ answers: cells }) },
  { weight: 1, arbitrary: fc.record({ answers: written }) },
  { weight: 1, arbitrary: fc.record({ answers: cells, okant: written }) },
)

const answers: fc.Arbitrary<Answers> = fc.record(
  {
    t1: orOdd(text),
    t2: orOdd(text),
    t3: orOdd(text),
    t4: orOdd(text),
    r: orOdd(rich),
    d: orOdd(written),
    j: orOdd(yesNo),
    v: orOdd(fc.record({ value: fc.constantFrom('v-a', 'v-annat', 'v-okant'), other: written })),
    f: orOdd(
      fc.record({
        values: fc.subarray(['f-a', 'f-b', 'f-c', 'f-annat', 'f-okant'], { minLength: 1 }),
        other: written,
      }),
    ),
    g: orOdd(
      fc
        .array(row, { minLength: 1, maxLength: 3 })
        .map((rows) => rows.map((inner, index) => ({ id: `r${index}`, ...inner }))),
    ),
    'okant-falt': written,
  },
  { requiredKeys: [] },
)

const picks = fc.array(fc.nat(60), { minLength: 1, maxLength: 5 })
/** Versions after versions, and what is written in the first. */
export const journeys = fc.tuple(
  fc.array(fc.tuple(picks, fc.nat(9)), { minLength: 1, maxLength: 3 }),
  answers,
)

/** The versions of a journey, the first among them. */
export function versionsOf(chain: readonly (readonly [number[], number])[]): Version[] {
  const versions = [begun]
  for (const [steps, gone] of chain)
    versions.push(nextVersion(versions.at(-1) ?? begun, steps, gone, versions.length + 1))
  return versions
}
