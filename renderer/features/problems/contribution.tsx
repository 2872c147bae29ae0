import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { hasNote, targetNote } from '../../note-model/active-note.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Command, CommandArgs, Contribution, Workbench } from '../../workbench/contribution.ts'
import { StatusButton } from '../../workbench/status-bar.tsx'
import { useProblemTotal } from './problem-list.ts'
import { ProblemsPanel, useProblemBadge } from './problems-panel.tsx'
import { QuickFixMenu, quickFix } from './quick-fix.tsx'

/** Errors and warnings in all open notes; a press shows them. */
export function ProblemStatus() {
  const t = useT()
  const { error, warning } = useProblemTotal()
  return (
    <StatusButton command="problems.show" icon="error">
      {error}
      <span className="visually-hidden"> {t('notes.status.errors', { count: error })}</span>
      <Icon name="warning" />
      {warning}
      <span className="visually-hidden"> {t('notes.status.warnings', { count: warning })}</span>
    </StatusButton>
  )
}

/** Goes to the next problem of the active note, in document order, round to the first. */
function step(by: 1 | -1) {
  return (workbench: Workbench, args: CommandArgs) => {
    const target = targetNote(workbench, args)
    if (!target) return
    const { markers, focused, goTo } = noteServices(workbench.client)
    const all = markers.markers(target.noteId).filter((marker) => marker.where.field !== undefined)
    if (all.length === 0) {
      workbench.notify(workbench.t('notes.problems.none'), 'success')
      return
    }
    const here = focused.get()
    const fields = [...new Set(all.map((marker) => marker.where.field))]
    const at = fields.findIndex((field) => field !== undefined && field === here?.field)
    const next = fields[(at + by + fields.length) % fields.length] ?? fields[0]
    const marker = all.find((each) => each.where.field === next)
    if (!marker) return
    workbench.editors.open({ type: 'note', noteId: target.noteId, caseId: target.caseId })
    goTo.set({ note: target.noteId, where: marker.where })
  }
}

const nextProblem: Command = {
  id: 'note.nextProblem',
  title: 'notes.command.nextProblem',
  category: 'notes.category',
  icon: 'arrow-down',
  keys: ['F8'],
  menu: 'go',
  when: hasNote,
  run: step(1),
}

const previousProblem: Command = {
  id: 'note.previousProblem',
  title: 'notes.command.previousProblem',
  category: 'notes.category',
  icon: 'arrow-up',
  keys: ['Shift+F8'],
  menu: 'go',
  when: hasNote,
  run: step(-1),
}

const showProblems: Command = {
  id: 'problems.show',
  title: 'notes.command.problems',
  category: 'notes.category',
  icon: 'warning',
  keys: ['Mod+Shift+M'],
  menu: 'view',
  run: (workbench) => workbench.layout.showPanelView('problems'),
}

/** Problem: what is wrong, in the panel and the status bar, and the way from one to the next. */
export const problemsContribution: Contribution = {
  id: 'problems',
  commands: [nextProblem, previousProblem, quickFix, showProblems],
  background: QuickFixMenu,
  panelViews: [
    {
      id: 'problems',
      title: 'notes.problems',
      component: ProblemsPanel,
      order: 10,
      useBadge: useProblemBadge,
    },
  ],
  statusItems: [{ id: 'problems', side: 'left', component: ProblemStatus, order: 20 }],
}
