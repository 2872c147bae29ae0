import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { savePreferences } from '../../workbench/preferences.ts'
import { KeysEditor } from './keys-editor.tsx'

const show: Command = {
  id: 'help.keys',
  title: 'frame.command.keys',
  category: 'frame.category.help',
  icon: 'keyboard',
  keys: ['Mod+F1'],
  menu: 'help',
  when: ({ archive }) => archive.state === 'open',
  run: ({ editors }) => editors.open({ type: 'keys' }),
}

const resetAll: Command = {
  id: 'keys.resetAll',
  title: 'keys.command.resetAll',
  category: 'frame.category.help',
  icon: 'discard',
  when: ({ archive }) => archive.state === 'open',
  run: async (workbench) => {
    const { confirm, t } = workbench
    const goesAhead = await confirm({
      title: t('keys.command.resetAll'),
      body: t('keys.resetAll.body'),
      confirm: t('keys.resetAll.confirm'),
    })
    if (goesAhead) await savePreferences(workbench, { keys: {} })
  },
}

function useKeysTitle(): EditorTitle {
  return { title: useT()('frame.command.keys'), icon: 'keyboard' }
}

/** Tangentbordsgenvägar: every command with its keys, which the user can change. */
export const keysContribution: Contribution = {
  id: 'keys',
  commands: [show, resetAll],
  editors: [
    defineEditor({
      type: 'keys',
      input: z.strictObject({ type: z.literal('keys') }),
      component: KeysEditor,
      useTitle: useKeysTitle,
    }),
  ],
}
