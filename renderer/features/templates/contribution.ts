import type { Contribution } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { TemplateEditor, useTemplateTitle } from './template-editor.tsx'
import { TemplatesView } from './templates-view.tsx'

/** The list of templates and a page for each. */
export const templatesContribution: Contribution = {
  id: 'templates',
  sideBarViews: [
    {
      id: 'templates',
      title: 'frame.templates.title',
      icon: 'notebook-template',
      component: TemplatesView,
      order: 50,
    },
  ],
  editors: [defineEditor({ type: 'template', component: TemplateEditor, useTitle: useTemplateTitle })],
}
