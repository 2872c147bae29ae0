import type { Contribution } from '../../workbench/contribution.ts'
import { LockKeeper, requestLock } from './lock-keeper.tsx'

/** The lock of the archive that is open: the command, and what locks it when nobody is there. */
export const lockContribution: Contribution = {
  id: 'lock',
  commands: [
    {
      id: 'frame.lockArchive',
      title: 'lock.command',
      category: 'frame.category.archive',
      icon: 'lock',
      keys: ['Mod+Shift+L'],
      menu: 'archive',
      when: ({ archive }) => archive.state === 'open',
      run: requestLock,
    },
  ],
  background: LockKeeper,
}
