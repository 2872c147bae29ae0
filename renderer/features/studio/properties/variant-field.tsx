import type { ReactNode } from 'react'
import { isObject } from '../../../../shared/fields/json.ts'
import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { type SchemaNode, schemaForm, schemaMembers } from '../../../../shared/studio/schema.ts'
import { SelectInput } from '../../../base/controls.tsx'
import { useT } from '../../../base/use-t.ts'
import { useMember } from '../studio-context.ts'
import { beginningOf } from './beginning.ts'
import { LabelledMember } from './labelled-member.tsx'
import { nameIn, wordsOfMember, wordsOfValue } from './member-words.ts'

interface VariantProps {
  readonly path: JsonPath
  readonly forms: readonly SchemaNode[]
  readonly required: boolean
  /** The members of the form that is chosen. */
  readonly children: (form: SchemaNode) => ReactNode
}

/** What tells a form from the others: the member that has one value in it, or else the members that it has. */
function nameOfForm(form: SchemaNode): { member: string; value: string } {
  const members = schemaMembers(form)
  const telling = members.find(({ node }) => node.const !== undefined)
  if (telling?.node.const !== undefined) return { member: telling.name, value: telling.node.const.toString() }
  if (form.const !== undefined) return { member: 'form', value: form.const.toString() }
  return { member: 'form', value: members.map(({ name }) => name).join('-') }
}

/** Something that has one of several forms: which, and then the members of that form. */
export function VariantField({ path, forms, required, children }: VariantProps) {
  const t = useT()
  const { value, set } = useMember(path)
  const name = nameIn(path)
  const meant = value === undefined ? undefined : schemaForm({ anyOf: forms }, value)
  const options = forms.map((form) => {
    const { member, value: told } = nameOfForm(form)
    return { value: told, label: wordsOfValue(t, member, told), form }
  })
  const chosen = options.find(({ form }) => form === meant)
  const choose = (told: string | undefined) => {
    const form = options.find((option) => option.value === told)?.form
    if (form === undefined) return
    const begun = beginningOf(form)
    // What both forms have is kept: a source is one whether law or steering.
    const names = new Set(
      schemaMembers(form).flatMap((member) => (member.node.const === undefined ? member.name : [])),
    )
    const kept = isObject(value) ? Object.entries(value).filter(([member]) => names.has(member)) : []
    set(isObject(begun) ? { ...begun, ...Object.fromEntries(kept) } : begun)
  }
  return (
    <div className="studio-variant">
      <LabelledMember path={path} label={wordsOfMember(t, name)} required={required}>
        {(ties) => (
          <SelectInput
            {...ties}
            {...(chosen === undefined ? { empty: t('studio.choose') } : {})}
            value={chosen?.value}
            options={options}
            onChange={choose}
          />
        )}
      </LabelledMember>
      {meant?.type === 'object' ? children(meant) : null}
    </div>
  )
}
