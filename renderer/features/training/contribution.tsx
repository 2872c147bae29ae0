import { useWorkbench } from '../../workbench/context.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import { useIsDemo } from './demo-only.ts'
import { tourCommands } from './tours/commands.ts'
import { useKeptTour } from './tours/keep.ts'
import { TourBar } from './tours/tour-bar.tsx'
import { TrainingView } from './training-view.tsx'

/** What runs beside the views of a demo archive. */
function TrainingBackground() {
  useKeptTour(useWorkbench().client, useIsDemo())
  return null
}

/** What those who teach and those who learn have in a demo archive. */
export const trainingContribution: Contribution = {
  id: 'training',
  commands: [
    ...tourCommands,
    {
      id: 'training.show',
      title: 'tours.command.show',
      category: 'tours.category',
      icon: 'mortar-board',
      menu: 'help',
      when: ({ archive }) => archive.state === 'open' && archive.archive.demo,
      run: ({ layout }) => {
        layout.showSideBarView('training')
        layout.focusPart('side')
      },
    },
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
  banner: TourBar,
  background: TrainingBackground,
}
