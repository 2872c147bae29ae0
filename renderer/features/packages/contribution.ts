import { mayExport, policiesOf } from '../../api/policies.ts'
import { base64Of, pickFile } from '../../base/files.ts'
import { targetCase } from '../../note-model/active-note.ts'
import { refusedWithout, refusedWriting } from '../../note-model/may.ts'
import { isReceived } from '../../note-model/received.ts'
import type { Command, Contribution, Workbench } from '../../workbench/contribution.ts'
import { PackageDialogs } from './package-dialogs.tsx'
import { usePackageDialog } from './state.ts'

/** The largest file that is read: a case with all its notes, encrypted. */
const MAX_FILE_BYTES = 50_000_000

const isOpen = ({ archive }: Workbench) => archive.state === 'open'
const mayExportCase = ({ queryClient, client }: Workbench) =>
  mayExport(policiesOf(queryClient, client), 'bundle')

const make: Command = {
  id: 'package.make',
  title: 'packages.make',
  category: 'frame.category.case',
  icon: 'package',
  menu: 'archive',
  when: (workbench) => isOpen(workbench) && mayExportCase(workbench),
  refused: refusedWriting('export'),
  // Where no case is looked at, the dialog asks which.
  run: (workbench, args) => usePackageDialog.setState({ kind: 'make', caseId: targetCase(workbench, args) }),
}

const answer: Command = {
  ...make,
  id: 'package.answer',
  title: 'packages.answer',
  icon: 'reply',
  when: (workbench) => mayExportCase(workbench) && isReceived(workbench, targetCase(workbench)),
  refused: refusedWithout('review'),
  run: (workbench, args) => {
    const caseId = targetCase(workbench, args)
    if (caseId !== undefined) usePackageDialog.setState({ kind: 'answer', caseId })
  },
}

const open: Command = {
  id: 'package.open',
  title: 'packages.open',
  category: 'frame.category.archive',
  icon: 'package',
  menu: 'archive',
  when: isOpen,
  refused: refusedWithout('comment'),
  run: async ({ notify, t }) => {
    const file = await pickFile('.klarlagt-granskning')
    if (file === undefined) return
    if (file.size > MAX_FILE_BYTES) return notify(t('errors.PACKAGE_UNREADABLE'), 'error')
    usePackageDialog.setState({ kind: 'open', base64: await base64Of(file), fileName: file.name })
  },
}

const address: Command = {
  id: 'package.address',
  title: 'packages.address',
  category: 'frame.category.archive',
  icon: 'key',
  when: isOpen,
  refused: refusedWithout('comment'),
  run: () => usePackageDialog.setState({ kind: 'address' }),
}

/** Granskningspaket: a case to a specialist elsewhere and back, each way as one encrypted file. */
export const packagesContribution: Contribution = {
  id: 'packages',
  commands: [make, answer, open, address],
  background: PackageDialogs,
}
