import { stateOf } from '../../../shared/note/review.ts'
import { useT } from '../../base/use-t.ts'
import { stateIcon } from '../../note-model/note-name.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import { useActiveNote, useOpenSession, useStoredNote } from '../../note-model/use-note.ts'
import { StatusButton } from '../../workbench/status-bar.tsx'

/** How the active note stands, where it is neither plainly a draft nor signed. */
export function ReviewStatus() {
  const session = useOpenSession(useActiveNote())
  return session === undefined ? null : <SessionStatus session={session} />
}

function SessionStatus({ session }: { session: NoteSession }) {
  const t = useT()
  const state = stateOf(useStoredNote(session))
  if (state === 'utkast' || state === 'journalford') return null
  return (
    <StatusButton command="review.show" icon={stateIcon(state)}>
      {t(`lists.status.${state}`)}
    </StatusButton>
  )
}
