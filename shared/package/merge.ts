import type { Entry, Thread } from '../comments/thread.ts'
import type { ReviewEvent } from '../note/review.ts'
import type { User } from '../user/user.ts'
import type { ReviewAnswer, ReviewedNote } from './package.ts'

/** Why a package or an answer, or a part of it, does not belong. */
export const mergeFaults = [
  'other-package',
  'other-note',
  'other-text',
  'older-text',
  'own-decision',
  'no-review',
  'disposed',
] as const
export type MergeFault = (typeof mergeFaults)[number]

/** What an answer adds to a note: decisions and threads that are not there, and what is said in those that are. */
export interface NoteAdditions {
  readonly note: ReviewedNote
  readonly events: readonly ReviewEvent[]
  readonly threads: readonly Thread[]
  readonly entries: readonly { readonly thread: Thread['id']; readonly entry: Entry }[]
}

/** What of a note's review stands here already. */
export interface KnownReview {
  readonly events: readonly Pick<ReviewEvent, 'id'>[]
  readonly threads: readonly Thread[]
}

/** A specialist decides and talks; no more comes with an answer. */
const decides = ({ verb }: ReviewEvent) => verb === 'aterlamna' || verb === 'godkann'
const talks = ({ kind }: Entry) => kind === 'comment' || kind === 'resolved' || kind === 'reopened'

/** What of an answer to a note is not here yet. Nothing, where all of it has been merged before. */
export function additionsTo(
  {
    id,
    revision,
    digest,
    events,
    threads,
  }: ReviewedNote & Pick<ReviewAnswer['notes'][number], 'events' | 'threads'>,
  known: KnownReview,
): NoteAdditions {
  const hasEvent = new Set<string>(known.events.map((event) => event.id))
  const byId = new Map(known.threads.map((thread) => [thread.id, thread]))
  const said = new Set<string>(known.threads.flatMap((thread) => thread.entries.map((entry) => entry.id)))
  return {
    note: { id, revision, digest },
    events: events.filter((event) => !hasEvent.has(event.id)),
    threads: threads.filter((thread) => !byId.has(thread.id)),
    entries: threads
      .filter((thread) => byId.has(thread.id))
      .flatMap(({ id: thread, entries }) =>
        entries.filter((entry) => !said.has(entry.id)).map((entry) => ({ thread, entry })),
      ),
  }
}

export const addsNothing = ({ events, threads, entries }: NoteAdditions): boolean =>
  events.length + threads.length + entries.length === 0

/** What is said of a note where it was written. */
interface Here {
  /** The digest of what the note says now. */
  readonly digest: string
  readonly inReview: boolean
  readonly hasWritten: (user: User) => boolean
  /** Whether somebody is a user of this archive: nobody speaks in their name from elsewhere. */
  readonly isOfArchive: (user: User) => boolean
}

/** Why additions do not belong to a note, or undefined where they do. */
export function additionsFault(
  additions: NoteAdditions,
  sent: ReviewedNote,
  here: Here,
): MergeFault | undefined {
  const { note, events, threads, entries } = additions
  const said = [...threads.flatMap((thread) => thread.entries), ...entries.map(({ entry }) => entry)]
  if (note.digest !== sent.digest || note.revision !== sent.revision) return 'other-text'
  if (!events.every(decides) || !said.every(talks)) return 'no-review'
  if (threads.some((thread) => thread.note !== note.id) || events.some((event) => event.noteId !== note.id))
    return 'other-note'
  if (events.length > 0 && (!here.inReview || here.digest !== sent.digest)) return 'other-text'
  if (events.some(({ by }) => here.hasWritten(by))) return 'own-decision'
  return [...events, ...said].some(({ by }) => here.isOfArchive(by)) ? 'own-decision' : undefined
}

/**
 * What of a note's review where it was written is to be added where it was received before: the step that opened it again, where
 * it stands closed here, and that it was handed in anew. Neither, where all of it is known.
 */
export function laterEvents(
  events: readonly ReviewEvent[],
  known: KnownReview['events'],
  { frozen }: { readonly frozen: boolean },
): { readonly opening: ReviewEvent | undefined; readonly submitted: ReviewEvent | undefined } {
  const here = new Set<string>(known.map(({ id }) => id))
  const later = events.slice(events.findLastIndex(({ id }) => here.has(id)) + 1)
  const submitted = later.findLast(({ verb }) => verb === 'lamna-in')
  const opening = later.findLast(({ verb }) => verb === 'ta-tillbaka' || verb === 'aterlamna')
  return { opening: frozen && submitted !== undefined ? opening : undefined, submitted }
}

/** What has been decided since a note was handed in last: no more is an answer to what it says. */
export const decidedSince = (events: readonly ReviewEvent[]): readonly ReviewEvent[] =>
  events.slice(events.findLastIndex(({ verb }) => verb === 'lamna-in') + 1)
