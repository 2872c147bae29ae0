import type { CaseId } from '../../../shared/case/ids.ts'
import { mayExport, policiesOf } from '../../api/policies.ts'
import { targetCase } from '../../note-model/active-note.ts'
import { refusedWithout, refusedWriting } from '../../note-model/may.ts'
import type { Command, Workbench } from '../../workbench/contribution.ts'
import { exportCase, importCase } from './transfer.tsx'

const isOpen = ({ archive }: Workbench) => archive.state === 'open'
const category = 'frame.category.case'

/** What runs with a case; without one the user is told to choose one first. */
const withCase =
  (run: (workbench: Workbench, id: CaseId) => void | Promise<void>): Command['run'] =>
  (workbench, args) => {
    const id = targetCase(workbench, args)
    if (id !== undefined) return run(workbench, id)
    workbench.layout.showSideBarView('cases')
    workbench.notify(workbench.t('cases.chooseFirst'), 'info')
  }

/** Everything that can be done with cases. */
export const caseCommands: readonly Command[] = [
  {
    id: 'case.new',
    title: 'cases.command.new',
    category,
    icon: 'new-folder',
    keys: ['Alt+Shift+N'],
    menu: 'archive',
    when: isOpen,
    refused: refusedWithout('write'),
    run: ({ editors }) => editors.open({ type: 'case-form' }),
  },
  {
    id: 'case.import',
    title: 'cases.command.import',
    category,
    icon: 'cloud-download',
    menu: 'archive',
    when: isOpen,
    refused: refusedWithout('write'),
    run: importCase,
  },
  {
    // For the tree and the case page, which say which case: note.create asks for an active one before it can run.
    id: 'note.create-in-case',
    title: 'cases.command.newNote',
    category,
    icon: 'new-file',
    hidden: true,
    when: isOpen,
    refused: refusedWriting(),
    run: withCase(({ editors }, caseId) => editors.open({ type: 'new-note', caseId })),
  },
  {
    id: 'case.copyNumber',
    title: 'cases.command.copyNumber',
    category,
    icon: 'copy',
    menu: 'edit',
    tabMenu: 70,
    when: (workbench) => isOpen(workbench) && targetCase(workbench) !== undefined,
    run: withCase(async ({ client, notify, t }, id) => {
      const { case: of } = await client.cases.get({ id })
      await navigator.clipboard.writeText(of.number)
      notify(t('cases.numberCopied', { number: of.number }), 'success')
    }),
  },
  {
    id: 'case.edit',
    title: 'cases.command.edit',
    category,
    icon: 'edit',
    menu: 'edit',
    when: isOpen,
    refused: refusedWriting(),
    run: withCase(({ editors }, caseId) => editors.open({ type: 'case-form', caseId })),
  },
  {
    id: 'case.export',
    title: 'cases.command.export',
    category,
    icon: 'export',
    menu: 'archive',
    refused: refusedWithout('export'),
    when: (workbench) =>
      isOpen(workbench) && mayExport(policiesOf(workbench.queryClient, workbench.client), 'bundle'),
    run: withCase(exportCase),
  },
]
