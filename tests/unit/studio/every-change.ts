// Every change that can be made of a template by its schema, one at a time: each as a value before and after.
import { z } from 'zod'
import { isObject, type Json } from '../../../shared/fields/json.ts'
import { templateSchema } from '../../../shared/template/template.ts'

interface Node {
  readonly $ref?: string | undefined
  readonly type?: readonly string[] | undefined
  readonly const?: string | number | boolean | undefined
  readonly enum?: readonly (string | number)[] | undefined
  readonly properties?: Readonly<Record<string, Node>> | undefined
  readonly required?: readonly string[] | undefined
  readonly items?: Node | undefined
  readonly minItems?: number | undefined
  readonly prefixItems?: readonly Node[] | undefined
  readonly additionalProperties?: Node | undefined
  readonly anyOf?: readonly Node[] | undefined
  readonly oneOf?: readonly Node[] | undefined
  readonly pattern?: string | undefined
}

const orNode = z.union([z.lazy(() => nodeSchema), z.boolean().transform(() => undefined)]).optional()
const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z
      .union([z.string(), z.array(z.string())])
      .transform((types) => [types].flat())
      .optional(),
    const: z.union([z.string(), z.number(), z.boolean()]).optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    required: z.array(z.string()).optional(),
    items: orNode,
    minItems: z.int().optional(),
    prefixItems: z.array(nodeSchema).optional(),
    additionalProperties: orNode,
    anyOf: z.array(nodeSchema).optional(),
    oneOf: z.array(nodeSchema).optional(),
    pattern: z.string().optional(),
  }),
)

const generated = z.toJSONSchema(templateSchema, { io: 'input', unrepresentable: 'any' })
const definitions = z.record(z.string(), nodeSchema).parse(generated.$defs)

/** A value that the schema allows, with every member, and what it can become by one change. */
interface Changes {
  readonly whole: Json
  readonly pairs: readonly (readonly [Json, Json])[]
}

/** Texts of every form that a member asks for: two of each. */
const texts = ['Prov ett', 'Prov två', 'prov-ett', 'prov-tva', '2026-01-01', '2026-01-02', ' | ', ' / ']

const among = (values: readonly Json[]): Changes => {
  const [whole = null, other] = values
  return { whole, pairs: other === undefined ? [] : [[whole, other]] }
}

const sum = (branches: readonly Changes[]): Changes => {
  const [first, ...others] = branches
  if (first === undefined) throw new Error('The schema allows nothing here.')
  return {
    whole: first.whole,
    pairs: [
      ...branches.flatMap(({ pairs }) => pairs),
      ...others.map(({ whole }): [Json, Json] => [first.whole, whole]),
    ],
  }
}

function ofObject(properties: Readonly<Record<string, Node>>, required: readonly string[]): Changes {
  const members = Object.entries(properties).map(([name, node]) => ({ name, ...changesOf(node) }))
  const whole = Object.fromEntries(members.map((member) => [member.name, member.whole]))
  return {
    whole,
    pairs: members.flatMap(({ name, pairs }) => {
      const { [name]: _gone, ...without } = whole
      return [
        ...pairs.map(([before, after]): [Json, Json] => [
          { ...whole, [name]: before },
          { ...whole, [name]: after },
        ]),
        ...(required.includes(name) ? [] : [[whole, without] as const, [without, whole] as const]),
      ]
    }),
  }
}

/** One item that becomes another, one more, and the order turned. */
function ofItems({ whole, pairs }: Changes, least: number): Changes {
  const [, other] = pairs.find(([before]) => before === whole) ?? []
  const more = Array.from({ length: least - 1 }, () => whole)
  const added: readonly (readonly [Json, Json])[] =
    other === undefined
      ? []
      : [
          [
            [whole, ...more],
            [whole, ...more, other],
          ],
          [
            [whole, ...more, other],
            [other, ...more, whole],
          ],
        ]
  return {
    whole: [whole, ...more],
    pairs: [
      ...pairs.map(([before, after]): [Json, Json] => [
        [before, ...more],
        [after, ...more],
      ]),
      ...added,
    ],
  }
}

/** What is named again, such as a condition within a condition, is looked into once: after that it has its first form alone. */
const lookedInto = new Set<string>()

function changesOf(node: Node): Changes {
  const { $ref, anyOf, oneOf, properties, required = [], items, prefixItems, additionalProperties } = node
  if ($ref !== undefined) {
    const found = definitions[$ref.replace('#/$defs/', '')]
    if (found === undefined) throw new Error(`The schema names ${$ref}, which it has not.`)
    const isNew = !lookedInto.has($ref)
    lookedInto.add($ref)
    return changesOf((isNew ? undefined : found.anyOf?.[0]) ?? found)
  }
  const branches = anyOf ?? oneOf
  if (branches !== undefined) return sum(branches.map((branch) => changesOf(branch)))
  if (node.const !== undefined) return among([node.const])
  if (node.enum !== undefined) return among(node.enum)
  if (properties !== undefined) return ofObject(properties, required)
  if (prefixItems !== undefined) {
    const parts = prefixItems.map((part) => changesOf(part))
    const whole = parts.map((part) => part.whole)
    const pairs = parts.flatMap((part, at) =>
      part.pairs.map(([before, after]): [Json, Json] => [whole.with(at, before), whole.with(at, after)]),
    )
    return { whole, pairs }
  }
  if (items !== undefined) return ofItems(changesOf(items), node.minItems ?? 1)
  if (additionalProperties !== undefined) {
    const { whole, pairs } = changesOf(additionalProperties)
    return {
      whole: { a: whole },
      pairs: [
        ...pairs.map(([before, after]): [Json, Json] => [{ a: before }, { a: after }]),
        [{ a: whole }, { b: whole }],
      ],
    }
  }
  const { type = [] } = node
  if (type.includes('boolean')) return among([true, false])
  if (!type.includes('string')) return among([1, 2])
  const pattern = new RegExp(node.pattern ?? '', 'u')
  return among(texts.filter((text) => pattern.test(text)))
}

const root = nodeSchema.parse(generated)
const { $schema: _schema, ...members } = root.properties ?? {}

/** Every change of a template: two templates that differ in one thing. */
export const everyChange = changesOf({ ...root, properties: members }).pairs.filter(
  ([before, after]) =>
    isObject(before) && isObject(after) && before.id === after.id && before.version === after.version,
)

/** Every member that the schema names, with the values of a list that it may have; those of conditions have words of their own. */
function membersOf({
  properties = {},
  items,
  prefixItems = [],
  anyOf = [],
  oneOf = [],
}: Node): [string, readonly string[]][] {
  const parts = [...prefixItems, ...anyOf, ...oneOf, ...(items === undefined ? [] : [items])]
  return [
    ...Object.entries(properties).flatMap(([name, node]): [string, readonly string[]][] => [
      [name, valuesOf(node)],
      ...membersOf(node),
    ]),
    ...parts.flatMap(membersOf),
  ]
}

const valuesOf = (node: Node): readonly string[] =>
  [node, ...(node.items === undefined ? [] : [node.items]), ...(node.anyOf ?? [])].flatMap((one) =>
    [...(one.enum ?? []), one.const].filter((value) => typeof value === 'string'),
  )

export const everyMember = membersOf({ ...root, properties: members })
