import { type ReactNode, useId } from 'react'
import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import type { StudioProblem } from '../../../../shared/studio/problem.ts'
import type { ControlTies } from '../../../base/controls.tsx'
import { InputError } from '../../../base/form-kit.tsx'
import { Icon } from '../../../base/icon.tsx'
import { type Translate, useT } from '../../../base/use-t.ts'
import { useMember } from '../studio-context.ts'
import { helpOfMember, nameIn, wordsOfMember } from './member-words.ts'

interface LabelledMemberProps {
  readonly path: JsonPath
  readonly label: string
  readonly required: boolean
  readonly children: (ties: ControlTies) => ReactNode
}

/**
 * A member with its name above, what it is for where the name does not say it, and what is wrong with it below; one that need not be
 * there can be taken away.
 */
export function LabelledMember({ path, label, required, children }: LabelledMemberProps) {
  const t = useT()
  const id = useId()
  const { problems, value, set, isHeld } = useMember(path)
  const help = helpOfMember(t, nameIn(path))
  const described = [
    ...(help === undefined ? [] : [`${id}-help`]),
    ...(problems.length === 0 ? [] : [`${id}-error`]),
  ]
  return (
    <div className="form-field" data-member={path.join('/')}>
      <div className="studio-member-head">
        <label className="form-label form-label-small" id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
        {required || value === undefined || isHeld ? null : (
          <button
            type="button"
            className="icon-button"
            title={t('studio.removeMember', { name: label })}
            aria-label={t('studio.removeMember', { name: label })}
            onClick={() => set(undefined)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <MemberHelp id={`${id}-help`} name={nameIn(path)} />
      {children({
        id,
        labelId: `${id}-label`,
        invalid: problems.some(({ severity }) => severity === 'error'),
        describedBy: described.length === 0 ? undefined : described.join(' '),
      })}
      <MemberProblems id={`${id}-error`} problems={problems} />
    </div>
  )
}

/** What a member is for, where its name does not say it. */
export function MemberHelp({ id, name }: { id?: string; name: string }) {
  const t = useT()
  const help = helpOfMember(t, name)
  return help === undefined ? null : (
    <p className="form-hint" id={id}>
      {help}
    </p>
  )
}

/** What the loader says begins after the place in the file: here the member's name stands for it. */
function sentenceOf(t: Translate, { key, params, path }: StudioProblem): string {
  const words = t(key, params)
  const isOfLoader = key.startsWith('rules.template.') || key.startsWith('follow.cause.')
  const names = path.filter((part) => typeof part === 'string')
  const name = names.at(-1)
  return isOfLoader && name !== undefined ? `${wordsOfMember(t, name)} ${words}` : words
}

/** What is to be said of a member, below it. */
export function MemberProblems({ id, problems }: { id: string; problems: readonly StudioProblem[] }) {
  const t = useT()
  if (problems.length === 0) return null
  return <InputError id={id} text={problems.map((problem) => sentenceOf(t, problem)).join(' ')} />
}
