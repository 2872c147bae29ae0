import type Database from 'better-sqlite3'

const tables = `
  CREATE TABLE archive (id INTEGER PRIMARY KEY CHECK (id = 1), user TEXT NOT NULL) STRICT;

  CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    number TEXT NOT NULL UNIQUE,
    details TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE notes (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES cases (id),
    template_id TEXT NOT NULL,
    template_version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    author TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('utkast', 'journalford')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    answers TEXT NOT NULL
  ) STRICT;
  CREATE INDEX notes_by_case ON notes (case_id, created_at, id);

  CREATE TABLE revisions (
    note_id TEXT NOT NULL REFERENCES notes (id),
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (note_id, revision)
  ) STRICT;

  CREATE TABLE records (
    note_id TEXT PRIMARY KEY NOT NULL REFERENCES notes (id),
    case_id TEXT NOT NULL REFERENCES cases (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    previous TEXT,
    digest TEXT NOT NULL UNIQUE,
    canonical TEXT NOT NULL,
    signature TEXT NOT NULL,
    UNIQUE (case_id, sequence)
  ) STRICT;

  CREATE TABLE log (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    action TEXT NOT NULL,
    case_id TEXT,
    note_id TEXT
  ) STRICT;

  CREATE TABLE settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
`

// "INSERT OR REPLACE" and "UPDATE OR REPLACE" delete the row in their way without running delete triggers, so
// whatever could collide with a row that must stay is refused before it is written, by id and by rowid.
const refusals: readonly { name: string; event: string; when?: string; message: string }[] = [
  {
    name: 'signed_note_stays',
    event: 'BEFORE UPDATE ON notes',
    when: `OLD.status = 'journalford'`,
    message: 'a signed note is never changed',
  },
  {
    name: 'signed_note_is_kept',
    event: 'BEFORE DELETE ON notes',
    when: `OLD.status = 'journalford'`,
    message: 'a signed note is never deleted',
  },
  {
    name: 'signed_note_is_not_replaced',
    event: 'BEFORE INSERT ON notes',
    when: `EXISTS (SELECT 1 FROM notes WHERE id = NEW.id OR rowid = NEW.rowid)`,
    message: 'a note is never replaced',
  },
  {
    name: 'note_keeps_its_identity',
    event: 'BEFORE UPDATE ON notes',
    when: `NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.case_id IS NOT OLD.case_id`,
    message: 'a note keeps its id and its case',
  },
  {
    name: 'note_begins_as_draft',
    event: 'BEFORE INSERT ON notes',
    when: `NEW.status <> 'utkast'`,
    message: 'a note begins as a draft',
  },
  {
    name: 'note_is_signed_with_a_record',
    event: 'BEFORE UPDATE ON notes',
    when: `NEW.status = 'journalford' AND NOT EXISTS (SELECT 1 FROM records WHERE note_id = NEW.id)`,
    message: 'a note is signed by its record',
  },
  {
    name: 'revision_stays',
    event: 'BEFORE UPDATE ON revisions',
    message: 'a revision is never changed',
  },
  {
    name: 'revision_is_kept',
    event: 'BEFORE DELETE ON revisions',
    message: 'a revision is never deleted',
  },
  {
    name: 'revision_is_added_to_drafts',
    event: 'BEFORE INSERT ON revisions',
    when: `EXISTS (SELECT 1 FROM notes WHERE id = NEW.note_id AND status = 'journalford')
      OR EXISTS (SELECT 1 FROM revisions
        WHERE (note_id = NEW.note_id AND revision = NEW.revision) OR rowid = NEW.rowid)`,
    message: 'a revision is only added, and never to a signed note',
  },
  {
    name: 'record_stays',
    event: 'BEFORE UPDATE ON records',
    message: 'a record is never changed',
  },
  {
    name: 'record_is_kept',
    event: 'BEFORE DELETE ON records',
    message: 'a record is never deleted',
  },
  {
    name: 'record_is_only_added',
    event: 'BEFORE INSERT ON records',
    when: `EXISTS (SELECT 1 FROM records WHERE note_id = NEW.note_id OR digest = NEW.digest
      OR rowid = NEW.rowid OR (case_id = NEW.case_id AND sequence = NEW.sequence))`,
    message: 'a record is only added',
  },
  { name: 'log_stays', event: 'BEFORE UPDATE ON log', message: 'the log is never changed' },
  { name: 'log_is_kept', event: 'BEFORE DELETE ON log', message: 'the log is never deleted' },
  {
    name: 'log_is_only_added_to',
    event: 'BEFORE INSERT ON log',
    when: `EXISTS (SELECT 1 FROM log WHERE seq = NEW.seq)`,
    message: 'the log is only added to',
  },
]

function trigger({ name, event, when, message }: (typeof refusals)[number]): string {
  const condition = when === undefined ? '' : `WHEN ${when}`
  return `CREATE TRIGGER ${name} ${event} ${condition} BEGIN SELECT RAISE(ABORT, '${message}'); END;`
}

/** Cases, notes with every revision, signed records and the log; and what may never be changed, held by triggers. */
export const casesNotesRecords = {
  version: 1,
  name: 'cases-notes-records',
  up: (database: Database.Database) => {
    database.exec(tables)
    for (const refused of refusals) database.exec(trigger(refused))
  },
}
