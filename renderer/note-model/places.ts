import { z } from 'zod'
import { type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import { whereSchema } from '../../shared/note/marker.ts'
import type { Clock } from '../base/clock.ts'

const character = z.int().min(0).max(1_000_000)
const placeSchema = z.strictObject({
  note: noteIdSchema,
  where: whereSchema,
  caret: z.strictObject({ start: character, end: character }).optional(),
  /** How far the note was scrolled, in pixels. */
  top: z.number().min(0).max(10_000_000),
})
/** Where somebody was in a note: ids and numbers, none of its words. */
export type NotePlaceKept = z.infer<typeof placeSchema>

/** The setting of the archive that keeps the places. */
export const PLACES_KEY = 'places'

/** What the archive's settings keep of places, the one that was worked in last at the end. */
export function readPlaces(settings: Readonly<Record<string, unknown>> | undefined): NotePlaceKept[] {
  return readStored(settings?.[PLACES_KEY])
}

function readStored(stored: unknown): NotePlaceKept[] {
  const list = z.array(z.unknown()).safeParse(stored)
  return (list.data ?? []).flatMap((each) => placeSchema.safeParse(each).data ?? [])
}

/** Of how many notes the place is kept: those that were worked in last. */
const MOST = 50
const QUIET_MS = 1500

/** Where somebody was in each note, kept in the archive from one start to the next. */
export interface Places {
  /** Takes over what the archive keeps; what has been kept here since is newer. */
  take: (stored: unknown) => void
  of: (note: NoteId) => NotePlaceKept | undefined
  /** Keeps a place, and stores it when nothing more has been kept for a while. */
  keep: (place: NotePlaceKept) => void
  /** Stores at once what waits for its turn. */
  flush: () => Promise<void>
}

/** `store` writes the places in the archive; where it cannot, they are kept until it can. */
export function createPlaces(store: (places: NotePlaceKept[]) => Promise<void>, clock: Clock): Places {
  const places = new Map<NoteId, NotePlaceKept>()
  let cancel: (() => void) | undefined

  function put(place: NotePlaceKept): void {
    places.delete(place.note)
    places.set(place.note, place)
    for (const oldest of places.keys()) {
      if (places.size <= MOST) break
      places.delete(oldest)
    }
  }

  async function flush(): Promise<void> {
    if (cancel === undefined) return
    cancel()
    cancel = undefined
    await store([...places.values()])
  }

  return {
    take: (stored) => {
      const read = readStored(stored)
      const since = [...places.values()]
      places.clear()
      for (const place of [...read, ...since]) put(place)
    },
    of: (note) => places.get(note),
    keep: (place) => {
      put(place)
      cancel?.()
      cancel = clock.after(QUIET_MS, () => void flush())
    },
    flush,
  }
}
