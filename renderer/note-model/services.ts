import { z } from 'zod'
import type { NoteId } from '../../shared/case/ids.ts'
import type { Anchor, ThreadId } from '../../shared/comments/thread.ts'
import type { Where } from '../../shared/note/marker.ts'
import type { Client } from '../api/use-client.ts'
import type { Caret } from '../base/caret.ts'
import { systemClock } from '../base/clock.ts'
import { createListeners, type Unsubscribe } from '../base/listeners.ts'
import { createMarkerService, type MarkerService } from './marker-service.ts'
import { createPlaces, PLACES_KEY, type Places } from './places.ts'
import { createReadings, type ReadingService } from './readings.ts'
import { clientSavePort } from './session/save.ts'
import { createSessionRegistry, type SessionRegistry } from './session/session-registry.ts'

/** Where the focus is in a note: for handläggarstöd and outline. */
export interface FocusedField {
  note: NoteId
  field: string
}

/** One value that views follow. */
export interface Cell<T> {
  get: () => T
  set: (value: T) => void
  onChange: (listener: () => void) => Unsubscribe
}

function createCell<T>(initial: T): Cell<T> {
  let value = initial
  const changes = createListeners<void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      changes.emit()
    },
    onChange: changes.add,
  }
}

/** Somewhere in a note that shall have the focus as soon as the note shows it. */
export interface GoTo {
  note: NoteId
  where: Where
  /** What is selected there, where text is typed. */
  caret?: Caret
}

/** What somebody is about to comment on. */
export interface CommentBegun {
  note: NoteId
  anchor: Anchor
}

/** What the note feature keeps beside the views: sessions, markers, where the focus is and shall be. */
export interface NoteServices {
  sessions: SessionRegistry
  markers: MarkerService
  readings: ReadingService
  /** Where somebody was in each note. */
  places: Places
  focused: Cell<FocusedField | undefined>
  goTo: Cell<GoTo | undefined>
  /** The thread of comments that is to have the focus. */
  thread: Cell<ThreadId | undefined>
  /** The comment that is being begun. */
  commenting: Cell<CommentBegun | undefined>
  /** The signing dialog that is open, by note. */
  signing: Cell<NoteId | undefined>
}

const services = new WeakMap<Client, NoteServices>()

/** The note services of a client; made at the first call, the same ever after. */
export function noteServices(client: Client): NoteServices {
  const known = services.get(client)
  if (known) return known
  const markers = createMarkerService()
  const made: NoteServices = {
    sessions: createSessionRegistry(clientSavePort(client), systemClock),
    markers,
    readings: createReadings(markers),
    places: createPlaces(async (places) => {
      const value = z.json().parse(JSON.parse(JSON.stringify(places)))
      // An archive that has closed meanwhile takes no more; the places are kept for the next time.
      await client.settings.set({ key: PLACES_KEY, value }).catch((error: unknown) => console.warn(error))
    }, systemClock),
    focused: createCell<FocusedField | undefined>(undefined),
    goTo: createCell<GoTo | undefined>(undefined),
    thread: createCell<ThreadId | undefined>(undefined),
    commenting: createCell<CommentBegun | undefined>(undefined),
    signing: createCell<NoteId | undefined>(undefined),
  }
  services.set(client, made)
  return made
}
