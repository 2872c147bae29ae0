import { isResolved } from '../../../shared/comments/thread.ts'
import { targetNote } from '../../note-model/active-note.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Workbench } from '../../workbench/contribution.ts'
import { placeOfThread } from './anchor.ts'
import { threadsOf } from './target.ts'
import { groupThreads } from './thread-list.ts'

/** The thread that was gone to last, so that the next one is another. */
let last: string | undefined

/** Goes to what the next open thread of the active note is about, in the note's order, round to the first. */
export async function stepThread(workbench: Workbench, by: 1 | -1): Promise<void> {
  const target = targetNote(workbench)
  if (target === undefined) return
  const { readings, goTo, thread: shown } = noteServices(workbench.client)
  const read = readings.of(target.noteId)
  const open = (await threadsOf(workbench, target.noteId)).filter((thread) => !isResolved(thread))
  if (read === undefined || open.length === 0) {
    workbench.notify(workbench.t('comments.none'), 'success')
    return
  }
  const fields = read.shown().map(({ field }) => ({ id: field.id, label: '' }))
  const all = groupThreads(open, fields, 'all').flatMap(({ threads }) => threads)
  const at = all.findIndex(({ id }) => id === last)
  const next = all[(at + (at === -1 && by === -1 ? 0 : by) + all.length) % all.length]
  if (next === undefined) return
  last = next.id
  workbench.editors.open({ type: 'note', noteId: target.noteId, caseId: target.caseId })
  if (read.note.status === 'journalford') {
    workbench.layout.showPanelView('comments')
    shown.set(next.id)
    return
  }
  const { where, caret } = placeOfThread(next, read)
  goTo.set({ note: target.noteId, where, ...(caret && { caret }) })
}
