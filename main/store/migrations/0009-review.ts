import type Database from 'better-sqlite3'

/** The newest verb of a note's events: what freezes it, and what its next event must fit. */
const newest = (note: string, column = 'verb') =>
  `(SELECT ${column} FROM review_events WHERE note_id = ${note} ORDER BY seq DESC LIMIT 1)`

const written = [
  'template_id',
  'template_version',
  'kind',
  'owner',
  'author',
  'created_at',
  'updated_at',
  'revision',
  'answers',
  'objections',
  'taken_over',
  'set_aside',
]
const isWritten = written.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')

const tables = `
  CREATE TABLE review_events (
    id TEXT PRIMARY KEY NOT NULL,
    note_id TEXT NOT NULL REFERENCES notes (id),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    verb TEXT NOT NULL
      CHECK (verb IN ('lamna-in', 'ta-tillbaka', 'aterlamna', 'godkann', 'las', 'las-upp')),
    revision INTEGER NOT NULL,
    "to" TEXT,
    reason TEXT,
    verdicts TEXT,
    UNIQUE (note_id, seq)
  ) STRICT;
  CREATE TABLE review_drafts (
    reviewer TEXT NOT NULL,
    note_id TEXT NOT NULL REFERENCES notes (id),
    draft TEXT NOT NULL,
    PRIMARY KEY (reviewer, note_id)
  ) STRICT;
`

const refusals = [
  {
    name: 'review_event_stays',
    event: 'BEFORE UPDATE ON review_events',
    when: 'TRUE',
    message: 'a review event is never changed',
  },
  {
    name: 'review_event_is_kept',
    event: 'BEFORE DELETE ON review_events',
    when: 'TRUE',
    message: 'a review event is never deleted',
  },
  {
    name: 'review_event_is_only_added',
    event: 'BEFORE INSERT ON review_events',
    when: `EXISTS (SELECT 1 FROM review_events WHERE id = NEW.id OR rowid = NEW.rowid
        OR (note_id = NEW.note_id AND seq = NEW.seq))
      OR NEW.seq <> (SELECT count(*) + 1 FROM review_events WHERE note_id = NEW.note_id)`,
    message: 'a review event is only added, after those before it',
  },
  {
    name: 'review_event_is_about_a_draft',
    event: 'BEFORE INSERT ON review_events',
    when: `NOT EXISTS (SELECT 1 FROM notes
        WHERE id = NEW.note_id AND status = 'utkast' AND revision = NEW.revision)`,
    message: 'a review event is about a draft as it stands',
  },
  {
    name: 'approval_follows_a_submission',
    event: 'BEFORE INSERT ON review_events',
    when: `NEW.verb = 'godkann' AND (${newest('NEW.note_id')} IS NOT 'lamna-in'
      OR ${newest('NEW.note_id', 'revision')} IS NOT NEW.revision)`,
    message: 'what is approved is what was handed in',
  },
  {
    name: 'frozen_note_stays',
    event: 'BEFORE UPDATE ON notes',
    when: `${newest('OLD.id')} IN ('lamna-in', 'godkann', 'las') AND (${isWritten})`,
    message: 'a note in review is not changed',
  },
  {
    name: 'note_in_review_is_not_signed',
    event: 'BEFORE UPDATE ON notes',
    when: `NEW.status = 'journalford' AND OLD.status = 'utkast'
      AND (${newest('OLD.id')} IN ('lamna-in', 'aterlamna')
        OR (${newest('OLD.id')} = 'godkann' AND ${newest('OLD.id', 'revision')} IS NOT NEW.revision))`,
    message: 'a note in review is signed as it was approved',
  },
]

// What looks at revisions stands after the migration that makes their table anew, which calls for it.
const ofRevisions = [
  {
    name: 'nobody_approves_their_own',
    event: 'BEFORE INSERT ON review_events',
    when: `NEW.verb = 'godkann' AND EXISTS (SELECT 1 FROM revisions WHERE note_id = NEW.note_id
      AND json_extract(by, '$.id') = json_extract(NEW.by, '$.id'))`,
    message: 'nobody approves a note that they wrote in',
  },
  {
    name: 'frozen_note_gets_no_revision',
    event: 'BEFORE INSERT ON revisions',
    when: `${newest('NEW.note_id')} IN ('lamna-in', 'godkann', 'las')`,
    message: 'a note in review gets no revision',
  },
]

interface Refused {
  readonly name: string
  readonly event: string
  readonly when: string
  readonly message: string
}
const trigger = ({ name, event, when, message }: Refused) =>
  `CREATE TRIGGER ${name} ${event} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END;`

/** Holds revisions to what has happened in review. */
export const reviewOfRevisions: string = ofRevisions.map(trigger).join('\n')

/**
 * What has happened to a note on its way through review, and the verdicts. Events are only added; how a note stands is its
 * newest one. What a reviewer has written and not sent waits beside them, a row a
 * reviewer and note. A note that was handed in, approved or locked cannot be written in, by whatever path.
 */
export const reviewEvents = {
  version: 9,
  name: 'review',
  up: (database: Database.Database) => {
    database.exec(tables)
    for (const refused of refusals) database.exec(trigger(refused))
  },
}
