import { z } from 'zod'
import { countWatched, readWatchPage, type WatchReader } from '../../../main/store/watch/read.ts'
import { MOST_COUNTED, type Whose, whose } from '../../../shared/api/watch.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { shippedLists } from '../../../shared/watch/shipped.ts'
import type { Scale, ScaleBench } from './scale.ts'

/** So many rows the window reads at a time. */
const PAGE = 100

const keyRow = z.object({ key: z.string() })
const readers = new WeakMap<Scale, WatchReader>()

/** Whoever has the most cases, who waits the longest for their own. */
function readerOf(scale: Scale, asked: Whose): WatchReader {
  const known = readers.get(scale)
  const sql =
    'SELECT assigned_key AS key FROM case_facts GROUP BY assigned_key ORDER BY count(*) DESC LIMIT 1'
  const mine = known ?? {
    userId: 'bench',
    assignedKey: keyRow.parse(scale.db.raw.prepare(sql).get()).key,
  }
  readers.set(scale, mine)
  return asked === 'mine' ? mine : { ...mine, assignedKey: undefined }
}

/** Every list that ships, of one's own cases and of all: its first page, and how many rows it has. */
export const watchBenches: readonly ScaleBench[] = shippedLists.flatMap(({ id, query }) =>
  whose.flatMap((asked): ScaleBench[] => {
    const of = (scale: Scale) => ({
      asked: { query, today: isoDateSchema.parse(scale.today) },
      reader: readerOf(scale, asked),
    })
    return [
      {
        name: `watch ${id}, ${asked}, first page`,
        budget: 30,
        times: 40,
        run: (scale) => readWatchPage(scale.db, { ...of(scale), limit: PAGE }),
      },
      {
        name: `watch ${id}, ${asked}, count`,
        budget: 150,
        times: 40,
        run: (scale) => countWatched(scale.db, { ...of(scale), most: MOST_COUNTED + 1 }),
      },
    ]
  }),
)
