import { z } from 'zod'
import { type PackDraft, packDraftSchema } from '../../../../shared/training/pack-draft.ts'
import { putBack } from '../../../../shared/training/put-back.ts'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { usePackDraft } from './kept.ts'

const json = (draft: PackDraft) => z.json().parse(draft)

/** Takes a part of the pack away, says so and offers to put that part back, whatever has been written since. */
export function useRemoval(): (name: string, remove: () => void) => void {
  const t = useT()
  const { notify } = useWorkbench()
  const { current, change } = usePackDraft()
  return (name, remove) => {
    const before = current()
    remove()
    const after = current()
    const undo = () => change(packDraftSchema.parse(putBack(json(before), json(after), json(current()))))
    notify(t('exercise.author.removed', { name }), 'info', [{ title: t('studio.undo'), run: undo }])
  }
}
