import type { Pack } from '../../../../shared/training/pack.ts'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { useKeyLabel } from '../../../workbench/keybindings.ts'
import { showScene } from './show-scene.ts'

/** Shows the scene before or after the one that is shown; greyed where there is none. */
export function StepScene(props: { pack: Pack; place: number; step: 'previous' | 'next' }) {
  const t = useT()
  const { client, editors } = useWorkbench()
  const { pack, place, step } = props
  return (
    <button
      type="button"
      className="button"
      title={useKeyLabel(`scene.${step}`)}
      aria-disabled={pack.scenes?.[place] === undefined}
      onClick={() => showScene({ client, editors }, pack, place)}
    >
      {t(`scenes.${step}`)}
    </button>
  )
}
