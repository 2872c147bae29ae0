import { z } from 'zod'
import { type TemplateId, templateIdSchema } from '../../../shared/template/template.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { TemplateEditor, useTemplateTitle, wantField } from './template-editor.tsx'
import { TemplatesView } from './templates-view.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    template: { templateId: TemplateId }
  }
}

/** The list of templates and a page for each. */
export const templatesContribution: Contribution = {
  id: 'templates',
  commands: [
    {
      id: 'templates.open',
      title: 'frame.templates.title',
      hidden: true,
      when: ({ archive }) => archive.state === 'open',
      run: ({ editors }, { template, field }) => {
        const { data: templateId } = templateIdSchema.safeParse(template)
        if (templateId === undefined) return
        if (field !== undefined) wantField(templateId, field)
        editors.open({ type: 'template', templateId })
      },
    },
  ],
  sideBarViews: [
    {
      id: 'templates',
      title: 'frame.templates.title',
      icon: 'notebook-template',
      component: TemplatesView,
      order: 50,
    },
  ],
  editors: [
    defineEditor({
      type: 'template',
      input: z.strictObject({ type: z.literal('template'), templateId: templateIdSchema }),
      component: TemplateEditor,
      useTitle: useTemplateTitle,
    }),
  ],
}
