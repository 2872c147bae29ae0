import type { Json } from '../../../../../shared/fields/json.ts'
import {
  isInside,
  jsonAt,
  listAt,
  pathKey,
  splicedAt,
  withJsonAt,
} from '../../../../../shared/studio/json-path.ts'
import {
  beginStep,
  followKinds,
  kindOf,
  stepControls,
  withPicked,
} from '../../../../../shared/studio/step-controls.ts'
import { useT } from '../../../../base/use-t.ts'
import { useMember, useStudio } from '../../studio-context.ts'
import { ToolButton } from '../../tool-button.tsx'
import { MemberProblems } from '../labelled-member.tsx'
import { Picker } from '../picker.tsx'
import { StepControls } from './step-controls.tsx'
import { useAround } from './use-around.ts'

const STEPS = ['follows', 'steps']

/** One step: what it does, from where, to where. Steps are taken in their order, and can be moved. */
export function StepItem({ index }: { index: number }) {
  const t = useT()
  const path = [...STEPS, index]
  const { problems, isHeld } = useStudio()
  const { value: step = null, set } = useMember(path)
  const around = useAround(index)
  const name = jsonAt(step, ['name'])
  const become = (picked: string) => {
    const kind = followKinds.find((each) => each === picked)
    const from = jsonAt(step, ['field'])
    if (kind === undefined) return
    const begun = beginStep(kind, around, ...(typeof from === 'string' ? [from] : []))
    set(typeof name === 'string' ? withJsonAt(begun, ['name'], name) : begun)
  }
  const found = [...problems.values()].flat().filter((problem) => isInside(problem.path, path))
  return (
    <fieldset className="studio-item" data-member={pathKey(path)}>
      <StepHead index={index} step={step} />
      <Picker
        label={t('studio.follow.kind')}
        value={kindOf(step) ?? ''}
        options={followKinds.map((each) => ({ value: each, label: t(`studio.follow.do.${each}`) }))}
        onPick={become}
      />
      <StepControls
        step={step}
        controls={stepControls(step, around)}
        pick={(at, value) => set(withPicked(step, at, value, around))}
        isHeld={isHeld}
      />
      <MemberProblems id={`${pathKey(path)}-error`} problems={found} />
    </fieldset>
  )
}

/** A step's number, and what can be done with it as a whole. The last one takes all that is said of following with it. */
function StepHead({ index, step }: { index: number; step: Json }) {
  const t = useT()
  const { session, working, isHeld } = useStudio()
  const follows = useMember(['follows'])
  const count = listAt(working, STEPS).length
  const number = index + 1
  const without = splicedAt(working, STEPS, index, 1)
  const move = (to: number) => session.edit(splicedAt(without, STEPS, to, 0, step))
  return (
    <legend className="studio-member-head">
      <span>{t('studio.follow.step', { number })}</span>
      {isHeld ? null : (
        <span className="studio-tools">
          <ToolButton
            label={t('studio.follow.up', { number })}
            icon="arrow-up"
            isOff={index === 0}
            onPress={() => move(index - 1)}
          />
          <ToolButton
            label={t('studio.follow.down', { number })}
            icon="arrow-down"
            isOff={index === count - 1}
            onPress={() => move(index + 1)}
          />
          <ToolButton
            label={t('studio.follow.remove', { number })}
            icon="close"
            onPress={() => (count === 1 ? follows.set(undefined) : session.edit(without))}
          />
        </span>
      )}
    </legend>
  )
}
