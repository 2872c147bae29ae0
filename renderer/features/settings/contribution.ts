import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { SettingsEditor } from './settings-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    settings: object
  }
}

function useSettingsTitle(): EditorTitle {
  const t = useT()
  return { title: t('settings.title'), icon: 'settings-gear' }
}

/** Inställningar. The commands that change the appearance are the frame's. */
export const settingsContribution: Contribution = {
  id: 'settings',
  commands: [
    {
      id: 'frame.settings',
      title: 'frame.command.settings',
      category: 'frame.category.archive',
      icon: 'settings-gear',
      keys: ['Mod+,'],
      menu: 'archive',
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }) => editors.open({ type: 'settings' }),
    },
  ],
  editors: [
    defineEditor({
      type: 'settings',
      input: z.strictObject({ type: z.literal('settings') }),
      component: SettingsEditor,
      useTitle: useSettingsTitle,
    }),
  ],
}
