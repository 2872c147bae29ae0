import { useSyncExternalStore } from 'react'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { type Severity, severities } from '../../../shared/fields/place.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { type Language, messageText } from '../../../shared/text/index.ts'
import { useCasesOf } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import { useActiveCase } from '../../note-model/active-note.ts'
import { markerKey } from '../../note-model/marker-parts.tsx'
import type { Counts } from '../../note-model/marker-service.ts'
import { useNoteName } from '../../note-model/note-name.ts'
import { useActiveNote, useNoteServices, useSessions } from '../../note-model/use-note.ts'

/** What problems belong to: a note or a case, as it is named in the panel. */
export interface ProblemSource {
  resource: string
  caseId: CaseId
  note: NoteId | undefined
  title: string
  markers: readonly Marker[]
}

export interface ProblemFilter {
  text: string
  severities: ReadonlySet<Severity>
}

export interface Problem {
  /** Unique in the list and stable while the problem stands. */
  key: string
  message: string
  marker: Marker
}
export interface ProblemGroup {
  source: ProblemSource
  problems: Problem[]
}

/** Everything is shown. */
export const noFilter: ProblemFilter = { text: '', severities: new Set(severities) }

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('sv')

/** The problems that pass the filter, grouped by note, in the order they were found; errors are not moved first. */
export function groupProblems(
  sources: readonly ProblemSource[],
  filter: ProblemFilter,
  language: Language,
): ProblemGroup[] {
  const wanted = fold(filter.text.trim())
  return sources.flatMap((source) => {
    const problems = source.markers
      .filter((marker) => filter.severities.has(marker.severity))
      .map((marker) => ({
        key: `${source.resource} ${markerKey(marker)}`,
        message: messageText(language, marker.message),
        marker,
      }))
      .filter(({ message, marker }) =>
        wanted === '' ? true : fold(`${message} ${marker.rule} ${source.title}`).includes(wanted),
      )
    return problems.length === 0 ? [] : [{ source, problems }]
  })
}

/** The problems of the active note and its case, or of all open notes and their cases. */
export function useProblemSources(all: boolean): ProblemSource[] {
  const t = useT()
  const nameOf = useNoteName()
  const { markers } = useNoteServices()
  const active = useActiveNote()
  const activeCase = useActiveCase()
  const sessions = useSessions()
  const shown = sessions.filter((session) => all || session.id === active)
  const cases = useCasesOf([
    ...new Set([
      ...shown.map((session) => session.note().caseId),
      ...(activeCase === undefined ? [] : [activeCase]),
    ]),
  ])
  useSyncExternalStore(markers.onChange, () => markers.version())
  const numberOf = (id: string) => cases.find((each) => each.case.id === id)?.case.number ?? ''
  const notes = shown.map((session) => {
    const note = session.note()
    const title = `${nameOf(note)} · ${numberOf(note.caseId)}`
    return {
      resource: session.id,
      caseId: note.caseId,
      note: session.id,
      title,
      markers: markers.markers(session.id),
    }
  })
  const ofCases = cases
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
