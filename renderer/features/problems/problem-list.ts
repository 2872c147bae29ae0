import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { type Severity, severities } from '../../../shared/fields/place.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { type Language, messageText } from '../../../shared/text/index.ts'

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
        key: `${source.resource} ${marker.rule} ${marker.message.key} ${JSON.stringify(marker.where)}`,
        message: messageText(language, marker.message),
        marker,
      }))
      .filter(({ message, marker }) =>
        wanted === '' ? true : fold(`${message} ${marker.rule} ${source.title}`).includes(wanted),
      )
    return problems.length === 0 ? [] : [{ source, problems }]
  })
}
