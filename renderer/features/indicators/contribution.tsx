import { z } from 'zod'
import { useT } from '../../base/use-t.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { indicatorCommands } from './commands.ts'
import { IndicatorsView } from './indicators-view.tsx'
import { ReportEditor } from './report-editor.tsx'
import { SurveyEditor } from './survey-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    indicators: object
    interviews: object
  }
}

const useReportTitle = (): EditorTitle => ({ title: useT()('indicators.page'), icon: 'graph-line' })
const useSurveyTitle = (): EditorTitle => ({
  title: useT()('indicators.survey.title'),
  icon: 'comment-discussion',
})

/** Uppföljning: how it goes, from what the notes say, and what interviews say of the support. */
export const indicatorsContribution: Contribution = {
  id: 'indicators',
  commands: indicatorCommands,
  editors: [
    defineEditor({
      type: 'indicators',
      input: z.strictObject({ type: z.literal('indicators') }),
      component: ReportEditor,
      useTitle: useReportTitle,
    }),
    defineEditor({
      type: 'interviews',
      input: z.strictObject({ type: z.literal('interviews') }),
      component: SurveyEditor,
      useTitle: useSurveyTitle,
    }),
  ],
  sideBarViews: [
    { id: 'indicators', title: 'indicators.title', icon: 'graph-line', component: IndicatorsView, order: 60 },
  ],
}
