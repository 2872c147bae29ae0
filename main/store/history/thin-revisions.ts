import { sql } from 'kysely'
import { z } from 'zod'
import { dateAt, type IsoDate, type Timestamp, timestampSchema } from '../../../shared/case/dates.ts'
import { type NoteId, noteIdSchema } from '../../../shared/case/ids.ts'
import { revisionCauseSchema } from '../../../shared/history/cause.ts'
import { mayGo } from '../../../shared/history/thin.ts'
import { all, type Db, execute, query, transaction } from '../db.ts'
import { StoreRefusal } from '../refusal.ts'

const row = z.object({
  revision: z.int(),
  at: timestampSchema,
  sitting: z.int(),
  cause: revisionCauseSchema,
  base: z.int().nullable(),
  named: z.int().transform(Boolean),
})

/** Thins a note's revisions from `since` on. */
function thin(db: Db, id: NoteId, today: IsoDate, since = 1): void {
  const revisions = query
    .selectFrom('revisions')
    .select([
      'revision',
      'at',
      'sitting',
      'cause',
      'base',
      sql<number>`EXISTS (SELECT 1 FROM named_revisions named
        WHERE named.note_id = revisions.note_id AND named.revision = revisions.revision)`.as('named'),
    ])
    .where('note_id', '=', id)
    .where('revision', '>=', since)
    .orderBy('revision')
  // What is stored as a change of another goes before it.
  for (const revision of mayGo(all(db, revisions, row), today).toReversed())
    execute(db, query.deleteFrom('revisions').where('note_id', '=', id).where('revision', '=', revision))
}

/**
 * What a save lets go: the save before it, if that was in the same minute; or, where it is the first of a day, what was kept of
 * the minutes of the days before. Part of the transaction of the save.
 */
export function thinAfterSave(
  db: Db,
  id: NoteId,
  before: { readonly revision: number; readonly at: Timestamp },
  today: IsoDate,
): void {
  if (dateAt(before.at) === today) thin(db, id, today, before.revision)
  else thin(db, id, today)
  execute(
    db,
    query
      .insertInto('notes_to_thin')
      .values({ note_id: id })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/** So many notes are thinned at a time that nobody waits for it; the others come next time. */
const MOST_NOTES = 500

const dueRow = z.object({ note_id: noteIdSchema, at: timestampSchema, status: z.string() })

/** Thins notes that were saved on days before `today` and not since, where the archive can be written. */
export function thinEarlierDays(db: Db, today: IsoDate): void {
  // A cross join is read from the left: left to choose, SQLite goes through every note to find the few that are due.
  const due = query
    .selectFrom('notes_to_thin')
    .crossJoin('notes')
    .whereRef('notes.id', '=', 'notes_to_thin.note_id')
    .select(['notes_to_thin.note_id', 'notes.updated_at as at', 'notes.status'])
    .where('notes.updated_at', '<', today)
    .limit(MOST_NOTES)
  try {
    transaction(db, () => {
      for (const { note_id: id, at, status } of all(db, due, dueRow)) {
        if (dateAt(at) >= today) continue
        // What is signed stays as it is, its revisions too.
        if (status === 'utkast') thin(db, id, today)
        execute(db, query.deleteFrom('notes_to_thin').where('note_id', '=', id))
      }
    })
  } catch (error) {
    // It can be read all the same, and is thinned another time.
    if (!(error instanceof StoreRefusal)) throw error
  }
}
