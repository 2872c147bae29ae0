import { buildAnew } from '../store/build-anew.ts'
import type { Db } from '../store/db.ts'
import { abandonDatabase, closeDatabase } from '../store/open.ts'
import type { Readers } from '../store/readers/readers.ts'

/** What is taken over of an archive that has been left. */
interface LeftArchive {
  readonly db: Db
  readonly readers: Readers
  readonly key: { readonly bytes: Uint8Array }
}

/** Builds the files of archives anew that have been left and hold traces of disposed cases, one at a time. */
export interface Rebuilding {
  /** Takes over an archive that has been left, and closes it when it is done. */
  readonly begin: (left: LeftArchive) => void
  readonly isBuilding: (path: string) => boolean
  /** Gives an archive up again that is to be worked in: its database, which is open; undefined where it has none of this path. */
  readonly takeBack: (path: string) => Db | undefined
  /** When nothing is being built any more. */
  readonly ended: () => Promise<void>
}

interface Running {
  readonly left: LeftArchive
  readonly stop: AbortController
  readonly done: Promise<void>
}

/** `failed` is told where one could not be built: it is tried again when it is next left. */
export function createRebuilding(failed: () => void): Rebuilding {
  const running = new Map<string, Running>()
  /** The ends of threads that write what nobody wants any more. */
  const ending = new Map<string, Promise<void>>()

  async function run({ db, readers, key }: LeftArchive, signal: AbortSignal): Promise<void> {
    try {
      await ending.get(db.path)
      await buildAnew({ db, readers, key: key.bytes }, signal)
    } catch {
      if (signal.aborted) return
      failed()
      await readers.end()
      if (db.isInPlace()) closeDatabase(db)
      else abandonDatabase(db)
    } finally {
      key.bytes.fill(0)
      if (!signal.aborted) running.delete(db.path)
    }
  }

  return {
    begin: (left) => {
      const stop = new AbortController()
      running.set(left.db.path, { left, stop, done: run(left, stop.signal) })
    },
    isBuilding: (path) => running.has(path),
    takeBack: (path) => {
      const built = running.get(path)
      if (built === undefined) return undefined
      running.delete(path)
      built.stop.abort()
      ending.set(path, built.left.readers.end())
      return built.left.db
    },
    ended: async () => {
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
