import { useDeferredValue } from 'react'
import { errorText } from '../../api/error-text.ts'
import { useT } from '../../base/use-t.ts'
import { JournalDocument } from '../../note-model/journal/journal-document.tsx'
import { useEntry } from '../../note-model/journal/use-entry.ts'
import { NoteActions } from '../../note-model/note-actions.tsx'
import { NotePlaceholder } from '../../note-model/note-placeholder.tsx'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import {
  type NoteSurroundings,
  useAnswers,
  useSession,
  useStoredNote,
  useSurroundings,
} from '../../note-model/use-note.ts'
import type { EditorInputOf } from '../../workbench/editor-input.ts'

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
