import { z } from 'zod'
import { type IsoDate, isoDateSchema } from '../../../shared/case/dates.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { all, type Db, execute, query } from '../db.ts'

/** Puts a case aside in a user's lists until a day; null takes it back. Part of a transaction. */
export function writeMark(db: Db, caseId: CaseId, userId: string, until: IsoDate | null): void {
  if (until === null) {
    const kept = query.deleteFrom('case_marks').where('user_id', '=', userId)
    execute(db, kept.where('case_id', '=', caseId))
    return
  }
  execute(
    db,
    query
      .insertInto('case_marks')
      .values({ case_id: caseId, user_id: userId, until })
      .onConflict((conflict) => conflict.columns(['user_id', 'case_id']).doUpdateSet({ until })),
  )
}

const markRow = z
  .object({ user_id: z.string(), until: isoDateSchema })
  .transform(({ user_id, until }) => ({ user: user_id, until }))

/** Who has put a case aside in their lists, and until when. */
export function marksOf(db: Db, caseId: CaseId): z.infer<typeof markRow>[] {
  const kept = query.selectFrom('case_marks').select(['user_id', 'until']).where('case_id', '=', caseId)
  return all(db, kept.orderBy('user_id'), markRow)
}
