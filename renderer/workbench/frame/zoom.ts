import { zoomSteps } from '../../../shared/host/preferences.ts'
import { host } from '../../api/host.ts'
import type { Command, Workbench } from '../contribution.ts'
import { savePreferences, usePreferences } from '../preferences.ts'

/** The next step of enlargement above (1) or below (-1) one, or the same where it is the last. */
export function zoomBeside(now: number, way: 1 | -1): number {
  const beside = way === 1 ? zoomSteps.find((step) => step > now) : zoomSteps.findLast((step) => step < now)
  return beside ?? now
}

async function zoomTo(workbench: Workbench, zoom: number): Promise<void> {
  const { notify, t } = workbench
  await savePreferences(workbench, { zoom })
  notify(t('frame.zoom.now', { percent: zoom }), 'info')
}

const zooming =
  (way: 1 | -1): Command['run'] =>
  (workbench) =>
    zoomTo(workbench, zoomBeside(usePreferences.getState().zoom, way))

/** A browser enlarges with the same keys by itself, and lets no page do it in its stead. */
const enlarges = ({ archive }: Workbench) => host.kind === 'electron' && archive.state === 'open'
const category = 'frame.category.appearance'

/** Enlarging the whole window. */
export const zoomCommands: readonly Command[] = [
  {
    id: 'frame.zoomIn',
    title: 'frame.command.zoomIn',
    category,
    icon: 'zoom-in',
    // With Shift, and without, an American keyboard's plus.
    keys: ['Mod+Plus', 'Mod+Shift+Plus', 'Mod+='],
    menu: 'view',
    when: enlarges,
    run: zooming(1),
  },
  {
    id: 'frame.zoomOut',
    title: 'frame.command.zoomOut',
    category,
    icon: 'zoom-out',
    keys: ['Mod+Minus'],
    menu: 'view',
    when: enlarges,
    run: zooming(-1),
  },
  {
    id: 'frame.zoomReset',
    title: 'frame.command.zoomReset',
    category,
    icon: 'screen-normal',
    keys: ['Mod+0'],
    menu: 'view',
    when: enlarges,
    run: (workbench) => zoomTo(workbench, 100),
  },
]
