import { useSyncExternalStore } from 'react'
import { FieldMessages } from '../../../fields/field-messages.tsx'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useNoteServices } from '../../../note-model/use-note.ts'

/** What concerns the whole note, or an answer that no field of it shows: it has no field to stand at. */
export function NoteMessages({ session, shown }: { session: NoteSession; shown: ReadonlySet<string> }) {
  const { markers } = useNoteServices()
  const all = useSyncExternalStore(markers.onChange, () => markers.markers(session.id))
  const own = all.filter(({ where }) => where.field === undefined || !shown.has(where.field))
  return <FieldMessages id={`${session.id}-messages`} markers={own} />
}
