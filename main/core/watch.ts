import { MOST_COUNTED, type Whose } from '../../shared/api/watch.ts'
import { isoDateSchema } from '../../shared/case/dates.ts'
import { sortKey } from '../../shared/case/sort-key.ts'
import { lateKinds } from '../../shared/note/late.ts'
import type { WatchQuery } from '../../shared/watch/list.ts'
import type { WatchAsked, WatchCursor, WatchPage, WatchRow } from '../../shared/watch/row.ts'
import { readCase } from '../store/cases.ts'
import { transaction } from '../store/db.ts'
import { addToLog } from '../store/log.ts'
import { watchCount, watchPage } from '../store/readers/questions.ts'
import { refusal } from '../store/refusal.ts'
import { writeMark } from '../store/watch/marks.ts'
import type { WatchReader } from '../store/watch/read.ts'
import { type CoreState, calls, dbOf, openArchiveOf, reading, refuseExport, stampFor } from './calls.ts'

/** So many rows are read at a time for a file, and so many are the most that one takes. Own choice. */
const STRETCH = 500
const MOST_EXPORTED = 50_000

/** Whoever works now, as the lists know them. */
function readerOf(state: CoreState, asked: Whose): WatchReader {
  const { id, name } = openArchiveOf(state).user
  return { userId: id ?? name, assignedKey: asked === 'mine' ? sortKey(name) : undefined }
}

/** All rows of a list. LIST_TOO_LONG. */
async function everyRow(state: CoreState, asked: WatchAsked, reader: WatchReader): Promise<WatchRow[]> {
  if ((await reading(state, watchCount, { asked, reader, most: MOST_EXPORTED + 1 })) > MOST_EXPORTED)
    throw refusal('LIST_TOO_LONG', { limit: MOST_EXPORTED })
  const read: WatchRow[] = []
  let cursor: WatchCursor | undefined
  do {
    const page: WatchPage = await reading(state, watchPage, { asked, reader, cursor, limit: STRETCH })
    read.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return read
}

/** What is to be followed up from a day on, in open cases. */
const toFollowUp: WatchQuery = {
  of: 'due',
  filters: [
    { column: 'late', op: 'atMost', number: 0 },
    { column: 'closedOn', op: 'empty' },
  ],
  columns: ['dueKind', 'due'],
  sort: [{ column: 'due', descending: false }],
}

const fileOf = ({
  fileName,
  mimeType,
  bytes,
}: {
  fileName: string
  mimeType: string
  bytes: Uint8Array
}) => ({
  fileName,
  mimeType,
  base64: Buffer.from(bytes).toString('base64'),
})

/** Watch lists over all cases, read from what is derived of the notes. */
export const watchCalls = {
  page: calls.watch.page.handler(
    ({ input: { whose, cursor, limit, ...asked }, context: { state }, signal }) =>
      reading(state, watchPage, { asked, reader: readerOf(state, whose), cursor, limit }, signal),
  ),

  count: calls.watch.count.handler(async ({ input: { whose, ...asked }, context: { state }, signal }) => {
    const counted = { asked, reader: readerOf(state, whose), most: MOST_COUNTED + 1 }
    return { count: await reading(state, watchCount, counted, signal) }
  }),

  mark: calls.watch.mark.handler(({ input: { caseId, until }, context: { state, line } }) => {
    const db = dbOf(state)
    readCase(db, caseId)
    transaction(db, () => writeMark(db, caseId, readerOf(state, 'all').userId, until))
    state.changes.publish({ type: 'marks' }, line)
  }),

  export: calls.watch.export.handler(async ({ input, context: { state } }) => {
    const { whose, format, language, ...asked } = input
    const stamp = stampFor(state, 'export')
    refuseExport(state, format)
    const rows = await everyRow(state, asked, readerOf(state, whose))
    addToLog(dbOf(state), stamp, 'list-exported')
    const { listFile } = await import('../export/list/table.ts')
    return fileOf(await listFile(asked, rows, format, state.policies.policies.language ?? language))
  }),

  calendar: calls.watch.calendar.handler(
    async ({ input: { today, whose, language }, context: { state } }) => {
      const stamp = stampFor(state, 'export')
      refuseExport(state, 'ics')
      const coming = await everyRow(state, { query: toFollowUp, today }, readerOf(state, whose))
      const days = coming.flatMap(calendarDay)
      addToLog(dbOf(state), stamp, 'calendar-exported')
      const { calendarFile } = await import('../export/list/calendar.ts')
      const spoken = state.policies.policies.language ?? language
      return fileOf(calendarFile(days, { today, at: new Date(stamp.at), language: spoken }))
    },
  ),
}

function calendarDay({ number, caseId, note, field, row, cells: [said, day] }: WatchRow) {
  const kind = lateKinds.find((each) => each === said)
  const due = isoDateSchema.safeParse(day).data
  if (kind === undefined || due === undefined) return []
  return [{ key: [caseId, note, field, row].join(' '), number, kind, due }]
}
