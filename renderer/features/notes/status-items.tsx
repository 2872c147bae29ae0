import { useSyncExternalStore } from 'react'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { toneOf } from '../../../shared/case/kinds.ts'
import { useCase } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useT } from '../../base/use-t.ts'
import { kindIcon } from '../../note-model/owner-badge.tsx'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import { useActiveNote, useOpenSession, useSaveState, useSessions } from '../../note-model/use-note.ts'
import { useActiveEditor } from '../../workbench/context.ts'
import { StatusButton } from '../../workbench/status-bar.tsx'

// The clock of the journal, so that the same moment is never shown as two.
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'medium' })

/** HH.MM.SS in Swedish time, as clocks are written in Swedish. */
function clockTime(at: string): string {
  return clock.format(new Date(at)).replaceAll(':', '.')
}

/** Where the active note's text is; and how many notes are not saved anywhere. */
export function SaveStatus() {
  const session = useOpenSession(useActiveNote())
  return (
    <>
      {session === undefined ? null : <SessionSaveStatus session={session} />}
      <UnsavedElsewhere active={session} />
    </>
  )
}

function SessionSaveStatus({ session }: { session: NoteSession }) {
  const t = useT()
  const state = useSaveState(session)
  switch (state.kind) {
    case 'saved':
      return (
        <StatusButton command="note.save" icon="check">
          {t('notes.status.saved', { time: clockTime(state.at) })}
        </StatusButton>
      )
    case 'saving':
      return (
        <StatusButton command="note.save" icon="sync">
          {t('notes.status.saving')}
        </StatusButton>
      )
    case 'failed':
      return (
        <StatusButton command="note.save" icon="error">
          {t('notes.status.failed')}
        </StatusButton>
      )
    case 'conflict':
      return (
        <StatusButton command="note.save" icon="warning">
          {t('notes.status.conflict')}
        </StatusButton>
      )
    case 'signed':
      return (
        <StatusButton command="note.preview" icon="lock">
          {t('notes.status.signed')}
        </StatusButton>
      )
  }
}

/** Notes whose tab is hidden or closed and that could not be saved: never silently. */
function UnsavedElsewhere({ active }: { active: NoteSession | undefined }) {
  const t = useT()
  const sessions = useSessions().filter((session) => session !== active)
  const count = useSyncExternalStore(
    (listener) => {
      const stops = sessions.map((session) => session.onState(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    () => sessions.filter((session) => ['failed', 'conflict'].includes(session.saveState().kind)).length,
  )
  if (count === 0) return null
  return (
    <StatusButton command="note.save" icon="error">
      {t('notes.status.unsavedElsewhere', { count })}
    </StatusButton>
  )
}

/** Whose document the active editor shows: word, icon and colour. */
export function OwnerStatus() {
  const activeEditor = useActiveEditor()
  if (activeEditor?.type !== 'note' && activeEditor?.type !== 'journal') return null
  return <NoteOwner caseId={activeEditor.caseId} noteId={activeEditor.noteId} />
}

function NoteOwner({ caseId, noteId }: { caseId: CaseId; noteId: NoteId }) {
  const t = useT()
  const note = useCase(caseId).data?.notes.find(({ id }) => id === noteId)
  if (note === undefined) return null
  return (
    <span className="status-item status-owner" data-tone={toneOf(note.kind, note.owner)}>
      <Icon name={kindIcon(note.kind)} />
      {t('frame.status.owner', {
        owner: t(`lists.owner.${note.owner}`),
        kind: t(`lists.kind.${note.kind}`),
      })}
    </span>
  )
}
