import { useEffect } from 'react'
import { z } from 'zod'
import { type CaseId, caseIdSchema, type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { useCase } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import type { NoteTarget } from '../../note-model/active-note.ts'
import { NoteChecks } from '../../note-model/checking.tsx'
import { useNoteTitle } from '../../note-model/note-title.ts'
import { noteServices } from '../../note-model/services.ts'
import { useNoteServices } from '../../note-model/use-note.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { NewNoteEditor } from './chooser/new-note-editor.tsx'
import { noteCommands } from './commands.ts'
import { NoteEditor } from './editor/note-editor.tsx'
import { FollowAllDialog } from './follow/follow-all.tsx'
import { MoveNoteEditor } from './move/move-note-editor.tsx'
import { SignDialog } from './sign-dialog.tsx'
import { OwnerStatus, SaveStatus } from './status-items.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    note: { noteId: NoteId; caseId: CaseId }
    'new-note': { caseId: CaseId }
    'move-note': { noteId: NoteId; caseId: CaseId }
  }
}

function useNewNoteTitle({ caseId }: Pick<NoteTarget, 'caseId'>): EditorTitle {
  const t = useT()
  const { data } = useCase(caseId)
  const description =
    data === undefined ? '' : t('notes.band.case', { number: data.case.number, name: data.case.insured.name })
  return { title: t('notes.command.create'), icon: 'new-file', description }
}

function useMoveNoteTitle({ caseId }: Pick<NoteTarget, 'caseId'>): EditorTitle {
  const { description = '' } = useNewNoteTitle({ caseId })
  return { title: useT()('notes.command.move'), icon: 'arrow-swap', description }
}

/** What runs beside the views: checks of the open notes and their cases, and saving when the window is left. */
function NoteBackground() {
  const { sessions: registry, places } = useNoteServices()
  useEffect(() => {
    const flush = () => {
      void registry.flushAll()
      void places.flush()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', hidden)
      flush()
    }
  }, [registry, places])
  return (
    <>
      <NoteChecks />
      <SignDialog />
      <FollowAllDialog />
    </>
  )
}

/** Notes: the chooser, the editor, signing, and what keeps the text safe. */
export const notesContribution: Contribution = {
  id: 'notes',
  commands: noteCommands,
  editors: [
    defineEditor({
      type: 'note',
      input: z.strictObject({ type: z.literal('note'), noteId: noteIdSchema, caseId: caseIdSchema }),
      component: NoteEditor,
      useTitle: useNoteTitle,
    }),
    defineEditor({
      type: 'new-note',
      input: z.strictObject({ type: z.literal('new-note'), caseId: caseIdSchema }),
      component: NewNoteEditor,
      useTitle: useNewNoteTitle,
    }),
    defineEditor({
      type: 'move-note',
      input: z.strictObject({ type: z.literal('move-note'), noteId: noteIdSchema, caseId: caseIdSchema }),
      component: MoveNoteEditor,
      useTitle: useMoveNoteTitle,
    }),
  ],
  statusItems: [
    { id: 'save-state', side: 'left', component: SaveStatus, order: 10 },
    { id: 'owner', side: 'right', component: OwnerStatus, order: 10 },
  ],
  unsaved: {
    pending: (client) =>
      noteServices(client)
        .sessions.all()
        .some((session) => session.isDirty()),
    flush: async (client) => {
      const { sessions, places } = noteServices(client)
      await places.flush()
      return sessions.flushAll()
    },
  },
  background: NoteBackground,
}
