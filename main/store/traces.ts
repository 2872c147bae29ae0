// What a case that was disposed of leaves in the file, and how that goes. SQLite writes over what is deleted (secure_delete); but
// where it has moved rows within a page or to another, copies of them stay between what the page holds, and only building the file
// anew is certain to leave none. A small file is built anew at once. Of a large one that takes minutes in which nobody could save, so
// it is done once the archive is closed (build-anew.ts).
import { z } from 'zod'
import { type CaseId, caseIdSchema } from '../../shared/case/ids.ts'
import { all, type Db, execute, first, query, refusingRaw } from './db.ts'
import { withEmptyLog } from './empty-log.ts'
import { type SweepProgress, sweepSearch } from './search/sweep.ts'

/** So large a file is built anew in a third of a second. Own choice. */
const SMALL = 16 << 20

/** Notes that a case has left traces. Part of the transaction that disposes of it. */
export function noteTraces(db: Db, id: CaseId): void {
  execute(db, query.insertInto('traces').values({ case_id: id, indexed: 1 }))
}

/** Whether something of a case that was disposed of may still stand in the file. */
export const hasTraces = (db: Db): boolean =>
  first(db, query.selectFrom('traces').select('case_id').limit(1), z.unknown()) !== undefined

const traceRow = z.object({ case_id: caseIdSchema })

/** The cases that may have left something in the search index. */
const indexed = (db: Db): CaseId[] =>
  all(db, query.selectFrom('traces').select('case_id').where('indexed', '=', 1), traceRow).map(
    ({ case_id }) => case_id,
  )

/** Takes out of the search index what disposed cases have left in it. */
export async function sweepIndex(db: Db, told?: (progress: SweepProgress) => void): Promise<void> {
  const left = indexed(db)
  if (left.length === 0) return
  await sweepSearch(db, told)
  execute(db, query.updateTable('traces').set({ indexed: 0 }).where('case_id', 'in', left))
}

/** How large the file is once its log has been brought into it. */
const sizeOf = (db: Db): number =>
  refusingRaw(db, (raw) =>
    z
      .int()
      .parse(
        raw.prepare('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size').pluck().get(),
      ),
  )

/** Takes what disposed cases have left out of the index and, of a small file, out of its pages; and leaves an empty log. */
export async function sweepTraces(db: Db, told: (progress: SweepProgress) => void): Promise<void> {
  await sweepIndex(db, told)
  if (sizeOf(db) <= SMALL) {
    await withEmptyLog(db, () => refusingRaw(db, (raw) => raw.exec('VACUUM')))
    // One that has been disposed of meanwhile is still in the index, and builds the file anew when it is not.
    execute(db, query.deleteFrom('traces').where('indexed', '=', 0))
  }
  await withEmptyLog(db, () => undefined)
}
