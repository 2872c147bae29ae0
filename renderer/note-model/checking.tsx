import { useEffect, useMemo } from 'react'
import type { CaseId } from '../../shared/case/ids.ts'
import { aroundCase, aroundNote, type NoteContext } from '../../shared/note/context.ts'
import { attentionOf } from '../../shared/projection/attention.ts'
import { keepAttention, keepSaved, renewAttention } from '../api/changes.ts'
import { usePolicies } from '../api/policies.ts'
import { apiOf, useCase, useOthersOfCase, useTemplates } from '../api/use-client.ts'
import { useToday } from '../base/clock.ts'
import { useLanguage } from '../base/use-t.ts'
import { useWorkbench } from '../workbench/context.ts'
import { useActiveCase } from './active-note.ts'
import type { NoteSession } from './session/note-session.ts'
import { useNoteServices, useSessions, useStoredNote, useTemplateOf } from './use-note.ts'
import { useReadCase } from './use-read-case.ts'

/** What an open note is read in; undefined until all of it is here. The same object while nothing in it changes. */
function useContextOf(session: NoteSession): NoteContext | undefined {
  const language = useLanguage()
  const today = useToday()
  const { rulesOff } = usePolicies()
  const { data: summary } = useCase(session.note().caseId)
  const { data: templates } = useTemplates()
  const { data: others } = useOthersOfCase(session.note().caseId, session.id)
  const ofCase = summary?.case
  return useMemo(() => {
    if (!ofCase || !others || !templates) return undefined
    // The note itself says which of the others it corrects, and is then left out again.
    const around = aroundNote(aroundCase([...others, session.note()], templates), session.id)
    return { case: ofCase, today, ...around, language, rulesOff }
  }, [session, ofCase, others, templates, today, language, rulesOff])
}

function SessionChecks({ session }: { session: NoteSession }) {
  const { client, queryClient } = useWorkbench()
  const { markers, readings } = useNoteServices()
  const { template } = useTemplateOf(useStoredNote(session))
  const context = useContextOf(session)
  useEffect(() => {
    if (template && context) readings.follow(session, template, context)
  }, [session, template, context, readings])
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
      readings.forget(session.id)
      markers.forget(session.id)
    }
  }, [session, markers, readings])
  return null
}

function CaseChecks({ id }: { id: CaseId }) {
  const { client, queryClient } = useWorkbench()
  const { markers } = useNoteServices()
  const read = useReadCase(id)
  useEffect(() => {
    if (!read) return
    markers.replace('case', id, read.markers)
    keepAttention(queryClient, apiOf(client), attentionOf(read), read.context.today)
  }, [id, read, markers, queryClient, client])
  useEffect(
    () => () => {
      markers.forget(id)
      // The last save may have come as the case was left.
      void renewAttention(queryClient, client, id)
    },
    [id, markers, queryClient, client],
  )
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
