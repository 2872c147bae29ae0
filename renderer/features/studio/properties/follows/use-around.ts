import { fieldsAfter, followFields } from '../../../../../shared/studio/follow-fields.ts'
import { stepsIn } from '../../../../../shared/studio/follow-names.ts'
import { readWorking } from '../../../../../shared/studio/read-working.ts'
import type { StepAround } from '../../../../../shared/studio/step-controls.ts'
import { useStudio } from '../../studio-context.ts'

const nothing: StepAround = { there: [], ahead: [] }

/** What the step of a number can point at: the answers there are when its turn comes, and the fields that take them. */
export function useAround(number: number): StepAround {
  const { working, before } = useStudio()
  const { template } = readWorking(working)
  if (before === undefined || template === undefined) return nothing
  const steps = stepsIn(working).flatMap(({ step, index }) => (index < number ? [step] : []))
  return { there: fieldsAfter(before, template, steps), ahead: followFields(template) }
}
