import type { CaseId } from '../../../../shared/case/ids.ts'
import { type PrintFormat, printFormats } from '../../../../shared/journal/entry.ts'
import { renderText } from '../../../../shared/journal/text.ts'
import { aroundCase } from '../../../../shared/note/context.ts'
import { type Edition, editions } from '../../../../shared/overview/edition.ts'
import { overviewEntry } from '../../../../shared/overview/entry.ts'
import { overviewOf } from '../../../../shared/overview/overview.ts'
import { readWholeCase } from '../../../../shared/projection/read-case.ts'
import { mayExport, policiesOf } from '../../../api/policies.ts'
import { todayOf } from '../../../api/today.ts'
import { targetCase } from '../../../note-model/active-note.ts'
import { copyText } from '../../../note-model/clipboard.ts'
import { refusedWithout } from '../../../note-model/may.ts'
import { noteServices } from '../../../note-model/services.ts'
import type { Command, Workbench } from '../../../workbench/contribution.ts'
import { giveFile } from '../../../workbench/give-file.ts'

/** The command that exports the overview of a case in an edition and a format. */
export const exportCommand = (edition: Edition, format: PrintFormat) => `case.overview.${edition}.${format}`

const isOpen = (workbench: Workbench) =>
  workbench.archive.state === 'open' && targetCase(workbench) !== undefined

/** What is unsaved in open notes is saved first, so that the page tells of it. False where it could not be. */
async function allSaved({ client, notify, t }: Workbench): Promise<boolean> {
  if (await noteServices(client).sessions.flushAll()) return true
  notify(t('notes.export.unsaved'), 'error')
  return false
}

async function textOf({ client, queryClient, language }: Workbench, caseId: CaseId): Promise<string> {
  const [{ case: of }, notes, templates] = await Promise.all([
    client.cases.get({ id: caseId }),
    client.notes.ofCase({ caseId }),
    client.templates.list(),
  ])
  const { rulesOff } = policiesOf(queryClient, client)
  const around = aroundCase(notes, templates)
  const today = todayOf({ queryClient, client })
  const read = readWholeCase({ case: of, ...around, language, today, rulesOff })
  return renderText(overviewEntry(overviewOf(read, language), 'agency'))
}

const copyOverview: Command = {
  id: 'case.overview.copy',
  title: 'overview.command.copy',
  category: 'frame.category.case',
  icon: 'copy',
  keys: ['Alt+Shift+C'],
  menu: 'edit',
  when: isOpen,
  run: async (workbench, args) => {
    const caseId = targetCase(workbench, args)
    if (caseId === undefined || !(await allSaved(workbench))) return
    await copyText(workbench, () => textOf(workbench, caseId), workbench.t('overview.copied'))
  },
}

const exportOverview = (edition: Edition, format: PrintFormat): Command => ({
  id: exportCommand(edition, format),
  title: `overview.command.${edition}.${format}`,
  category: 'frame.category.case',
  icon: 'export',
  refused: refusedWithout('export'),
  when: (workbench) =>
    isOpen(workbench) && mayExport(policiesOf(workbench.queryClient, workbench.client), format),
  run: async (workbench, args) => {
    const id = targetCase(workbench, args)
    if (id === undefined || !(await allSaved(workbench))) return
    const { client, language, t } = workbench
    const file = await client.cases.exportOverview({
      id,
      format,
      edition,
      language,
    })
    await giveFile(workbench, file, t('overview.exported', { file: file.fileName }))
  },
})

/** The case on one page as text and as files, whole and for the employer. */
export const overviewCommands: readonly Command[] = [
  copyOverview,
  ...editions.flatMap((edition) => printFormats.map((format) => exportOverview(edition, format))),
]
