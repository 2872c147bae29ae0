import { withType } from '../../../../shared/studio/edit.ts'
import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { valuesAt } from '../../../../shared/studio/schema.ts'
import { SelectInput } from '../../../base/controls.tsx'
import { useT } from '../../../base/use-t.ts'
import { useMember, useStudio } from '../studio-context.ts'
import { LabelledMember } from './labelled-member.tsx'
import { wordsOfValue } from './member-words.ts'

/** What kind of answer a field takes. Another type keeps what the two have in common. */
export function TypeField({ part }: { part: JsonPath }) {
  const t = useT()
  const path = [...part, 'type']
  const { session, working, isHeld } = useStudio()
  const { value } = useMember(path)
  const options = valuesAt(working, path).map((type) => ({
    value: type.toString(),
    label: wordsOfValue(t, 'type', type),
  }))
  return (
    <LabelledMember path={path} label={t('studio.member.type')} required>
      {(ties) => (
        <SelectInput
          {...ties}
          value={typeof value === 'string' ? value : undefined}
          options={options}
          onChange={(type) => {
            if (type !== undefined && !isHeld) session.edit(withType(working, part, type))
          }}
        />
      )}
    </LabelledMember>
  )
}
