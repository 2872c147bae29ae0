import { useEffect } from 'react'
import { z } from 'zod'
import { dayOfCase, nextTimePoint } from '../../../shared/case/chain.ts'
import { type CaseId, caseIdSchema } from '../../../shared/case/ids.ts'
import { errorText } from '../../api/error-text.ts'
import { useCase } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { useT } from '../../base/use-t.ts'
import { useActiveCase } from '../../note-model/active-note.ts'
import { useWorkbench } from '../../workbench/context.ts'
import type { Command, Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { StatusText } from '../../workbench/status-bar.tsx'
import { CaseView } from './case-view.tsx'
import { caseCommands } from './commands.ts'
import { CaseFormEditor } from './form/case-form.tsx'
import { unsavedDrafts, useFormStore, useStoredDrafts } from './form/stored-drafts.ts'
import { isGone } from './is-gone.ts'
import { CaseEditor } from './overview/case-editor.tsx'
import { caseSections } from './overview/case-sections.tsx'
import { overviewCommands } from './overview/export-overview.ts'
import { dismissOutcome, ImportReportDialog } from './transfer.tsx'
import { keepChoice, rememberOpened, resetTree } from './tree/tree-store.ts'

/** The tab of a case. */
export function useCaseTitle({ caseId }: EditorInputOf<'case'>): EditorTitle {
  const t = useT()
  const details = useCase(caseId).data?.case
  const title = details === undefined ? t('cases.case') : `${details.number} ${details.insured.name}`
  return { title, icon: 'folder', description: t('cases.case') }
}

/** The tab of a case form; the dot says that something typed is not stored. */
export function useFormTitle({ caseId }: EditorInputOf<'case-form'>): EditorTitle {
  const t = useT()
  const details = useCase(caseId).data?.case
  const dirty = useFormStore(({ drafts }) => drafts.has(caseId ?? 'new'))
  const decoration = { dirty, errors: 0, warnings: 0 }
  if (caseId === undefined) return { title: t('cases.form.new'), icon: 'new-folder', decoration }
  return { title: t('cases.form.edit', { number: details?.number ?? '' }), icon: 'edit', decoration }
}

/** Which day of the sick leave the active case is on. */
export function DayStatus() {
  const activeCase = useActiveCase()
  return activeCase === undefined ? null : <Day caseId={activeCase} />
}

function Day({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const today = useToday()
  const { data } = useCase(caseId)
  if (data === undefined) return null
  const day = dayOfCase(data.case.firstSickDay, today)
  const next = nextTimePoint(day)
  return (
    <StatusText icon="calendar">
      <span title={next === undefined || day < 1 ? undefined : t('frame.status.nextPoint', { day: next })}>
        {day < 1 ? t('frame.status.beforeFirstDay') : t('frame.status.day', { day })}
      </span>
    </StatusText>
  )
}

/**
 * Stands while an archive is open: keeps what is typed in forms, shows the report of an import, and forgets all of the
 * archive when it closes.
 */
function CaseBackground() {
  const t = useT()
  const { client, notify } = useWorkbench()
  const activeCase = useActiveCase()
  useStoredDrafts()
  useEffect(() => keepChoice(client, (error) => notify(errorText(t, error), 'error')), [client, notify, t])
  useEffect(() => {
    if (activeCase !== undefined) rememberOpened(activeCase)
  }, [activeCase])
  useEffect(
    () => () => {
      dismissOutcome()
      resetTree()
    },
    [],
  )
  return <ImportReportDialog />
}

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
  menu: 'go',
  when: ({ archive }) => archive.state === 'open',
  run: ({ layout }) => {
    layout.showSideBarView('cases')
    layout.focusPart('side')
  },
}

/** Ärenden: the tree in the side bar, a case on one page, its form, and cases as files. */
export const casesContribution: Contribution = {
  id: 'cases',
  commands: [...caseCommands, ...overviewCommands, focusCases],
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
  auxiliarySections: caseSections,
  statusItems: [{ id: 'day', side: 'right', component: DayStatus, order: 20 }],
  unsaved: unsavedDrafts,
  isGone,
  background: CaseBackground,
}
