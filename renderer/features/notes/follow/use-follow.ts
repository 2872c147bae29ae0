import { safe } from '@orpc/client'
import { useCallback, useState } from 'react'
import type { Template } from '../../../../shared/template/template.ts'
import { errorText } from '../../../api/error-text.ts'
import { useT } from '../../../base/use-t.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useNoteServices } from '../../../note-model/use-note.ts'
import { useWorkbench } from '../../../workbench/context.ts'

/** Lets an open draft follow its template, and tells with a way back, as long as nothing is written after. */
export function useFollow(): {
  follow: (session: NoteSession, to: Template) => Promise<void>
  busy: boolean
} {
  const t = useT()
  const { client, notify } = useWorkbench()
  const { goTo } = useNoteServices()
  const [busy, setBusy] = useState(false)

  const undo = useCallback(
    async (session: NoteSession, followed: number) => {
      const { id, template } = session.note()
      const isUntouched = (await session.flush()) && session.note().revision === followed
      if (!isUntouched) return notify(t('follow.written'), 'warning')
      const { error, data, isDefined } = await safe(client.follow.undo({ id, baseRevision: followed }))
      if (isDefined && error.code === 'CONFLICT') {
        session.receive(error.data.current)
        return notify(t('follow.written'), 'warning')
      }
      if (error) return notify(errorText(t, error), 'error')
      session.receive(data)
      goTo.set({ note: id, where: {} })
      notify(t('follow.undone', { from: template.version, to: data.template.version }), 'success')
    },
    [client, goTo, notify, t],
  )

  const follow = useCallback(
    async (session: NoteSession, { version }: Template) => {
      setBusy(true)
      try {
        // What is written is in the store first, whole, so that it stands among the note's versions as it was.
        if (!(await session.flush())) return notify(t('notes.move.unsaved'), 'error')
        const { id, revision } = session.note()
        const { error, data, isDefined } = await safe(
          client.follow.note({ id, baseRevision: revision, version }),
        )
        if (error === null) {
          session.receive(data)
          goTo.set({ note: id, where: {} })
          const back = { title: t('follow.undo'), run: () => void undo(session, data.revision) }
          return notify(t('follow.done', { to: version }), 'success', [back])
        }
        const isConflict = isDefined && error.code === 'CONFLICT'
        if (isConflict) session.receive(error.data.current)
        notify(isConflict ? t('notes.move.changed') : errorText(t, error), 'error')
      } finally {
        setBusy(false)
      }
    },
    [client, goTo, notify, t, undo],
  )
  return { follow, busy }
}
