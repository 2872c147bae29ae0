import { useSyncExternalStore } from 'react'
import { useActiveNote } from '../outline/outline.tsx'
import { useProblemTotal } from '../problems/use-problem-sources.ts'
import { useT } from '../text/use-t.ts'
import { Icon } from '../workbench/icon.tsx'
import { StatusButton } from '../workbench/status-item.tsx'
import type { NoteSession } from './session/note-session.ts'
import { useOpenSession, useSaveState, useSessions } from './use-note.ts'

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

/** Errors and warnings in all open notes; a press shows them. */
export function ProblemStatus() {
  const t = useT()
  const { error, warning } = useProblemTotal()
  return (
    <StatusButton command="problems.show" icon="error">
      {error}
      <span className="visually-hidden"> {t('notes.status.errors')}</span>
      <Icon name="warning" />
      {warning}
      <span className="visually-hidden"> {t('notes.status.warnings')}</span>
    </StatusButton>
  )
}
