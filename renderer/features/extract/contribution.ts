import { refusedWithout } from '../../note-model/may.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import { ExtractDialog, showExtract } from './extract-dialog.tsx'

/** Registerutdrag: all that the archive holds on one person, as a file. */
export const extractContribution: Contribution = {
  id: 'extract',
  commands: [
    {
      id: 'extract.person',
      title: 'extract.command',
      category: 'frame.category.archive',
      icon: 'export',
      menu: 'archive',
      when: ({ archive }) => archive.state === 'open',
      refused: refusedWithout('export'),
      run: () => showExtract(true),
    },
  ],
  background: ExtractDialog,
}
