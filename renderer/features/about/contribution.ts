import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { AboutEditor } from './about-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    about: object
  }
}

function useAboutTitle(): EditorTitle {
  return { title: useT()('about.title'), icon: 'info' }
}

/** Om Klarlagt. */
export const aboutContribution: Contribution = {
  id: 'about',
  commands: [
    {
      id: 'about.open',
      title: 'about.title',
      category: 'frame.category.help',
      icon: 'info',
      menu: 'help',
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }) => editors.open({ type: 'about' }),
    },
  ],
  editors: [
    defineEditor({
      type: 'about',
      input: z.strictObject({ type: z.literal('about') }),
      component: AboutEditor,
      useTitle: useAboutTitle,
    }),
  ],
}
