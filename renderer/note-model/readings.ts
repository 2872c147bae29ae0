import { useCallback, useSyncExternalStore } from 'react'
import type { NoteId } from '../../shared/case/ids.ts'
import type { NoteContext } from '../../shared/note/context.ts'
import { type Note, plainNote } from '../../shared/note/note.ts'
import { type Analysis, analyse, update } from '../../shared/rules/index.ts'
import type { Template } from '../../shared/template/template.ts'
import { createListeners, type Unsubscribe } from '../base/listeners.ts'
import type { MarkerService } from './marker-service.ts'
import type { NoteSession } from './session/note-session.ts'

/**
 * Every open note as it reads now. This is the one place in the window that reads and checks notes, once for each state
 * of their answers; form, outline, handläggarstöd, journal and Problems look here and evaluate nothing themselves.
 */
export interface ReadingService {
  /** Reads a session from now on, in this context. Called again where the context is another. */
  follow: (session: NoteSession, template: Template, context: NoteContext) => void
  forget: (id: NoteId) => void
  /** The reading of a note that is followed; another object for each state of it. */
  of: (id: NoteId) => Analysis | undefined
  /** Called with the note whose reading changed. */
  onChange: (listener: (id: NoteId) => void) => Unsubscribe
}

/** What of a note changes when nothing is written in it. */
const stateOf = (note: Note) => (note.status === 'journalford' && note.annulled ? 'annulled' : note.status)

interface Followed {
  state: Analysis
  stop: () => void
}

/** No readings yet; what is found in the drafts goes to `markers`. A signed note is read, but nothing in it can be mended. */
export function createReadings(markers: Pick<MarkerService, 'replace'>): ReadingService {
  const followed = new Map<NoteId, Followed>()
  const changes = createListeners<NoteId>()

  function put(id: NoteId, held: Followed, state: Analysis): void {
    if (state === held.state) return
    held.state = state
    tell(id, state)
  }
  function tell(id: NoteId, { note, markers: found }: Analysis): void {
    markers.replace('check', id, note.status === 'utkast' ? found : [])
    changes.emit(id)
  }

  function begin(session: NoteSession, template: Template, context: NoteContext): void {
    const { id } = session
    const now = () => plainNote(session.current())
    const held: Followed = { state: analyse({ note: now(), template }, context), stop: () => undefined }
    const stopEdits = session.onEdit((fields) => put(id, held, update(held.state, now(), fields)))
    const stopStates = session.onState(() => {
      if (stateOf(session.note()) !== stateOf(held.state.note))
        put(id, held, analyse({ note: now(), template }, held.state.context))
    })
    held.stop = () => {
      stopEdits()
      stopStates()
    }
    followed.set(id, held)
    tell(id, held.state)
  }

  return {
    follow: (session, template, context) => {
      const held = followed.get(session.id)
      if (held?.state.template === template)
        put(session.id, held, update(held.state, plainNote(session.current()), [], context))
      else {
        held?.stop()
        begin(session, template, context)
      }
    },
    forget: (id) => {
      followed.get(id)?.stop()
      if (followed.delete(id)) changes.emit(id)
    },
    of: (id) => followed.get(id)?.state,
    onChange: changes.add,
  }
}

/**
 * What `select` takes from the reading of a note; undefined until it is read. The component renders when that is another,
 * so `select` gives what is the same for as long as it says the same: a text, or a part that the reading keeps.
 */
export function useReadingOf<T>(
  readings: ReadingService,
  id: NoteId,
  select: (read: Analysis) => T,
): T | undefined {
  const subscribe = useCallback(
    (listener: () => void) =>
      readings.onChange((changed) => {
        if (changed === id) listener()
      }),
    [readings, id],
  )
  return useSyncExternalStore(subscribe, () => {
    const read = readings.of(id)
    return read && select(read)
  })
}
