import { z } from 'zod'
import { type CaseId, caseIdSchema } from '../../../shared/case/ids.ts'
import type { Command, Contribution } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { CaseBackground } from './background.tsx'
import { CaseView } from './case-view.tsx'
import { caseCommands } from './commands.ts'
import { DayStatus } from './day-status.tsx'
import { CaseFormEditor } from './form/case-form-editor.tsx'
import { useOpenItems } from './open-items.ts'
import { CaseEditor } from './overview/case-editor.tsx'
import { useCaseTitle, useFormTitle } from './titles.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    case: { caseId: CaseId }
    /** Without an id it makes a new case. */
    'case-form': { caseId?: CaseId | undefined }
  }
}

const focusCases: Command = {
  id: 'frame.focusCases',
  title: 'frame.command.focusCases',
  category: 'frame.category.view',
  keys: ['Mod+Shift+E'],
  menu: 'ga',
  when: ({ archive }) => archive.state === 'open',
  run: ({ layout }) => {
    layout.showSideBarView('cases')
    layout.focusPart('side')
  },
}

/** Ärenden: the tree in the side bar, a case on one page, its form, and cases as files. */
export const casesContribution: Contribution = {
  id: 'cases',
  commands: [...caseCommands, focusCases],
  sideBarViews: [
    { id: 'cases', title: 'cases.title', icon: 'folder-library', component: CaseView, order: 10 },
  ],
  editors: [
    defineEditor({
      type: 'case',
      input: z.strictObject({ type: z.literal('case'), caseId: caseIdSchema }),
      component: CaseEditor,
      useTitle: useCaseTitle,
    }),
    defineEditor({
      type: 'case-form',
      input: z.strictObject({ type: z.literal('case-form'), caseId: caseIdSchema.optional() }),
      component: CaseFormEditor,
      useTitle: useFormTitle,
    }),
  ],
  statusItems: [{ id: 'day', side: 'right', component: DayStatus, order: 20 }],
  useOpenItems,
  background: CaseBackground,
}
