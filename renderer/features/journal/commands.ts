import type { JournalEntry } from '../../../shared/journal/entry.ts'
import { exportFormats } from '../../../shared/journal/entry.ts'
import { renderText } from '../../../shared/journal/text.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import { aroundCase, aroundNote, withTemplates } from '../../../shared/note/context.ts'
import { type ReadNote, readNote } from '../../../shared/note/read-note.ts'
import { mayExport, policiesOf } from '../../api/policies.ts'
import { todayOf } from '../../api/today.ts'
import { apiOf } from '../../api/use-client.ts'
import { hasNote, type NoteTarget, targetNote } from '../../note-model/active-note.ts'
import { copyText } from '../../note-model/clipboard.ts'
import { refusedWithout } from '../../note-model/may.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Command, Workbench } from '../../workbench/contribution.ts'
import { giveFile } from '../../workbench/give-file.ts'

/**
 * A note that is not open, as the store has it. Undefined where its template is not here. What is around it is asked for again
 * where it is known to have changed: nothing that is shown may have needed it since.
 */
export async function readStored(
  workbench: Pick<Workbench, 'client' | 'queryClient' | 'language'>,
  { noteId, caseId }: NoteTarget,
): Promise<ReadNote | undefined> {
  const { client, queryClient, language } = workbench
  const api = apiOf(client)
  const [note, summary, notes, templates] = await Promise.all([
    client.notes.get({ id: noteId }),
    queryClient.fetchQuery(api.cases.get.queryOptions({ input: { id: caseId } })),
    queryClient.fetchQuery(api.notes.ofCase.queryOptions({ input: { caseId } })),
    queryClient.fetchQuery(api.templates.list.queryOptions()),
  ])
  const [subject] = withTemplates([note], templates)
  const around = aroundNote(aroundCase(notes, templates), noteId)
  return subject && readNote(subject, { case: summary.case, ...around, language, today: todayOf(workbench) })
}

/** The journal entry of a note as it stands on the screen, saved or not; as stored where it is not open. */
async function currentEntry(workbench: Workbench, target: NoteTarget): Promise<JournalEntry | undefined> {
  const { readings } = noteServices(workbench.client)
  const read = readings.of(target.noteId) ?? (await readStored(workbench, target))
  return read && toJournalEntry(read)
}

const copyJournal: Command = {
  id: 'note.copyJournal',
  title: 'notes.command.copyJournal',
  category: 'notes.category',
  icon: 'copy',
  keys: ['Mod+Shift+C'],
  menu: 'note',
  when: hasNote,
  run: async (workbench, args) => {
    const target = targetNote(workbench, args)
    const entry = target && (await currentEntry(workbench, target))
    if (!entry) return
    const copied = workbench.t(entry.draft ? 'notes.copied.draft' : 'notes.copied')
    await copyText(workbench, renderText(entry), copied)
  },
}

const preview: Command = {
  id: 'note.preview',
  title: 'notes.command.preview',
  category: 'notes.category',
  icon: 'open-preview',
  keys: ['Mod+Shift+K'],
  menu: 'note',
  when: hasNote,
  run: (workbench, args) => {
    const target = targetNote(workbench, args)
    if (!target) return
    const { noteId, caseId } = target
    workbench.editors.open({ type: 'journal', noteId, caseId }, { split: 'right', background: true })
  },
}

/** Exports what the store has: what is unsaved is saved first. */
const exports = exportFormats.map(
  (format): Command => ({
    id: `note.export.${format}`,
    title: `notes.command.export.${format}`,
    category: 'notes.category',
    icon: 'export',
    refused: refusedWithout('export'),
    when: (workbench) =>
      hasNote(workbench) && mayExport(policiesOf(workbench.queryClient, workbench.client), format),
    run: async (workbench, args) => {
      const target = targetNote(workbench, args)
      if (!target) return
      const { client, language, notify, t } = workbench
      const session = noteServices(client).sessions.get(target.noteId)
      if (session && !(await session.flush())) {
        notify(t('notes.export.unsaved'), 'error')
        return
      }
      const file = await client.notes.export({
        id: target.noteId,
        format,
        language,
        ...(args.comments === undefined ? {} : { comments: true }),
      })
      await giveFile(workbench, file, t('notes.exported', { file: file.fileName }))
    },
  }),
)

export const journalCommands: readonly Command[] = [copyJournal, preview, ...exports]
