import { useEffect, useMemo, useRef } from 'react'
import { isOpen } from '../../../../shared/note/review.ts'
import { errorText } from '../../../api/error-text.ts'
import { useT } from '../../../base/use-t.ts'
import { useMay } from '../../../note-model/may.ts'
import { NotePlaceholder } from '../../../note-model/note-placeholder.tsx'
import { useReceived } from '../../../note-model/received.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useReading, useSession, useStoredNote, useTemplateOf } from '../../../note-model/use-note.ts'
import { useBarredTemplate } from '../../../note-model/written-by.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { NoteForm } from './note-form.tsx'
import { NoteReading } from './note-reading.tsx'
import { NoteRecord } from './note-record.tsx'
import './notes.css'

/** A note in its tab: the form of a draft, or the record of a note that is journalförd. */
export function NoteEditor({ input }: { input: EditorInputOf<'note'> }) {
  const t = useT()
  const { session, error } = useSession(input.noteId)
  if (session) return <OpenNote session={session} />
  if (error) return <NotePlaceholder text={errorText(t, error)} alert />
  return <NotePlaceholder text={t('notes.loading')} />
}

function OpenNote({ session }: { session: NoteSession }) {
  const t = useT()
  const note = useStoredNote(session)
  const isRead = useReading(session.id, () => true)
  const mayWrite = useMay('write')
  const { missing, template } = useTemplateOf(note)
  const barred = useBarredTemplate()
  const received = useReceived(note.caseId)
  if (missing) {
    return (
      <NotePlaceholder
        text={t('notes.templateMissing', { template: note.template.id, version: note.template.version })}
        alert
      />
    )
  }
  if (!isRead) return <NotePlaceholder text={t('notes.loading')} />
  if (note.status === 'journalford') return <NoteRecord note={note} />
  const isWriter = template !== undefined && barred(template) === undefined
  if (!mayWrite || !isWriter || !isOpen(note) || received !== undefined)
    return <NoteReading session={session} note={note} />
  return <FlushOnLeave session={session} />
}

/** Saves at once when the focus leaves a field. */
function FlushOnLeave({ session }: { session: NoteSession }) {
  const root = useRef<HTMLDivElement>(null)
  const flush = useMemo(
    () => () => {
      void session.flush()
    },
    [session],
  )
  useEffect(() => {
    const element = root.current
    element?.addEventListener('focusout', flush)
    return () => element?.removeEventListener('focusout', flush)
  }, [flush])
  return (
    <div ref={root}>
      <NoteForm session={session} />
    </div>
  )
}
