import { safe } from '@orpc/client'
import { useCallback, useState } from 'react'
import type { Template, TemplateRef } from '../../../../shared/template/template.ts'
import { templateOf } from '../../../../shared/template/template.ts'
import { errorText } from '../../../api/error-text.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useNoteServices } from '../../../note-model/use-note.ts'
import { useWorkbench } from '../../../workbench/context.ts'

/** Moves an open draft to another template, and tells with a way back. Gives whether it was moved; why not is told. */
export function useMove(): { move: (session: NoteSession, to: Template) => Promise<boolean>; busy: boolean } {
  const t = useT()
  const { client, notify } = useWorkbench()
  const { goTo } = useNoteServices()
  const { data: templates } = useTemplates()
  const [busy, setBusy] = useState(false)

  const send = useCallback(
    async (session: NoteSession, to: TemplateRef): Promise<boolean> => {
      // What is written is in the store first, whole, so that it stands among the note's versions as it was.
      if (!(await session.flush())) {
        notify(t('notes.move.unsaved'), 'error')
        return false
      }
      const { id, revision } = session.note()
      const { error, data, isDefined } = await safe(
        client.notes.move({ id, baseRevision: revision, template: { id: to.id, version: to.version } }),
      )
      if (error === null) {
        session.receive(data)
        goTo.set({ note: id, where: {} })
        return true
      }
      if (isDefined && error.code === 'CONFLICT') session.receive(error.data.current)
      notify(isDefined && error.code === 'CONFLICT' ? t('notes.move.changed') : errorText(t, error), 'error')
      return false
    },
    [client, goTo, notify, t],
  )

  const move = useCallback(
    async (session: NoteSession, to: Template): Promise<boolean> => {
      const from = session.note().template
      const before = templateOf(templates ?? [], from)
      setBusy(true)
      try {
        if (!(await send(session, to))) return false
        const undo = { title: t('notes.move.undo'), run: () => void send(session, from) }
        notify(t('notes.move.done', { from: before?.title ?? from.id, to: to.title }), 'success', [undo])
        return true
      } finally {
        setBusy(false)
      }
    },
    [send, notify, t, templates],
  )
  return { move, busy }
}
