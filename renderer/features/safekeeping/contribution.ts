import { z } from 'zod'
import { errorText } from '../../api/error-text.ts'
import { useT } from '../../base/use-t.ts'
import { mayHere } from '../../note-model/may.ts'
import type { Contribution, EditorTitle, Workbench } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { BackupsEditor } from './backups-editor.tsx'
import { KeyDialogs } from './key-dialogs.tsx'
import { showKeyDialog } from './state.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    backups: object
  }
}

function useBackupsTitle(): EditorTitle {
  return { title: useT()('safekeeping.backups'), icon: 'archive' }
}

/** Whether the archive is the user's to keep: invented cases need no keeping. */
const isOwn = ({ archive }: Workbench) =>
  archive.state === 'open' && !archive.archive.demo && mayHere(archive, 'backup')

/** What keeps an archive from being lost: what opens it, and its backups. */
export const safekeepingContribution: Contribution = {
  id: 'safekeeping',
  commands: [
    {
      id: 'safekeeping.passphrase',
      title: 'safekeeping.command.passphrase',
      category: 'frame.category.archive',
      icon: 'key',
      menu: 'archive',
      when: isOwn,
      run: () => showKeyDialog('passphrase'),
    },
    {
      id: 'safekeeping.recovery',
      title: 'safekeeping.command.recovery',
      category: 'frame.category.archive',
      icon: 'key',
      menu: 'archive',
      when: isOwn,
      run: () => showKeyDialog('recovery'),
    },
    {
      id: 'safekeeping.backups',
      title: 'safekeeping.backups',
      category: 'frame.category.archive',
      icon: 'archive',
      menu: 'archive',
      when: isOwn,
      run: ({ editors }) => editors.open({ type: 'backups' }),
    },
    {
      id: 'safekeeping.backUp',
      title: 'safekeeping.command.backUp',
      category: 'frame.category.archive',
      icon: 'archive',
      when: isOwn,
      run: async ({ client, notify, t }) => {
        try {
          await client.backups.make()
          notify(t('safekeeping.backups.made'), 'success')
        } catch (error) {
          notify(errorText(t, error), 'error')
        }
      },
    },
  ],
  editors: [
    defineEditor({
      type: 'backups',
      input: z.strictObject({ type: z.literal('backups') }),
      component: BackupsEditor,
      useTitle: useBackupsTitle,
    }),
  ],
  background: KeyDialogs,
}
