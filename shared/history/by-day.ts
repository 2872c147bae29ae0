import { z } from 'zod'
import { dateAt, type IsoDate } from '../case/dates.ts'
import { noteIdSchema } from '../case/ids.ts'
import { type Revision, type RevisionHead, revisionSchema } from './revision.ts'

/** What a note said when each day that it was saved on was over, as far as that is kept; oldest first. */
export const noteByDaySchema = z.object({ note: noteIdSchema, revisions: z.array(revisionSchema) })
export type NoteByDay = z.infer<typeof noteByDaySchema>

/** The last revision of each day, of all that are kept of a note in their order. */
export const lastOfDays = <Head extends RevisionHead>(heads: readonly Head[]): Head[] => [
  ...new Map(heads.map((head) => [dateAt(head.at), head])).values(),
]

/**
 * What a note said on a day: its last revision until then. One that came in with its history elsewhere is older than the first that
 * is kept of it, which is then the nearest that anybody knows.
 */
export const revisionOn = (revisions: readonly Revision[], day: IsoDate): Revision | undefined =>
  revisions.findLast(({ at }) => dateAt(at) <= day) ?? revisions[0]
