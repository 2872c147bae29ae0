import { useDeferredValue, useMemo } from 'react'
import { z } from 'zod'
import { type CaseId, caseIdSchema, type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import type { ReadNote } from '../../../shared/note/read-note.ts'
import { errorText } from '../../api/error-text.ts'
import { useT } from '../../base/use-t.ts'
import type { NoteTarget } from '../../note-model/active-note.ts'
import { JournalDocument } from '../../note-model/journal/journal-document.tsx'
import { NoteActions } from '../../note-model/note-actions.tsx'
import { NotePlaceholder } from '../../note-model/note-placeholder.tsx'
import { useNoteTitle } from '../../note-model/note-title.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import { useSession, useStoredNote, useWholeReading } from '../../note-model/use-note.ts'
import type { Contribution, EditorTitle } from '../../workbench/contribution.ts'
import { defineEditor } from '../../workbench/define-editor.tsx'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { journalCommands } from './commands.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    journal: { noteId: NoteId; caseId: CaseId }
  }
}

/** The journal entry of a note as it would be now, following every key. */
function JournalEditor({ input }: { input: EditorInputOf<'journal'> }) {
  const t = useT()
  const { session, error } = useSession(input.noteId)
  if (session) return <Preview session={session} />
  if (error) return <NotePlaceholder text={errorText(t, error)} alert />
  return <NotePlaceholder text={t('notes.loading')} />
}

function Preview({ session }: { session: NoteSession }) {
  const t = useT()
  // Typing comes first: the preview is drawn when there is time for it.
  const read = useDeferredValue(useWholeReading(session.id))
  return read ? <Live session={session} read={read} /> : <NotePlaceholder text={t('notes.loading')} />
}

function Live({ session, read }: { session: NoteSession; read: ReadNote }) {
  const t = useT()
  const note = useStoredNote(session)
  const entry = useMemo(() => toJournalEntry(read), [read])
  return (
    <div className="journal-page">
      <div className="journal-bar">
        {entry.draft ? <p className="journal-hint">{t('notes.journal.live')}</p> : null}
        <NoteActions note={note} reading />
      </div>
      <JournalDocument entry={entry} />
    </div>
  )
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
