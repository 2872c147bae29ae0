import { useId } from 'react'
import { type JsonPath, withJsonAt } from '../../../../shared/studio/json-path.ts'
import type { SchemaMember } from '../../../../shared/studio/schema.ts'
import { plainTies, SelectInput } from '../../../base/controls.tsx'
import { useT } from '../../../base/use-t.ts'
import { useStudio } from '../studio-context.ts'
import { beginningOf } from './beginning.ts'
import { wordsOfMember } from './member-words.ts'

/** The members that a part may have and has not: one is added by being chosen. */
export function AddMember({ of, members }: { of: JsonPath; members: readonly SchemaMember[] }) {
  const t = useT()
  const { session, working, isHeld } = useStudio()
  const ties = plainTies(useId())
  const options = members.map(({ name }) => ({ value: name, label: wordsOfMember(t, name) }))
  return (
    <div className="form-field studio-add">
      <label className="form-label form-label-small" id={ties.labelId} htmlFor={ties.id}>
        {t('studio.addMember')}
      </label>
      <SelectInput
        {...ties}
        value={undefined}
        empty={t('studio.choose')}
        options={options}
        onChange={(name) => {
          const member = members.find((each) => each.name === name)
          if (member !== undefined && !isHeld)
            session.edit(withJsonAt(working, [...of, member.name], beginningOf(member.node)))
        }}
      />
    </div>
  )
}
