import type { Contribution } from '../../workbench/contribution.ts'
import { HandoutDialog, showHandout } from './handout-dialog.tsx'

/** Handouts: a demo pack printed, for those who learn or for the trainer. */
export const handoutContribution: Contribution = {
  id: 'handout',
  commands: [
    {
      id: 'handout.open',
      title: 'handout.command',
      category: 'exercise.category',
      icon: 'export',
      menu: 'help',
      when: ({ archive }) => archive.state === 'open' && archive.archive.demo,
      run: (_workbench, { pack }) => showHandout(pack),
    },
  ],
  background: HandoutDialog,
}
