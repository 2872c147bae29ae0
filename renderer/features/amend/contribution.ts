import { dateAt } from '../../../shared/case/dates.ts'
import { chainsOf, linkOfSummary } from '../../../shared/note/amendments.ts'
import { errorText } from '../../api/error-text.ts'
import { apiOf } from '../../api/use-client.ts'
import { targetNote } from '../../note-model/active-note.ts'
import { refusedWriting } from '../../note-model/may.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Command, Contribution, Workbench } from '../../workbench/contribution.ts'
import { AnnulDialog, useAnnulling } from './annul-dialog.tsx'

/** Whether the active note is signed and counts, and whoever works may: what can be corrected, added to and annulled. */
function isAmendable(workbench: Workbench): boolean {
  const target = targetNote(workbench)
  const note = target && noteServices(workbench.client).sessions.get(target.noteId)?.note()
  return note?.status === 'journalford' && note.annulled === undefined
}

/** Asks before a second rättelse of the same note is begun. */
async function mayCorrect(workbench: Workbench, noteId: string, caseId: string): Promise<boolean> {
  const { client, queryClient, confirm, t } = workbench
  const target = targetNote(workbench, { noteId, caseId })
  if (!target) return false
  const { notes } = await queryClient.ensureQueryData(
    apiOf(client).cases.get.queryOptions({ input: { id: target.caseId } }),
  )
  const begun = chainsOf(notes.map(linkOfSummary)).amending(target.noteId, 'rattelse')
  const other = notes.find(({ id, status }) => status === 'utkast' && begun.includes(id))
  if (!other) return true
  return confirm({
    title: t('amend.open.title'),
    body: t('amend.open.body', { name: other.author.name, date: dateAt(other.createdAt) }),
    confirm: t('amend.open.confirm'),
  })
}

function beginning(verb: 'correct' | 'add'): Command['run'] {
  return async (workbench, args) => {
    const { client, editors, notify, t } = workbench
    const target = targetNote(workbench, args)
    if (!target) return
    if (verb === 'correct' && !(await mayCorrect(workbench, target.noteId, target.caseId))) return
    try {
      const draft = await client.amendments[verb]({ note: target.noteId })
      editors.open({ type: 'note', noteId: draft.id, caseId: draft.caseId })
      notify(t(`amend.begun.${verb}`), 'success')
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
  }
}

const correct: Command = {
  id: 'note.correct',
  title: 'amend.command.correct',
  category: 'amend.category',
  icon: 'edit',
  menu: 'note',
  when: isAmendable,
  refused: refusedWriting('amend'),
  run: beginning('correct'),
}

const add: Command = {
  id: 'note.add',
  title: 'amend.command.add',
  category: 'amend.category',
  icon: 'add',
  menu: 'note',
  when: isAmendable,
  refused: refusedWriting('amend'),
  run: beginning('add'),
}

const annul: Command = {
  id: 'note.annul',
  title: 'amend.command.annul',
  category: 'amend.category',
  icon: 'circle-slash',
  menu: 'note',
  when: isAmendable,
  refused: refusedWriting('amend'),
  run: (workbench, args) => {
    const target = targetNote(workbench, args)
    if (target) useAnnulling.setState({ note: target.noteId })
  },
}

/** What is done about a signed note afterwards: rättelse, komplettering and makulering, each a verb of its own. */
export const amendContribution: Contribution = {
  id: 'amend',
  commands: [correct, add, annul],
  background: AnnulDialog,
}
