import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { SourcesEditor, wantPlace } from './sources-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    sources: object
  }
}

function useSourcesTitle(): EditorTitle {
  return { title: useT()('sources.title'), icon: 'library' }
}

/** Källor: the documents that templates and rules lean on, and what leans on each place in them. */
export const sourcesContribution: Contribution = {
  id: 'sources',
  commands: [
    {
      id: 'sources.open',
      title: 'sources.title',
      category: 'frame.category.help',
      icon: 'library',
      menu: 'help',
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }, { reference }) => {
        if (reference !== undefined) wantPlace(reference)
        editors.open({ type: 'sources' })
      },
    },
  ],
  editors: [
    defineEditor({
      type: 'sources',
      input: z.strictObject({ type: z.literal('sources') }),
      component: SourcesEditor,
      useTitle: useSourcesTitle,
    }),
  ],
}
