// Templates that nobody wrote: every type of field, members at random, conditions that name each other.
import fc from 'fast-check'
import type { Condition } from '../../../shared/fields/condition.ts'
import { fieldSchema, holdsAnswer, opsOf } from '../../../shared/fields/index.ts'
import { semanticCauses } from '../../../shared/template/semantics.ts'
import { type Template, templateSchema } from '../../../shared/template/template.ts'
import { samples } from '../fields/samples.ts'

const words = fc.record({
  sv: fc.string({ minLength: 1, unit: 'grapheme' }),
  en: fc.string({ minLength: 1, unit: 'grapheme' }),
})
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const slug = fc.constantFrom('a', 'b', 'mal', 'plan-datum', 'other', 'from', 'avsnitt', 'v2', 'text', 'help')

const options = fc.uniqueArray(
  fc.record({
    value: slug,
    label: words,
    help: some(words),
    journal: some(words),
    other: some(fc.boolean()),
  }),
  { minLength: 1, maxLength: 4, selector: ({ value }) => value },
)
const bound = fc.oneof(
  fc.record({
    relativeTo: fc.constantFrom('today', 'first-sick-day'),
    days: fc.integer({ min: -9, max: 9 }),
  }),
  fc.constantFrom({ date: '2020-01-01' }, { date: '2030-12-31' }),
)
const dates = fc.record({ min: some(bound), max: some(bound) })

/** Members that a type has of its own. */
const ofType: Partial<Record<keyof typeof samples, fc.Arbitrary<object>>> = {
  text: fc.record({ multiline: some(fc.boolean()), maxLength: some(fc.integer({ min: 1, max: 5000 })) }),
  date: dates,
  period: dates,
  number: fc.record({
    min: some(fc.integer({ min: -5, max: 5 })),
    max: some(fc.double({ min: 6, max: 1e6, noNaN: true })),
    unit: some(words),
  }),
  choice: fc.record({ options }),
  choices: fc.record({ options }),
  consents: fc.record({ actors: some(fc.constant(['arbetsgivare', 'socialtjansten'])) }),
  insatser: fc.record({ kinds: some(fc.constant(['medicinsk'])) }),
  aktiviteter: fc.record({ kinds: some(fc.constant(['mote', 'kontakt'])) }),
}

const common = fc.record({
  label: words,
  help: some(words),
  support: some(words),
  obligation: fc.constantFrom('frivillig', 'rekommenderad', 'obligatorisk'),
  demand: fc.constantFrom<object>(
    { basis: 'eget-val' },
    { basis: 'styrning', source: '000:1-2' },
    { basis: 'lag', provision: '30 kap. 12 § SFB', source: '001:1' },
  ),
  medical: some(fc.boolean()),
  saidBy: some(fc.constantFrom('varden', 'annan')),
  journal: some(fc.record({ label: some(words), omit: some(fc.boolean()) })),
})

type Raw = Record<string, unknown>
const types = Object.keys(samples)
const simple = types.filter(
  (type) => !['note-reference', 'consents', 'insatser', 'aktiviteter', 'group'].includes(type),
)

const fieldOf = (allowed: readonly string[]): fc.Arbitrary<Raw> =>
  fc.constantFrom(...allowed).chain((type) => {
    const known = Object.entries(samples).find(([name]) => name === type)?.[1].field ?? {}
    const own = Object.entries(ofType).find(([name]) => name === type)?.[1] ?? fc.constant({})
    return fc.tuple(common, own).map(([base, members]): Raw => ({ type, ...base, ...known, ...members }))
  })
const columned = fieldOf(simple).chain((first) =>
  fc.array(fieldOf(simple), { maxLength: 2 }).map((more) => [first, ...more]),
)
const field = fc.oneof(
  { weight: 8, arbitrary: fieldOf(types.filter((type) => type !== 'group')) },
  {
    weight: 2,
    arbitrary: fc.tuple(common, words, columned).map(
      ([base, item, columns]): Raw => ({
        type: 'group',
        ...base,
        item,
        fields: columns.map((column, index) => ({ ...column, id: `k${index}` })),
      }),
    ),
  },
  { weight: 1, arbitrary: fc.record<Raw>({ type: fc.constant('info'), label: words, text: some(words) }) },
)

/** What can be asked of fields: each operator with a value that can be its answer. */
function leaves(fields: readonly Raw[]): Condition[] {
  return fields.flatMap((raw): Condition[] => {
    const parsed = fieldSchema.safeParse(raw)
    if (!parsed.success || !holdsAnswer(parsed.data)) return []
    const { id } = parsed.data
    const ops = opsOf(parsed.data)
    const values = ['ja', 5, '2026-02-01', 'arbetsgivare', 'a', 'mal', 'plan-datum', 'ord']
    return [
      { field: id, op: 'answered' },
      { field: id, op: 'unanswered' },
      ...ops.operators.flatMap((op) =>
        values.filter((value) => ops.possible(value)).map((value): Condition => ({ field: id, op, value })),
      ),
    ]
  })
}

/** A condition in the making, on whatever fields there are: which of them is asked is a number taken round. */
type Wanted = (asked: readonly Condition[]) => Condition
const leaf: fc.Arbitrary<Wanted> = fc
  .nat()
  .map((at) => (asked) => asked[at % asked.length] ?? { fact: 'dag', op: 'greater', value: 90 })
const several = (inner: fc.Arbitrary<Wanted>, member: 'all' | 'any') =>
  fc.array(inner, { minLength: 1, maxLength: 3 }).map(
    (parts): Wanted =>
      (asked) => {
        const of = parts.map((part) => part(asked))
        return member === 'all' ? { all: of } : { any: of }
      },
  )
const flat = fc.oneof(leaf, several(leaf, 'all'), several(leaf, 'any'))
const wanted = fc.oneof(
  flat,
  flat.map(
    (not): Wanted =>
      (asked) => ({ not: not(asked) }),
  ),
  several(flat, 'any'),
)

const shown = (raw: Raw, when: Wanted | undefined, before: readonly Raw[]): Raw =>
  when === undefined ? raw : { ...raw, visibleWhen: when(leaves(before)) }

/** Fields with ids and conditions; each asks about those before it, so that none is shown only if it is shown itself. */
function placed(sections: readonly (readonly (readonly [Raw, Wanted | undefined])[])[]): Raw[][] {
  const before: Raw[] = []
  return sections.map((fields) =>
    fields.map(([raw, when]) => {
      const made = shown({ ...raw, id: `falt-${before.length}` }, when, before)
      before.push(made)
      return made
    }),
  )
}

const section = fc.tuple(
  some(wanted),
  fc.array(fc.tuple(field, some(wanted)), { minLength: 1, maxLength: 4 }),
)

/** Templates that hold together. */
export const inventedTemplate: fc.Arbitrary<Template> = fc
  .tuple(fc.array(section, { minLength: 1, maxLength: 3 }), words, words)
  .map(([sections, title, summary]): Raw => {
    const fields = placed(sections.map(([, inner]) => inner))
    return {
      format: 'klarlagt/mall',
      id: 'pahittad',
      version: 3,
      kind: 'mote',
      owner: 'forsakringskassan',
      title,
      summary,
      whenToUse: summary,
      legalBasis: [{ provision: '30 kap.', source: '001:1' }],
      sections: sections.map(([when], index) =>
        shown({ id: `avsnitt-${index}`, title, fields: fields[index] }, when, fields.slice(0, index).flat()),
      ),
    }
  })
  .map((raw) => templateSchema.safeParse(JSON.parse(JSON.stringify(raw))).data)
  .filter((template): template is Template => template !== undefined && semanticCauses(template).length === 0)
