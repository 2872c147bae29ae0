import { useEffect, useMemo } from 'react'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { type NoteWithTemplate, withTemplates } from '../../shared/note/context.ts'
import { plainNote } from '../../shared/note/note.ts'
import { type Analysis, analyse, checkCase, update } from '../../shared/rules/index.ts'
import { keepSaved } from '../api/changes.ts'
import { useCase, useNotesOfCase, useTemplates } from '../api/queries.ts'
import { apiOf } from '../api/use-client.ts'
import { useToday } from '../base/clock.ts'
import { useWorkbench } from '../workbench/context.ts'
import { useActiveCase } from './active-note.ts'
import type { MarkerService } from './marker-service.ts'
import type { NoteSession } from './session/note-session.ts'
import { type NoteSurroundings, useNoteServices, useSessions, useSurroundings } from './use-note.ts'

/** Checks a session at once and after every edit, and puts what is found in the service. Gives a way to stop. */
export function followWithChecks(
  session: NoteSession,
  { template, case: ofCase }: NoteSurroundings,
  others: readonly NoteWithTemplate[],
  today: IsoDate,
  markers: MarkerService,
): () => void {
  const context = { case: ofCase, today, others, language: 'sv' as const }
  const subject = () => ({ note: plainNote(session.current()), template })
  let state: Analysis = analyse(subject(), context)
  markers.replace('check', session.id, state.markers)
  return session.onEdit((fields) => {
    state = update(state, subject().note, fields)
    markers.replace('check', session.id, state.markers)
  })
}

function SessionChecks({ session }: { session: NoteSession }) {
  const { client, queryClient } = useWorkbench()
  const { markers } = useNoteServices()
  const today = useToday()
  const surroundings = useSurroundings(session)
  const { data: templates } = useTemplates()
  const others = useMemo(
    () => (surroundings && templates ? withTemplates(surroundings.others, templates) : undefined),
    [surroundings, templates],
  )
  useEffect(() => {
    if (!surroundings || !others || session.note().status === 'journalford') return undefined
    return followWithChecks(session, surroundings, others, today, markers)
  }, [session, surroundings, others, today, markers])
  useEffect(
    () => session.onState(() => keepSaved(queryClient, apiOf(client), session.note())),
    [session, queryClient, client],
  )
  useEffect(() => {
    const clearSigned = () => {
      if (session.saveState().kind === 'signed') markers.forget(session.id)
    }
    const stop = session.onState(clearSigned)
    return () => {
      stop()
      markers.forget(session.id)
    }
  }, [session, markers])
  return null
}

function CaseChecks({ id }: { id: CaseId }) {
  const { markers } = useNoteServices()
  const today = useToday()
  const { data: summary } = useCase(id)
  const { data: notes } = useNotesOfCase(id)
  const { data: templates } = useTemplates()
  const ofCase = summary?.case
  useEffect(() => {
    if (!ofCase || !notes || !templates) return
    markers.replace(
      'case',
      id,
      checkCase({ case: ofCase, today, others: withTemplates(notes, templates), language: 'sv' }),
    )
  }, [id, ofCase, notes, templates, today, markers])
  useEffect(() => () => markers.forget(id), [id, markers])
  return null
}

/** Keeps what was saved, and checks the open notes and their cases, and the case that the active editor is about. Shows nothing. */
export function NoteChecks() {
  const sessions = useSessions()
  const activeCase = useActiveCase()
  const cases = new Set(sessions.map((session) => session.note().caseId))
  if (activeCase !== undefined) cases.add(activeCase)
  return (
    <>
      {sessions.map((session) => (
        <SessionChecks key={session.id} session={session} />
      ))}
      {[...cases].map((id) => (
        <CaseChecks key={id} id={id} />
      ))}
    </>
  )
}
