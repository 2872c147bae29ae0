import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import { refusedWithout } from '../../note-model/may.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { LogEditor } from './log-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    log: object
  }
}

function useLogTitle(): EditorTitle {
  return { title: useT()('log.title'), icon: 'list-ordered' }
}

/** Logg: who did what, for those who may read it. */
export const logContribution: Contribution = {
  id: 'log',
  commands: [
    {
      id: 'log.open',
      title: 'log.title',
      category: 'frame.category.archive',
      icon: 'list-ordered',
      menu: 'archive',
      when: ({ archive }) => archive.state === 'open',
      refused: refusedWithout('read-log'),
      run: ({ editors }) => editors.open({ type: 'log' }),
    },
  ],
  editors: [
    defineEditor({
      type: 'log',
      input: z.strictObject({ type: z.literal('log') }),
      component: LogEditor,
      useTitle: useLogTitle,
    }),
  ],
}
