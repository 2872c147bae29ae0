// What is decided of a note beside its record: that it is annulled, and how it was reviewed. The digest of each as it is stored
// stands in the entry of the log that says it was decided, so that neither reason nor verdict can be another afterwards.
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { type Digest, type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import { recordDigest } from '../../shared/note/canonical.ts'
import { type ArchiveFinding, archiveFinding } from './archive-finding.ts'
import { all, type Db, query } from './db.ts'
import type { LogAction, LogEntry } from './log.ts'
import type { Tables } from './tables.ts'

/** The digest of a decision, of its row to the letter. */
export function decisionDigest(row: Tables['annulments'] | Tables['review_events']): Digest {
  return recordDigest(canonicalize(row) ?? '')
}

const annulmentRow = z.object({ note_id: noteIdSchema, at: z.string(), by: z.string(), reason: z.string() })
const eventRow = z.object({
  id: z.string(),
  note_id: noteIdSchema,
  seq: z.int(),
  at: z.string(),
  by: z.string(),
  verb: z.string(),
  revision: z.int(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  verdicts: z.string().nullable(),
})

const annulling: ReadonlySet<LogAction> = new Set(['note-annulled', 'annulment-imported'])
const reviewing: ReadonlySet<LogAction> = new Set([
  'review-submitted',
  'review-taken-back',
  'review-returned',
  'review-approved',
  'note-locked',
  'note-unlocked',
])

/** The notes of which what stands is not what the log says was decided: more, less or another. */
function differing(
  rows: readonly { note: NoteId; digest: string }[],
  entries: readonly LogEntry[],
  disposed: ReadonlySet<string>,
): NoteId[] {
  const logged = new Set(entries.map(({ noteId, about }) => `${noteId} ${about}`))
  const stands = new Set(rows.map(({ note, digest }) => `${note} ${digest}`))
  const notes = [
    ...rows.flatMap(({ note, digest }) => (logged.has(`${note} ${digest}`) ? [] : [note])),
    ...entries.flatMap(({ noteId, about }) =>
      noteId === null || disposed.has(noteId) || stands.has(`${noteId} ${about}`)
        ? []
        : [noteIdSchema.parse(noteId)],
    ),
  ]
  return [...new Set(notes)]
}

/** Annulments and events of review that are not as the log says that they were decided. */
export function decisionFindings(
  db: Db,
  log: readonly LogEntry[],
  disposed: ReadonlySet<string>,
): ArchiveFinding[] {
  const withDigest = <T extends z.infer<typeof annulmentRow> | z.infer<typeof eventRow>>(rows: T[]) =>
    rows.map((row) => ({ note: row.note_id, digest: decisionDigest(row) }))
  const of = (actions: ReadonlySet<LogAction>) => log.filter(({ action }) => actions.has(action))
  const annulments = withDigest(all(db, query.selectFrom('annulments').selectAll(), annulmentRow))
  const events = withDigest(all(db, query.selectFrom('review_events').selectAll(), eventRow))
  return [
    ...differing(annulments, of(annulling), disposed).map((id) => archiveFinding('annulment', { id }, id)),
    ...differing(events, of(reviewing), disposed).map((id) => archiveFinding('review', { id }, id)),
  ]
}
