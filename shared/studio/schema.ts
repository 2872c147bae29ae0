import { z } from 'zod'
import { isObject, type Json, type Value } from '../fields/json.ts'
import { templateSchema } from '../template/template.ts'
import { type JsonPath, jsonAt } from './json-path.ts'

/** A part of the JSON Schema of templates, as far as the studio reads it. */
export interface SchemaNode {
  readonly $ref?: string | undefined
  readonly type?: string | readonly string[] | undefined
  readonly const?: string | number | boolean | undefined
  readonly enum?: readonly (string | number)[] | undefined
  readonly properties?: ReadonlyMap<string, SchemaNode> | undefined
  readonly required?: readonly string[] | undefined
  readonly items?: SchemaNode | undefined
  readonly anyOf?: readonly SchemaNode[] | undefined
  readonly oneOf?: readonly SchemaNode[] | undefined
}

/** A member that something in a template may have. */
export interface SchemaMember {
  readonly name: string
  readonly node: SchemaNode
  readonly required: boolean
}

const nodeSchema: z.ZodType<SchemaNode> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    const: z.union([z.string(), z.number(), z.boolean()]).optional(),
    enum: z.array(z.union([z.string(), z.number()])).optional(),
    properties: z
      .record(z.string(), nodeSchema)
      .transform((members) => new Map(Object.entries(members)))
      .optional(),
    required: z.array(z.string()).optional(),
    // Of a list of a certain length, whether it may have more.
    items: z.union([nodeSchema, z.boolean().transform(() => undefined)]).optional(),
    anyOf: z.array(nodeSchema).optional(),
    oneOf: z.array(nodeSchema).optional(),
  }),
)

// As `npm run schemas` writes it for other editors.
const generated = z.toJSONSchema(templateSchema, { io: 'input', reused: 'ref', unrepresentable: 'any' })
const root = nodeSchema.parse(generated)
const definitions = z.record(z.string(), nodeSchema).parse(generated.$defs)

/** The forms that a node allows, each with its references followed. */
export function branchesOf(node: SchemaNode): readonly SchemaNode[] {
  const { $ref } = node
  if ($ref !== undefined) {
    const found = definitions[$ref.replace('#/$defs/', '')]
    return found === undefined ? [] : branchesOf(found)
  }
  const branches = node.anyOf ?? node.oneOf
  return branches === undefined ? [node] : branches.flatMap(branchesOf)
}

const typeOfJson = (value: Json): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** How well a form fits a value: what it says that it is counts most, then the members that it has of it. */
function likeness(branch: SchemaNode, value: Json): number {
  if (branch.const !== undefined) return branch.const === value ? 1000 : -1000
  const types = branch.type === undefined ? [] : [branch.type].flat()
  const type = typeOfJson(value)
  const isType = types.includes(type) || (type === 'number' && types.includes('integer'))
  if (!isType) return -1000
  const { properties } = branch
  if (!isObject(value) || properties === undefined) return 1
  return Object.entries(value).reduce((sum, [name, member]) => {
    const node = properties.get(name)
    if (node === undefined) return sum - 1
    return sum + (node.const === undefined ? 1 : node.const === member ? 100 : -100)
  }, 0)
}

/** Of several forms, the one that a value is most like; the first where there is no value. */
function bestOf(forms: readonly SchemaNode[], value: Value): SchemaNode | undefined {
  if (value === undefined || forms.length < 2) return forms[0]
  return forms.toSorted((a, b) => likeness(b, value) - likeness(a, value))[0]
}

/** Of the forms that are allowed, the one that whoever wrote the value means. */
export function schemaForm(node: SchemaNode, value: Value): SchemaNode | undefined {
  return bestOf(branchesOf(node), value)
}

/** The forms that may stand at a path of a template, whatever stands there now. */
function formsAt(working: Value, path: JsonPath): readonly SchemaNode[] {
  let forms = branchesOf(root)
  for (const [depth, part] of path.entries()) {
    const value = jsonAt(working, path.slice(0, depth))
    const best = value === undefined ? undefined : bestOf(forms, value)
    const meant = best === undefined ? forms : [best]
    // The member that tells the forms apart may be any of theirs.
    const from =
      typeof part === 'string' && forms.every(({ properties }) => properties?.has(part)) ? forms : meant
    forms = from.flatMap(({ properties, items }) => {
      const next = typeof part === 'number' ? items : properties?.get(part)
      return next === undefined ? [] : branchesOf(next)
    })
  }
  return forms
}

/** What stands at a path, by the schema; undefined where nothing may. */
export function schemaAt(working: Value, path: JsonPath): SchemaNode | undefined {
  return bestOf(formsAt(working, path), jsonAt(working, path))
}

/** The members that a form has. */
export function schemaMembers({ properties, required = [] }: SchemaNode): readonly SchemaMember[] {
  return [...(properties ?? [])].map(([name, node]) => ({
    name,
    node,
    required: required.includes(name),
  }))
}

/** The members that what stands at a path may have. */
export function membersAt(working: Value, path: JsonPath): readonly SchemaMember[] {
  const form = schemaAt(working, path)
  return form === undefined ? [] : schemaMembers(form)
}

/** The values that the schema names for a path, each once. */
export function valuesAt(working: Value, path: JsonPath): readonly (string | number | boolean)[] {
  const values = formsAt(working, path).flatMap((form): readonly (string | number | boolean)[] => {
    if (form.const !== undefined) return [form.const]
    return form.enum ?? (form.type === 'boolean' ? [true, false] : [])
  })
  return [...new Set(values)]
}
