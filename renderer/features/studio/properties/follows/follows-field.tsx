import { useId } from 'react'
import { followFields } from '../../../../../shared/studio/follow-fields.ts'
import { withStep } from '../../../../../shared/studio/follow-names.ts'
import { jsonAt, listAt } from '../../../../../shared/studio/json-path.ts'
import { readWorking } from '../../../../../shared/studio/read-working.ts'
import { beginStep, usualKind } from '../../../../../shared/studio/step-controls.ts'
import { type WithoutPlace, withoutPlace } from '../../../../../shared/studio/without-place.ts'
import type { Template } from '../../../../../shared/template/template.ts'
import { inLanguage } from '../../../../../shared/text/index.ts'
import { useLanguage, useT } from '../../../../base/use-t.ts'
import { useMember, useStudio } from '../../studio-context.ts'
import { ToolButton } from '../../tool-button.tsx'
import { MemberProblems } from '../labelled-member.tsx'
import { Picker } from '../picker.tsx'
import { StepItem } from './step-item.tsx'
import { useAround } from './use-around.ts'
import './follows.css'

/** How the answers of the version before come over: by the steps that are picked here, and else to the field that asks the same. */
export function FollowsField() {
  const t = useT()
  const { working, before } = useStudio()
  const { value, set, isHeld, problems } = useMember(['follows'])
  const steps = listAt(value, ['steps'])
  const { template } = readWorking(working)
  const from = jsonAt(value, ['from'])
  const errors = problems.filter(({ severity }) => severity === 'error')
  return (
    <fieldset className="studio-object studio-follows" data-member="follows">
      <legend className="studio-member-head">
        <span className="form-label form-label-small">{t('studio.member.follows')}</span>
        {value === undefined || isHeld ? null : (
          <ToolButton label={t('studio.fix.removeFollows')} icon="close" onPress={() => set(undefined)} />
        )}
      </legend>
      <p className="form-hint">
        {before === undefined
          ? t('studio.follow.unknown', { version: typeof from === 'number' ? from : 0 })
          : t('studio.follow.lead', { version: before.version })}
      </p>
      <FromVersion />
      {steps.map((_, index) => (
        <StepItem key={index.toString()} index={index} />
      ))}
      <MemberProblems id="studio-follows-error" problems={errors} />
      {before === undefined || template === undefined ? null : (
        <>
          <AddStep before={before} />
          <Without before={before} lost={withoutPlace(before, template)} />
        </>
      )}
    </fieldset>
  )
}

/** The version that the steps begin from, where there are steps and more than one to choose. */
function FromVersion() {
  const t = useT()
  const { before, earlier } = useStudio()
  const follows = useMember(['follows'])
  const from = useMember(['follows', 'from'])
  const isChoice = earlier.length > (before === undefined ? 0 : 1)
  if (follows.value === undefined || !isChoice) return null
  return (
    <div className="studio-condition-row">
      <span>{t('studio.follow.from')}</span>
      <Picker
        label={t('studio.follow.from')}
        value={typeof from.value === 'number' ? from.value.toString() : ''}
        options={earlier.map((version) => ({
          value: version.toString(),
          label: t('studio.version', { version }),
        }))}
        onPick={(version) => from.set(Number(version))}
      />
    </div>
  )
}

/** Begins a step behind the others: the usual one for what finds no place, where it is for that. */
function useAddStep(before: Template) {
  const { session, working } = useStudio()
  const around = useAround(listAt(working, ['follows', 'steps']).length)
  return (lost?: WithoutPlace) => {
    const step =
      lost === undefined
        ? beginStep('rename', around)
        : beginStep(usualKind(lost, around), around, lost.field, lost.part?.id ?? '')
    session.edit(withStep(working, before, step))
  }
}

function AddStep({ before }: { before: Template }) {
  const t = useT()
  const { isHeld } = useStudio()
  const add = useAddStep(before)
  if (isHeld || followFields(before).length === 0) return null
  return (
    <button type="button" className="button studio-add-item" onClick={() => add()}>
      {t('studio.follow.add')}
    </button>
  )
}

/** What of the version before finds no place, each with a way to give it one. */
function Without({ before, lost }: { before: Template; lost: readonly WithoutPlace[] }) {
  const t = useT()
  const id = useId()
  const language = useLanguage()
  const { isHeld } = useStudio()
  const add = useAddStep(before)
  if (lost.length === 0) return <p className="form-hint">{t('studio.follow.allPlaced')}</p>
  return (
    <div className="studio-follow-lost">
      <p id={id}>{t('studio.follow.lost')}</p>
      <ul aria-labelledby={id}>
        {lost.map((each) => {
          const name = [each.label, ...(each.part === undefined ? [] : [each.part.label])]
            .map((label) => inLanguage(language, label))
            .join(' › ')
          return (
            <li key={`${each.field} ${each.part?.id ?? ''}`}>
              <span>{name}</span>
              {isHeld ? null : (
                <button
                  type="button"
                  className="button"
                  aria-label={t('studio.follow.placeOf', { name })}
                  onClick={() => add(each)}
                >
                  {t('studio.follow.place')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
