import { sql } from 'kysely'
import { z } from 'zod'
import { timestampSchema } from '../../shared/case/dates.ts'
import { type CaseId, type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import { followAnswers } from '../../shared/comments/passages.ts'
import {
  type Anchor,
  anchorSchema,
  type Entry,
  entryIdSchema,
  entrySchema,
  MAX_COMMENT_CHARS,
  MAX_ENTRIES,
  MAX_THREADS,
  type Thread,
  type ThreadId,
  threadIdSchema,
} from '../../shared/comments/thread.ts'
import { type Answers, cleanText } from '../../shared/note/answers.ts'
import type { FieldPlaces } from '../../shared/note/places.ts'
import { userSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, first, jsonColumn, query } from './db.ts'
import { refusal } from './refusal.ts'

const threadRow = z.object({
  id: threadIdSchema,
  note_id: noteIdSchema,
  anchor: jsonColumn(anchorSchema),
  place: jsonColumn(anchorSchema),
})
type ThreadRow = z.infer<typeof threadRow>

const entryRow = z
  .object({
    id: entryIdSchema,
    thread_id: threadIdSchema,
    at: timestampSchema,
    by: jsonColumn(userSchema),
    content: jsonColumn(z.looseObject({ kind: z.string() })),
  })
  .transform(({ id, thread_id, at, by, content }): unknown => ({
    threadId: thread_id,
    entry: { ...content, id, at, by },
  }))
  .pipe(z.object({ threadId: threadIdSchema, entry: entrySchema }))

const threads = query.selectFrom('comment_threads').selectAll()
const entries = query
  .selectFrom('comment_entries')
  .innerJoin('comment_threads', 'comment_threads.id', 'comment_entries.thread_id')
  .selectAll('comment_entries')
  .orderBy('seq')

function threadOf({ id, note_id, anchor, place }: ThreadRow, of: readonly Entry[]): Thread {
  return { id, note: note_id, anchor, place, entries: [...of] }
}

/** The threads of a note in the order they were begun. */
export function readThreads(db: Db, note: NoteId): Thread[] {
  const found = all(db, threads.where('note_id', '=', note).orderBy(sql`comment_threads.rowid`), threadRow)
  if (found.length === 0) return []
  const done = all(db, entries.where('note_id', '=', note), entryRow)
  const byThread = Map.groupBy(done, ({ threadId }) => threadId)
  return found.map((row) =>
    threadOf(
      row,
      (byThread.get(row.id) ?? []).map(({ entry }) => entry),
    ),
  )
}

/** The threads of all notes of a case. */
export function threadsOfCase(db: Db, id: CaseId): Thread[] {
  const noted = query
    .selectFrom('comment_threads')
    .innerJoin('notes', 'notes.id', 'comment_threads.note_id')
    .select('notes.id')
    .distinct()
    .where('notes.case_id', '=', id)
  return all(db, noted, z.object({ id: noteIdSchema })).flatMap((note) => readThreads(db, note.id))
}

/** One thread. NOT_FOUND. */
export function readThread(db: Db, id: ThreadId): Thread {
  const row = first(db, threads.where('id', '=', id), threadRow)
  if (!row) throw refusal('NOT_FOUND', { what: 'comment', id })
  return threadOf(
    row,
    all(db, entries.where('thread_id', '=', id), entryRow).map(({ entry }) => entry),
  )
}

/** A text as it is kept. TOO_LARGE. */
export function commentText(text: string): string {
  const cleaned = cleanText(text)
  if (cleaned.length > MAX_COMMENT_CHARS)
    throw refusal('TOO_LARGE', { field: 'comment', characters: cleaned.length, limit: MAX_COMMENT_CHARS })
  return cleaned
}

/** Adds a thread with what it begins with. Part of a transaction. TOO_MANY_COMMENTS. */
export function addThread(db: Db, { id, note, anchor, place, entries: begun }: Thread): void {
  const held = readThreads(db, note)
  if (held.length >= MAX_THREADS) throw refusal('TOO_MANY_COMMENTS', { limit: MAX_THREADS })
  execute(
    db,
    query.insertInto('comment_threads').values({
      id,
      note_id: note,
      anchor: JSON.stringify(anchor),
      place: JSON.stringify(place),
    }),
  )
  for (const entry of begun) writeEntry(db, id, entry)
}

function writeEntry(db: Db, thread: ThreadId, { id, at, by, ...content }: Entry): void {
  execute(
    db,
    query.insertInto('comment_entries').values({
      id,
      thread_id: thread,
      at,
      by: JSON.stringify(by),
      content: JSON.stringify(content),
    }),
  )
}

/** Adds to a thread, and gives it as it then is. Part of a transaction. TOO_MANY_COMMENTS. */
export function addEntry(db: Db, thread: Thread, entry: Entry): Thread {
  if (thread.entries.length >= MAX_ENTRIES) throw refusal('TOO_MANY_COMMENTS', { limit: MAX_ENTRIES })
  writeEntry(db, thread.id, entry)
  return { ...thread, entries: [...thread.entries, entry] }
}

/** Says where a thread stands now. */
export function writePlace(db: Db, id: ThreadId, place: Anchor): void {
  const next = query.updateTable('comment_threads').set({ place: JSON.stringify(place) })
  execute(db, next.where('id', '=', id))
}

const isGone = (place: Anchor) => place.kind === 'passage' && place.gone === true

/**
 * Lets the threads of a note follow its answers from what they were to what they are, and to where they are. Whether the words of any have gone, or come
 * back. Part of the save's transaction.
 */
export function followThreads(
  db: Db,
  note: NoteId,
  before: Answers,
  after: Answers,
  places?: FieldPlaces,
): boolean {
  let hasTurned = false
  for (const { id, place, anchor } of all(db, threads.where('note_id', '=', note), threadRow)) {
    const next = followAnswers(place, before, after, { begun: anchor, places })
    if (next === place) continue
    writePlace(db, id, next)
    hasTurned ||= isGone(next) !== isGone(place)
  }
  return hasTurned
}
