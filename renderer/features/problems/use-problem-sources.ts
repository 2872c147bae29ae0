import { useSyncExternalStore } from 'react'
import { useCases } from '../../api/queries.ts'
import { useT } from '../../base/use-t.ts'
import { useActiveCase } from '../../note-model/active-note.ts'
import type { Counts } from '../../note-model/marker-service.ts'
import { useActiveNote, useNoteServices, useSessions } from '../../note-model/use-note.ts'
import type { ProblemSource } from './problem-list.ts'

/** The problems of the active note and its case, or of all open notes and their cases. */
export function useProblemSources(all: boolean): ProblemSource[] {
  const t = useT()
  const { markers } = useNoteServices()
  const active = useActiveNote()
  const activeCase = useActiveCase()
  const sessions = useSessions()
  const { data: cases } = useCases()
  useSyncExternalStore(markers.onChange, () => markers.version())
  const numberOf = (id: string) => cases?.find((each) => each.case.id === id)?.case.number ?? ''
  const notes = sessions
    .filter((session) => all || session.id === active)
    .map((session) => {
      const note = session.note()
      const title = `${t(`lists.kind.${note.kind}`)} · ${numberOf(note.caseId)}`
      return {
        resource: session.id,
        caseId: note.caseId,
        note: session.id,
        title,
        markers: markers.markers(session.id),
      }
    })
  const ofCases = (cases ?? [])
    .filter((each) => all || each.case.id === activeCase)
    .map(({ case: each }) => ({
      resource: each.id,
      caseId: each.id,
      note: undefined,
      title: t('notes.problems.case', { number: each.number }),
      markers: markers.markers(each.id),
    }))
  return [...notes, ...ofCases].filter((source) => source.markers.length > 0)
}

/** How many problems there are in all open notes and their cases. */
export function useProblemTotal(): Counts {
  const { markers } = useNoteServices()
  return useSyncExternalStore(markers.onChange, markers.total)
}
