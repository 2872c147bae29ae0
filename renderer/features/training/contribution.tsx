import { z } from 'zod'
import { slugSchema } from '../../../shared/fields/base.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { refusedOutsideDemo, useIsDemo } from './demo-only.ts'
import { leave } from './leave.ts'
import { packCommands } from './packs/commands.ts'
import { PackEditor, usePackTitle } from './packs/pack-editor.tsx'
import { PlayedDayDialog, PlayedDayStatus } from './packs/played-day.tsx'
import { SceneBar } from './packs/scene-bar.tsx'
import { presentCommands } from './present/commands.ts'
import { Presentation, PresentStatus } from './present/presentation.tsx'
import { tourCommands } from './tours/commands.ts'
import { useKeptTour } from './tours/keep.ts'
import { TourBar } from './tours/tour-bar.tsx'
import { TrainingView } from './training-view.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    pack: { packId: string }
  }
}

/** What runs, and asks, beside the views of a demo archive. */
function TrainingBackground() {
  useKeptTour(useWorkbench().client, useIsDemo())
  return <PlayedDayDialog />
}

/** What stands over the window: the tour's step, the scene that is shown, and the keys of a presentation. */
function TrainingBanner() {
  return (
    <>
      <TourBar />
      <SceneBar />
      <Presentation />
    </>
  )
}

/** What those who teach and those who learn have in a demo archive. */
export const trainingContribution: Contribution = {
  id: 'training',
  commands: [
    ...tourCommands,
    ...presentCommands,
    ...packCommands,
    leave,
    {
      id: 'training.show',
      title: 'tours.command.show',
      category: 'tours.category',
      icon: 'mortar-board',
      menu: 'help',
      when: ({ archive }) => archive.state === 'open',
      refused: refusedOutsideDemo('tours.show.refused'),
      run: ({ layout }) => {
        layout.showSideBarView('training')
        layout.focusPart('side')
      },
    },
  ],
  editors: [
    defineEditor({
      type: 'pack',
      input: z.strictObject({ type: z.literal('pack'), packId: slugSchema }),
      component: PackEditor,
      useTitle: usePackTitle,
    }),
  ],
  sideBarViews: [
    {
      id: 'training',
      title: 'tours.view',
      icon: 'mortar-board',
      component: TrainingView,
      order: 80,
      useApplies: useIsDemo,
    },
  ],
  isGone: async (input, { client }) =>
    input.type === 'pack' && (await client.training.list()).every(({ id }) => id !== input.packId),
  statusItems: [
    { id: 'played-day', side: 'left', component: PlayedDayStatus, order: 25 },
    { id: 'present', side: 'left', component: PresentStatus, order: 30 },
  ],
  banner: TrainingBanner,
  background: TrainingBackground,
}
