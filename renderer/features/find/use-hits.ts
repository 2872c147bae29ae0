import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { NoteId } from '../../../shared/case/ids.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useNoteName } from '../../note-model/note-name.ts'
import { useActiveNote, useNoteServices, useSessions } from '../../note-model/use-note.ts'
import { useFind } from './find-store.ts'
import { findHits, type Hit, type SearchedNote } from './hits.ts'
import { textsOf } from './texts.ts'

/** What the open notes say: all of them, the active one first, or that one alone. Another list when anything in it changes. */
function useSearched(all: boolean): readonly SearchedNote[] {
  const t = useT()
  const language = useLanguage()
  const { readings } = useNoteServices()
  const sessions = useSessions()
  const nameOf = useNoteName()
  const active = useActiveNote()
  const begun = useFind((state) => state.first)
  const from = all ? begun : active
  const version = useRef(0)
  const subscribe = useCallback(
    (listener: () => void) =>
      readings.onChange(() => {
        version.current += 1
        listener()
      }),
    [readings],
  )
  const read = useSyncExternalStore(subscribe, () => version.current)
  return useMemo(() => {
    const ids = sessions.map(({ id }) => id)
    const first = ids.filter((id) => id === from)
    const others = all ? ids.filter((id) => id !== from) : []
    // `read` is the number of the readings' state, which the lines below look at.
    void read
    return [...first, ...others].flatMap((id: NoteId): SearchedNote[] => {
      const reading = readings.of(id)
      const session = sessions.find((each) => each.id === id)
      if (reading === undefined || session === undefined) return []
      const { caseId } = session.note()
      const title = t('find.note', { title: nameOf(session.note()), number: reading.context.case.number })
      return [{ note: id, caseId, title, texts: textsOf(reading, language) }]
    })
  }, [sessions, from, all, readings, read, language, nameOf, t])
}

/** The hits in the open notes, or in the active one alone. */
export function useHits(query: string, all: boolean): readonly Hit[] {
  const searched = useSearched(all)
  return useMemo(() => findHits(searched, query), [searched, query])
}
