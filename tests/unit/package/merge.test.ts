import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { type Entry, entrySchema, type Thread, threadSchema } from '../../../shared/comments/thread.ts'
import { type ReviewEvent, reviewEventSchema } from '../../../shared/note/review.ts'
import { additionsFault, additionsTo, addsNothing, type KnownReview } from '../../../shared/package/merge.ts'
import { reviewedNoteSchema } from '../../../shared/package/package.ts'

const id = noteIdSchema.parse('0b8d1b8e-6a53-4c8e-9d5e-0a8f6b0a5d11')
const stamped = { at: '2026-03-04T10:00:00.000Z', by: { name: 'Eva Sten', role: 'specialist' } }
const sent = reviewedNoteSchema.parse({ id, revision: 3, digest: 'a'.repeat(64) })

const anyEntry = fc
  .tuple(fc.uuid(), fc.constantFrom('comment', 'resolved', 'reopened'))
  .map(
    ([entry, kind]): Entry =>
      entrySchema.parse({ id: entry, ...stamped, kind, ...(kind === 'comment' ? { text: 'x' } : {}) }),
  )
const anyThread = fc.tuple(fc.uuid(), fc.array(anyEntry, { minLength: 1, maxLength: 4 })).map(
  ([thread, entries]): Thread =>
    threadSchema.parse({
      id: thread,
      note: id,
      anchor: { kind: 'note' },
      place: { kind: 'note' },
      entries,
    }),
)
const anyEvent = fc
  .tuple(fc.uuid(), fc.constantFrom('aterlamna', 'godkann'))
  .map(
    ([event, verb]): ReviewEvent =>
      reviewEventSchema.parse({ id: event, noteId: id, seq: 2, ...stamped, verb, revision: 3, reason: 'x' }),
  )
const anyAnswer = fc.record({
  events: fc.array(anyEvent, { maxLength: 3 }),
  threads: fc.array(anyThread, { maxLength: 4 }),
})
const nothing: KnownReview = { events: [], threads: [] }

/** What is known once all of it has been added. */
function merged(known: KnownReview, additions: ReturnType<typeof additionsTo>): KnownReview {
  const said = (thread: Thread) =>
    additions.entries.flatMap((added) => (added.thread === thread.id ? [added.entry] : []))
  return {
    events: [...known.events, ...additions.events],
    threads: [
      ...known.threads.map((thread) => ({ ...thread, entries: [...thread.entries, ...said(thread)] })),
      ...additions.threads,
    ],
  }
}

describe('what an answer adds', () => {
  test('is nothing the second time, whatever stood there before', () => {
    fc.assert(
      fc.property(anyAnswer, anyAnswer, (answer, before) => {
        const known = merged(nothing, additionsTo({ ...sent, ...before }, nothing))
        const once = merged(known, additionsTo({ ...sent, ...answer }, known))
        expect(addsNothing(additionsTo({ ...sent, ...answer }, once))).toBe(true)
      }),
    )
  })

  test('takes nothing away and adds all that is new', () => {
    fc.assert(
      fc.property(anyAnswer, anyAnswer, (answer, before) => {
        const known = merged(nothing, additionsTo({ ...sent, ...before }, nothing))
        const once = merged(known, additionsTo({ ...sent, ...answer }, known))
        const ids = (of: KnownReview) => [
          ...of.events.map((event) => event.id),
          ...of.threads.flatMap((thread) => [thread.id, ...thread.entries.map((entry) => entry.id)]),
        ]
        const wanted = ids({ events: answer.events, threads: answer.threads })
        expect(new Set(ids(once))).toEqual(new Set([...ids(known), ...wanted]))
      }),
    )
  })
})

const event = reviewEventSchema.parse({
  id: '11111111-1111-4111-8111-111111111111',
  noteId: id,
  seq: 2,
  ...stamped,
  verb: 'godkann',
  revision: 3,
})
const here = { digest: sent.digest, inReview: true, hasWritten: () => false, isOfArchive: () => false }
const additions = { note: sent, events: [event], threads: [], entries: [] }
const other = reviewedNoteSchema.parse({ ...sent, digest: 'b'.repeat(64) })

describe('what does not belong is told from what does @security-package', () => {
  test.each([
    ['a decision on the text that was sent', additions, here, undefined],
    ['a decision on another text', { ...additions, note: other }, here, 'other-text'],
    ['a text that has changed since', additions, { ...here, digest: other.digest }, 'other-text'],
    ['a note that was taken back', additions, { ...here, inReview: false }, 'other-text'],
    ['a decision of whoever wrote the note', additions, { ...here, hasWritten: () => true }, 'own-decision'],
    [
      'a decision in the name of a user here',
      additions,
      { ...here, isOfArchive: () => true },
      'own-decision',
    ],
    [
      'a step that is no decision',
      { ...additions, events: [{ ...event, verb: 'lamna-in' as const }] },
      here,
      'no-review',
    ],
    [
      'a decision on another note',
      { ...additions, events: [{ ...event, noteId: noteIdSchema.parse(event.id) }] },
      here,
      'other-note',
    ],
  ])('%s', (_what, added, standing, fault) => {
    expect(additionsFault(added, sent, standing)).toBe(fault)
  })
})
