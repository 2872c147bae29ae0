import { useCallback } from 'react'
import type { Thread } from '../../../shared/comments/thread.ts'
import { rangeOf, recordOf } from '../../note-model/record-comments.tsx'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import { useNoteServices } from '../../note-model/use-note.ts'
import { useGoTo } from '../../note-model/use-run-fix.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { placeOfThread } from './anchor.ts'

/** Takes whoever asks to what a thread is about: into the text of a draft, and into view in a record. */
export function useShowPlace(session: NoteSession): (thread: Thread) => void {
  const { readings } = useNoteServices()
  const { editors } = useWorkbench()
  const goTo = useGoTo()
  return useCallback(
    (thread) => {
      const { id, caseId, status } = session.note()
      const read = readings.of(id)
      if (read === undefined) return
      if (status === 'utkast') {
        const { where, caret } = placeOfThread(thread, read)
        goTo({ caseId, note: id }, where, caret)
        return
      }
      editors.open({ type: 'note', noteId: id, caseId })
      requestAnimationFrame(() => {
        const record = recordOf(id)
        const range = record && rangeOf(record, thread)
        const shown = range?.startContainer.parentElement ?? record
        shown?.scrollIntoView({ block: range === undefined ? 'start' : 'center' })
        record?.closest<HTMLElement>('[data-note]')?.focus({ preventScroll: true })
      })
    },
    [session, readings, editors, goTo],
  )
}
