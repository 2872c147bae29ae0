import { useDeferredValue } from 'react'
import { NoteActions } from '../notes/editor/note-actions.tsx'
import { NotePlaceholder } from '../notes/editor/note-editor.tsx'
import type { NoteSession } from '../notes/session/note-session.ts'
import {
  type NoteSurroundings,
  useAnswers,
  useSession,
  useStoredNote,
  useSurroundings,
} from '../notes/use-note.ts'
import { useT } from '../text/use-t.ts'
import type { EditorInputOf } from '../workbench/editor-input.ts'
import { errorText } from '../workbench/services/error-text.ts'
import { JournalDocument } from './journal-document.tsx'
import { useEntry } from './use-entry.ts'

/** The journal entry of a note as it would be now, following every key. */
export function JournalEditor({ input }: { input: EditorInputOf<'journal'> }) {
  const t = useT()
  const { session, error } = useSession(input.noteId)
  if (session) return <Preview session={session} />
  if (error) return <NotePlaceholder text={errorText(t, error)} alert />
  return <NotePlaceholder text={t('notes.loading')} />
}

function Preview({ session }: { session: NoteSession }) {
  const t = useT()
  const surroundings = useSurroundings(session)
  if (!surroundings) return <NotePlaceholder text={t('notes.loading')} />
  return <Live session={session} surroundings={surroundings} />
}

function Live({ session, surroundings }: { session: NoteSession; surroundings: NoteSurroundings }) {
  const t = useT()
  const note = useStoredNote(session)
  // Typing comes first: the preview is drawn when there is time for it.
  const answers = useDeferredValue(useAnswers(session))
  const entry = useEntry(note, answers, surroundings)
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
