import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { noteIdSchema, rowIdSchema } from '../case/ids.ts'
import { fieldIdSchema } from '../fields/base.ts'
import { userSchema } from '../user/user.ts'

export const threadIdSchema = z.uuid().brand<'ThreadId'>()
export type ThreadId = z.infer<typeof threadIdSchema>
export const entryIdSchema = z.uuid().brand<'CommentEntryId'>()
export type EntryId = z.infer<typeof entryIdSchema>

/** The longest comment, suggestion or reason, in UTF-16 units. Own choice: a comment is no document. */
export const MAX_COMMENT_CHARS = 10_000
/** The longest passage that a comment is about; about more of a text, it is about the field. Own choice. */
export const MAX_QUOTE_CHARS = 5_000
/** The most threads of a note, and the most that is done in one. Own choice. */
export const MAX_THREADS = 500
export const MAX_ENTRIES = 500

/**
 * A part of a field's text, by UTF-16 units of its plain words, and what it says. `gone` where that text has been removed:
 * it then says what it said, and `start` is where it stood.
 */
export const passageSchema = z.strictObject({
  kind: z.literal('passage'),
  field: fieldIdSchema,
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string().min(1).max(MAX_QUOTE_CHARS),
  gone: z.literal(true).optional(),
})
export type Passage = z.infer<typeof passageSchema>

/** What of a note a comment is about. A row keeps how it was called when the comment was made. */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note') }),
  z.strictObject({ kind: z.literal('field'), field: fieldIdSchema }),
  z.strictObject({
    kind: z.literal('row'),
    field: fieldIdSchema,
    row: rowIdSchema,
    quote: z.string().max(MAX_QUOTE_CHARS),
  }),
  passageSchema,
])
export type Anchor = z.infer<typeof anchorSchema>

const stamped = { id: entryIdSchema, at: timestampSchema, by: userSchema }

/**
 * What is done in a thread, in order: written, resolved, opened again, and a suggestion accepted or declined. Nothing of it is
 * ever changed or taken away.
 */
export const entrySchema = z.discriminatedUnion('kind', [
  /** `suggestion`: words in place of the passage's; none at all where it should go. */
  z.strictObject({
    ...stamped,
    kind: z.literal('comment'),
    text: z.string(),
    suggestion: z.string().optional(),
  }),
  z.strictObject({ ...stamped, kind: z.literal('resolved') }),
  z.strictObject({ ...stamped, kind: z.literal('reopened') }),
  /** `revision`: the note's, with the words of the suggestion in it. */
  z.strictObject({
    ...stamped,
    kind: z.literal('accepted'),
    of: entryIdSchema,
    revision: z.int().min(1),
  }),
  z.strictObject({ ...stamped, kind: z.literal('declined'), of: entryIdSchema, text: z.string().min(1) }),
])
export type Entry = z.infer<typeof entrySchema>
export type CommentEntry = Extract<Entry, { kind: 'comment' }>

/** Words that are written, and words suggested in place of a passage's; nothing where the passage should go. */
export const wordsSchema = z.strictObject({ text: z.string(), suggestion: z.string().optional() })
export type Words = z.infer<typeof wordsSchema>

/** A thread: what it was about when it was begun, where that stands now, and all that has been done in it. */
export const threadSchema = z.strictObject({
  id: threadIdSchema,
  note: noteIdSchema,
  anchor: anchorSchema,
  place: anchorSchema,
  entries: z.array(entrySchema).min(1),
})
export type Thread = z.infer<typeof threadSchema>

/** Whether nothing more is to be done about a thread: what was last decided of it says so. Accepting resolves as well. */
export function isResolved({ entries }: Pick<Thread, 'entries'>): boolean {
  const last = entries.findLast(({ kind }) => kind !== 'comment' && kind !== 'declined')
  return last !== undefined && last.kind !== 'reopened'
}

export type SuggestionState = 'open' | 'accepted' | 'declined'

/** How it went with the suggestion of an entry; undefined where the entry suggests nothing. */
export function suggestionState(
  { entries }: Pick<Thread, 'entries'>,
  id: EntryId,
): SuggestionState | undefined {
  const entry = entries.find((each) => each.id === id)
  if (entry?.kind !== 'comment' || entry.suggestion === undefined) return undefined
  const decided = entries.find(
    (each) => (each.kind === 'accepted' || each.kind === 'declined') && each.of === id,
  )
  return decided?.kind === 'accepted' || decided?.kind === 'declined' ? decided.kind : 'open'
}

/** The suggestion that waits for an answer: the newest of a thread that is open. */
export function openSuggestion(thread: Pick<Thread, 'entries'>): CommentEntry | undefined {
  if (isResolved(thread)) return undefined
  return thread.entries.findLast(
    (entry): entry is CommentEntry =>
      entry.kind === 'comment' && suggestionState(thread, entry.id) === 'open',
  )
}
