import { useQueries, useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-client.ts'
import { useT } from '../../base/use-t.ts'
import { useNoteName } from '../../note-model/note-name.ts'
import { readPlaces } from '../../note-model/places.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** The notes that somebody was in last, the newest first; opening one goes to where they were in it. */
export function Continue({ rows }: { rows: number }) {
  const t = useT()
  const api = useApi()
  const nameOf = useNoteName()
  const { editors } = useWorkbench()
  const { data: settings } = useQuery(api.settings.get.queryOptions())
  const places = readPlaces(settings).toReversed().slice(0, rows)
  const notes = useQueries({
    queries: places.map(({ note }) => api.notes.get.queryOptions({ input: { id: note } })),
  }).flatMap(({ data }) => data ?? [])
  const cases = useQueries({
    queries: notes.map(({ caseId }) => api.cases.get.queryOptions({ input: { id: caseId } })),
  }).map(({ data }) => data?.case)
  if (notes.length === 0) return <p className="watch-box-none">{t('watch.today.nothing')}</p>
  return (
    <ul>
      {notes.map((note, index) => (
        <li key={note.id}>
          <button
            type="button"
            className="watch-day-row"
            onClick={() => editors.open({ type: 'note', noteId: note.id, caseId: note.caseId })}
          >
            <span className="watch-day-case">{nameOf(note)}</span>
            <span className="watch-day-what">{cases[index]?.number ?? ''}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
