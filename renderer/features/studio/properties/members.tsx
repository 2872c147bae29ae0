import { type JsonPath, jsonAt } from '../../../../shared/studio/json-path.ts'
import {
  branchesOf,
  type SchemaMember,
  type SchemaNode,
  schemaForm,
  schemaMembers,
} from '../../../../shared/studio/schema.ts'
import { useT } from '../../../base/use-t.ts'
import { useMember, useStudio } from '../studio-context.ts'
import { AccordingToField } from './according-to-field.tsx'
import { AddMember } from './add-member.tsx'
import { ConditionField } from './condition-field.tsx'
import { FollowsField } from './follows/follows-field.tsx'
import { IdField, OptionValueField } from './id-field.tsx'
import { MemberHelp } from './labelled-member.tsx'
import { ItemsField, TicksField } from './list-field.tsx'
import { nameIn, wordsOfMember } from './member-words.ts'
import { TextsField } from './texts-field.tsx'
import { TypeField } from './type-field.tsx'
import { BooleanField, EnumField, ValueField } from './value-fields.tsx'
import { VariantField } from './variant-field.tsx'

const none: ReadonlySet<string> = new Set()

interface MembersProps {
  readonly path: JsonPath
  readonly members: readonly SchemaMember[]
  /** Shown though they need not be there. */
  readonly usual?: ReadonlySet<string>
}

/** The members of something: those that must be there, those that are, and a way to the others. */
export function Members({ path, members, usual = none }: MembersProps) {
  const { working } = useStudio()
  const shown = members.filter(
    ({ name, required }) => required || usual.has(name) || jsonAt(working, [...path, name]) !== undefined,
  )
  const absent = members.filter((member) => !shown.includes(member))
  return (
    <>
      {shown.map(({ name, node, required }) => (
        <MemberField key={name} path={[...path, name]} node={node} required={required} />
      ))}
      {absent.length === 0 ? null : <AddMember of={path} members={absent} />}
    </>
  )
}

/** The members of a form, apart from the one that tells it from others. */
const ownMembers = (form: SchemaNode) => schemaMembers(form).filter(({ node }) => node.const === undefined)

/** Whether a member is one of a section, a field or a column: `['sections', 0, 'fields', 2, 'id']`. */
function isOfPart(path: JsonPath): boolean {
  const list = path.at(-3)
  return typeof path.at(-2) === 'number' && (list === 'sections' || list === 'fields')
}

const isTexts = ({ properties }: SchemaNode) => properties?.has('sv') === true && properties.has('en')
const isCondition = ({ properties }: SchemaNode) => properties?.has('fact') === true

interface MemberProps {
  readonly path: JsonPath
  readonly node: SchemaNode
  readonly required: boolean
}

/** A member with the control that its form in the schema asks for. */
function MemberField({ path, node, required }: MemberProps) {
  const forms = branchesOf(node)
  const form = schemaForm(node, useMember(path).value)
  const props = { path, required }
  if (form === undefined) return null
  if (path.length === 1 && path[0] === 'follows') return <FollowsField />
  if (path.at(-1) === 'id' && isOfPart(path)) return <IdField part={path.slice(0, -1)} />
  if (path.at(-1) === 'value' && path.at(-3) === 'options')
    return <OptionValueField option={path.slice(0, -1)} />
  if (path.at(-1) === 'type' && isOfPart(path)) return <TypeField part={path.slice(0, -1)} />
  if (path.at(-1) === 'accordingTo') return <AccordingToField path={path} />
  if (forms.some(isCondition)) return <ConditionField path={path} />
  if (isTexts(form)) return <TextsField {...props} />
  if (forms.length > 1 && forms.every(({ const: only }) => only !== undefined))
    return <EnumField {...props} values={forms.flatMap(({ const: only }) => only ?? [])} />
  if (forms.length > 1)
    return (
      <VariantField {...props} forms={forms}>
        {(chosen) => <Members path={path} members={ownMembers(chosen)} />}
      </VariantField>
    )
  if (form.type === 'array') return <ListField {...props} form={form} />
  if (form.type === 'object') return <ObjectField path={path} form={form} />
  if (form.type === 'boolean') return <BooleanField {...props} />
  return form.enum === undefined ? (
    <ValueField {...props} isNumber={form.type !== 'string'} />
  ) : (
    <EnumField {...props} values={form.enum} />
  )
}

function ListField({ path, required, form }: Omit<MemberProps, 'node'> & { form: SchemaNode }) {
  const [item] = form.items === undefined ? [] : branchesOf(form.items)
  if (item === undefined) return null
  if (item.enum !== undefined) return <TicksField path={path} required={required} values={item.enum} />
  return (
    <ItemsField path={path} item={item}>
      {(at) =>
        item.type === 'object' ? (
          <Members path={at} members={ownMembers(item)} />
        ) : (
          <MemberField path={at} node={item} required />
        )
      }
    </ItemsField>
  )
}

/** Something that has members of its own. */
function ObjectField({ path, form }: { path: JsonPath; form: SchemaNode }) {
  const t = useT()
  return (
    <fieldset className="studio-object">
      <legend className="form-label form-label-small">{wordsOfMember(t, nameIn(path))}</legend>
      <MemberHelp name={nameIn(path)} />
      <Members path={path} members={ownMembers(form)} />
    </fieldset>
  )
}
