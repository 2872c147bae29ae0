import type { Json } from '../../../../shared/fields/json.ts'
import { branchesOf, type SchemaNode, schemaMembers } from '../../../../shared/studio/schema.ts'

/** Something of a form that is not written yet, as the schema has it. */
export function beginningOf(node: SchemaNode): Json {
  const [form] = branchesOf(node)
  if (form === undefined) return null
  if (form.const !== undefined) return form.const
  if (form.enum?.[0] !== undefined) return form.enum[0]
  if (form.type === 'object')
    return Object.fromEntries(
      schemaMembers(form)
        .filter(({ required }) => required)
        .map((member) => [member.name, beginningOf(member.node)]),
    )
  if (form.type === 'array') return form.items === undefined ? [] : [beginningOf(form.items)]
  if (form.type === 'boolean') return true
  return form.type === 'integer' || form.type === 'number' ? 1 : ''
}
