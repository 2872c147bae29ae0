import { z } from 'zod'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { useT } from '../../base/use-t.ts'
import type { NoteTarget } from '../../note-model/active-note.ts'
import { useNoteTitle } from '../../note-model/note-title.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import { historyCommands } from './commands.ts'
import { CompareEditor } from './compare-editor.tsx'
import { CompareNotesEditor } from './compare-notes-editor.tsx'
import { HistoryPanel } from './history-panel.tsx'
import './history.css'

function useCompareTitle(input: NoteTarget & { from: string; to: string }): EditorTitle {
  const t = useT()
  const { decoration: _decoration, apart = [], ...note } = useNoteTitle(input)
  const title = t('history.compare.tab', { note: note.title })
  return { ...note, title, icon: 'diff', apart: [`${input.from}–${input.to}`, ...apart] }
}

function useCompareNotesTitle(input: NoteTarget): EditorTitle {
  const t = useT()
  const { decoration: _decoration, ...note } = useNoteTitle(input)
  return { ...note, title: t('history.compare.tab', { note: note.title }), icon: 'diff' }
}

const numberText = z.string().regex(/^[1-9]\d{0,8}$/)

/** Historik: what has been saved of a note, what differs between two of its revisions, and the way back to one. */
export const historyContribution: Contribution = {
  id: 'history',
  commands: historyCommands,
  panelViews: [{ id: 'history', title: 'history.title', component: HistoryPanel, order: 30 }],
  editors: [
    defineEditor({
      type: 'compare',
      input: z.strictObject({
        type: z.literal('compare'),
        noteId: noteIdSchema,
        caseId: caseIdSchema,
        from: numberText,
        to: numberText,
      }),
      component: CompareEditor,
      useTitle: useCompareTitle,
    }),
    defineEditor({
      type: 'compare-notes',
      input: z.strictObject({
        type: z.literal('compare-notes'),
        noteId: noteIdSchema,
        caseId: caseIdSchema,
        amended: noteIdSchema,
      }),
      component: CompareNotesEditor,
      useTitle: useCompareNotesTitle,
    }),
  ],
}
