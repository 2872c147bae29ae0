import { z } from 'zod'
import { type CaseId, caseIdSchema, type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { useT } from '../../base/use-t.ts'
import type { NoteTarget } from '../../note-model/active-note.ts'
import { useNoteTitle } from '../../note-model/note-title.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { journalCommands } from './commands.ts'
import { JournalEditor } from './journal-editor.tsx'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    journal: { noteId: NoteId; caseId: CaseId }
  }
}

function useJournalTitle(input: NoteTarget): EditorTitle {
  const t = useT()
  const { decoration: _decoration, ...note } = useNoteTitle(input)
  return { ...note, title: t('notes.journal.tab', { note: note.title }), icon: 'open-preview' }
}

/** Journalen: the live preview of a note's entry, its text by one key, and its files. */
export const journalContribution: Contribution = {
  id: 'journal',
  commands: journalCommands,
  editors: [
    defineEditor({
      type: 'journal',
      input: z.strictObject({ type: z.literal('journal'), noteId: noteIdSchema, caseId: caseIdSchema }),
      component: JournalEditor,
      useTitle: useJournalTitle,
    }),
  ],
}
