import { z } from 'zod'
import { type TemplateRef, templateRefSchema } from '../../../shared/template/template.ts'
import { type WorkingCopyId, workingCopyIdSchema } from '../../../shared/template/working-copy.ts'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { publishingCommands } from './commands.ts'
import { CompareTemplatesEditor, useCompareTitle } from './compare-editor.tsx'
import { PublishingDialogs } from './dialogs.tsx'
import { PublishingEditor } from './publishing-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    publishing: object
    /** A version beside a later one, or beside a working copy. */
    'compare-templates': { before: TemplateRef; after: TemplateRef | { copyId: WorkingCopyId } }
  }
}

function usePublishingTitle(): EditorTitle {
  return { title: useT()('publish.title'), icon: 'notebook-template' }
}

/** The life of templates that are written in the archive: reviewed, published, withdrawn, compared, and passed on as files. */
export const publishingContribution: Contribution = {
  id: 'publishing',
  commands: publishingCommands,
  editors: [
    defineEditor({
      type: 'publishing',
      input: z.strictObject({ type: z.literal('publishing') }),
      component: PublishingEditor,
      useTitle: usePublishingTitle,
    }),
    defineEditor({
      type: 'compare-templates',
      input: z.strictObject({
        type: z.literal('compare-templates'),
        before: templateRefSchema,
        after: z.union([templateRefSchema, z.strictObject({ copyId: workingCopyIdSchema })]),
      }),
      component: CompareTemplatesEditor,
      useTitle: useCompareTitle,
    }),
  ],
  background: PublishingDialogs,
}
