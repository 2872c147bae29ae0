import { anchorIn, takesSuggestion, withWords } from '../../shared/comments/passages.ts'
import {
  type Anchor,
  type CommentEntry,
  type Entry,
  type EntryId,
  entryIdSchema,
  isResolved,
  MAX_QUOTE_CHARS,
  suggestionState,
  type Thread,
  threadIdSchema,
  type Words,
} from '../../shared/comments/thread.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { sentenceOf } from '../../shared/note/objections.ts'
import { addEntry, addThread, commentText, readThread, readThreads, writePlace } from '../store/comments.ts'
import { type Db, transaction } from '../store/db.ts'
import { addToLog, type LogAction, type Stamp } from '../store/log.ts'
import { readStoredNote } from '../store/read-notes.ts'
import { refusal } from '../store/refusal.ts'
import { saveNote } from '../store/write-notes.ts'
import { type CallContext, type CoreState, calls, dbOf, stampFor } from './calls.ts'
import { refuseWriter } from './review.ts'

/** What is new in a thread, stamped and with an id of its own. */
const stamped = ({ newId }: CoreState, { by, at }: Stamp) => ({ id: entryIdSchema.parse(newId()), by, at })

/** A comment as it is kept. Other words are suggested for a passage alone. */
function commentOf(
  state: CoreState,
  stamp: Stamp,
  { text, suggestion }: Words,
  anchor: Anchor,
): CommentEntry {
  const words = takesSuggestion(anchor) ? suggestion : undefined
  return {
    ...stamped(state, stamp),
    kind: 'comment',
    text: commentText(text.trim()),
    ...(words === undefined ? {} : { suggestion: commentText(words) }),
  }
}

function logged(db: Db, stamp: Stamp, action: LogAction, note: Thread['note']): void {
  addToLog(db, stamp, action, { caseId: readStoredNote(db, note).caseId, noteId: note })
}

/** Adds to a thread and logs it in one transaction, and tells the windows; nothing of it where there is nothing to add. */
function add(
  { state, line }: CallContext,
  id: Thread['id'],
  action: LogAction,
  entryFor: (thread: Thread, stamp: Stamp) => Entry | undefined,
): Thread {
  const stamp = stampFor(state, 'comment')
  const db = dbOf(state)
  const { thread, changed } = transaction(db, () => {
    const before = readThread(db, id)
    const entry = entryFor(before, stamp)
    if (entry === undefined) return { thread: before, changed: false }
    logged(db, stamp, action, before.note)
    return { thread: addEntry(db, before, entry), changed: true }
  })
  if (changed) state.changes.publish({ type: 'comments', note: thread.note }, line)
  return thread
}

/** The words of a suggestion that waits for an answer. NOT_FOUND, SUGGESTION_SETTLED. */
function suggested(thread: Thread, id: EntryId): string {
  const entry = thread.entries.find((each) => each.id === id)
  if (entry?.kind !== 'comment' || entry.suggestion === undefined)
    throw refusal('NOT_FOUND', { what: 'comment', id })
  if (suggestionState(thread, id) !== 'open') throw refusal('SUGGESTION_SETTLED')
  return entry.suggestion
}

/** Puts the words of a suggestion in its note and resolves the thread. Part of a transaction. */
function accept(
  state: CoreState,
  { thread: id, entry, baseRevision }: { thread: Thread['id']; entry: EntryId; baseRevision: number },
  stamp: Stamp,
): { thread: Thread; note: StoredNote } {
  const db = dbOf(state)
  const thread = readThread(db, id)
  const words = suggested(thread, entry)
  const { place } = thread
  const current = readStoredNote(db, thread.note)
  const pinned = state.templates.find(current.template)
  if (pinned) refuseWriter(state, pinned, stamp)
  const next = takesSuggestion(place) ? withWords(current.answers[place.field], place, words) : undefined
  if (!takesSuggestion(place) || next === undefined) throw refusal('SUGGESTION_STALE')
  const { note } = saveNote(
    db,
    {
      id: thread.note,
      baseRevision,
      answers: { ...current.answers, [place.field]: next },
      objections: current.objections?.map(sentenceOf),
      cause: 'godtaget-forslag',
    },
    stamp,
  )
  // The passage is now the words that were put in its place, whatever the save has made of it.
  if (words.trim() !== '')
    writePlace(db, id, { ...place, end: place.start + words.length, quote: words.slice(0, MAX_QUOTE_CHARS) })
  logged(db, stamp, 'suggestion-accepted', thread.note)
  const accepted: Entry = { ...stamped(state, stamp), kind: 'accepted', of: entry, revision: note.revision }
  addEntry(db, thread, accepted)
  return { thread: readThread(db, id), note }
}

/** Comments on the notes of the open archive. A note that is signed takes them as well: they change nothing of its record. */
export const commentCalls = {
  ofNote: calls.comments.ofNote.handler(({ input: { note }, context: { state } }) => {
    const db = dbOf(state)
    readStoredNote(db, note)
    return readThreads(db, note)
  }),

  begin: calls.comments.begin.handler(({ input: { note: id, anchor: asked, ...words }, context }) => {
    const { state, line } = context
    const stamp = stampFor(state, 'comment')
    const db = dbOf(state)
    const thread = transaction(db, () => {
      const anchor = anchorIn(asked, readStoredNote(db, id).answers)
      const begun: Thread = {
        id: threadIdSchema.parse(state.newId()),
        note: id,
        anchor,
        place: anchor,
        entries: [commentOf(state, stamp, words, anchor)],
      }
      addThread(db, begun)
      logged(db, stamp, 'comment-added', id)
      return begun
    })
    state.changes.publish({ type: 'comments', note: id }, line)
    return thread
  }),

  reply: calls.comments.reply.handler(({ input: { thread: id, ...words }, context }) =>
    add(context, id, 'comment-answered', (thread, stamp) => {
      if (isResolved(thread)) throw refusal('COMMENT_RESOLVED')
      return commentOf(context.state, stamp, words, thread.place)
    }),
  ),

  resolve: calls.comments.resolve.handler(({ input: { thread: id }, context }) =>
    add(context, id, 'comment-resolved', (thread, stamp) =>
      isResolved(thread) ? undefined : { ...stamped(context.state, stamp), kind: 'resolved' },
    ),
  ),

  reopen: calls.comments.reopen.handler(({ input: { thread: id }, context }) =>
    add(context, id, 'comment-reopened', (thread, stamp) =>
      isResolved(thread) ? { ...stamped(context.state, stamp), kind: 'reopened' } : undefined,
    ),
  ),

  accept: calls.comments.accept.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const done = transaction(dbOf(state), () => accept(state, input, stamp))
    const { id, caseId } = done.note
    state.changes.publish({ type: 'note-saved', id, caseId }, line)
    state.changes.publish({ type: 'comments', note: id }, line)
    return done
  }),

  decline: calls.comments.decline.handler(({ input: { thread: id, entry, reason }, context }) =>
    add(context, id, 'suggestion-declined', (thread, stamp) => {
      suggested(thread, entry)
      return { ...stamped(context.state, stamp), kind: 'declined', of: entry, text: commentText(reason) }
    }),
  ),
}
