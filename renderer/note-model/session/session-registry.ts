import type { NoteId } from '../../../shared/case/ids.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import type { Clock } from '../../base/clock.ts'
import { createListeners, type Unsubscribe } from '../../base/listeners.ts'
import { createNoteSession, type NoteSession } from './note-session.ts'
import type { SavePort } from './save.ts'

/** The sessions of all open notes. A note that is not saved stays open here even when its tab has gone. */
export interface SessionRegistry {
  get: (id: NoteId) => NoteSession | undefined
  /** The session of a note, begun from what the store has where there is none. A newer note is taken over. */
  open: (note: StoredNote) => NoteSession
  /** Keeps a session while somebody shows the note. Call what it gives when they don't any more. */
  hold: (id: NoteId) => Unsubscribe
  /** Forgets a session with what is unsaved in it: its case has gone from the archive. */
  drop: (id: NoteId) => void
  /** All sessions; the same array until one comes or goes. */
  all: () => readonly NoteSession[]
  /** Sends everything unsaved. True when all of it is in the store. */
  flushAll: () => Promise<boolean>
  /** Called when a session comes or goes. */
  onChange: (listener: () => void) => Unsubscribe
}

export function createSessionRegistry(port: SavePort, clock: Clock): SessionRegistry {
  const sessions = new Map<NoteId, NoteSession>()
  const holders = new Map<NoteId, number>()
  const changes = createListeners<void>()
  let list: readonly NoteSession[] = []

  function changed(): void {
    list = [...sessions.values()]
    changes.emit()
  }

  function close(session: NoteSession): void {
    session.dispose()
    sessions.delete(session.id)
    changed()
  }

  function closeIfDone(session: NoteSession): void {
    if ((holders.get(session.id) ?? 0) > 0 || sessions.get(session.id) !== session) return
    if (!session.isDirty()) close(session)
  }

  async function release(session: NoteSession): Promise<void> {
    await session.flush()
    closeIfDone(session)
  }

  return {
    get: (id) => sessions.get(id),
    open: (note) => {
      const open = sessions.get(note.id)
      if (open) {
        open.receive(note)
        return open
      }
      const session = createNoteSession(note, port, clock)
      sessions.set(note.id, session)
      // What failed to be saved when its tab closed goes away once it is.
      session.onState(() => {
        if (session.saveState().kind === 'saved') closeIfDone(session)
      })
      changed()
      return session
    },
    hold: (id) => {
      holders.set(id, (holders.get(id) ?? 0) + 1)
      let held = true
      return () => {
        if (!held) return
        held = false
        holders.set(id, (holders.get(id) ?? 1) - 1)
        const session = sessions.get(id)
        if (session) void release(session)
      }
    },
    drop: (id) => {
      const session = sessions.get(id)
      if (session) close(session)
    },
    all: () => list,
    flushAll: async () => (await Promise.all(list.map((session) => session.flush()))).every(Boolean),
    onChange: changes.add,
  }
}
