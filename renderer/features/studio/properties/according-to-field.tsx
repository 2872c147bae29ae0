import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { SelectInput } from '../../../base/controls.tsx'
import { useT } from '../../../base/use-t.ts'
import { useMember, useStudio } from '../studio-context.ts'
import { choicesFor } from './condition-parts.ts'
import { LabelledMember } from './labelled-member.tsx'

/** The choice that says who has given an answer: one of those that the template has. */
export function AccordingToField({ path }: { path: JsonPath }) {
  const t = useT()
  const { working } = useStudio()
  const { value, set, isHeld } = useMember(path)
  return (
    <LabelledMember path={path} label={t('studio.member.accordingTo')} required={false}>
      {(ties) => (
        <SelectInput
          {...ties}
          {...(value === undefined || value === '' ? { empty: t('studio.choose') } : {})}
          value={typeof value === 'string' && value !== '' ? value : undefined}
          options={choicesFor(working, path)}
          onChange={(id) => {
            if (!isHeld) set(id)
          }}
        />
      )}
    </LabelledMember>
  )
}
