import type { Contribution } from '../workbench/contribution.ts'
import { defineEditor } from '../workbench/define-editor.tsx'
import { CaseBackground } from './background.tsx'
import { CaseView } from './case-view.tsx'
import { caseCommands } from './commands.ts'
import { CaseFormEditor } from './form/case-form-editor.tsx'
import { CaseEditor } from './overview/case-editor.tsx'
import { useCaseTitle, useFormTitle } from './titles.ts'

/** Ärenden: the tree in the side bar, a case on one page, its form, and cases as files. */
export const casesContribution: Contribution = {
  id: 'cases',
  commands: caseCommands,
  sideBarViews: [
    { id: 'cases', title: 'cases.title', icon: 'folder-library', component: CaseView, order: 10 },
  ],
  editors: [
    defineEditor({ type: 'case', component: CaseEditor, useTitle: useCaseTitle }),
    defineEditor({ type: 'case-form', component: CaseFormEditor, useTitle: useFormTitle }),
  ],
  background: CaseBackground,
}
