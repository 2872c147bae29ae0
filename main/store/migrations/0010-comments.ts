import type Database from 'better-sqlite3'

// `anchor` is what a thread was begun about; `place` is where that stands now, and alone may be written anew.
const tables = `
  CREATE TABLE comment_threads (
    id TEXT PRIMARY KEY NOT NULL,
    note_id TEXT NOT NULL REFERENCES notes (id),
    anchor TEXT NOT NULL,
    place TEXT NOT NULL
  ) STRICT;
  CREATE INDEX comment_threads_by_note ON comment_threads (note_id);

  CREATE TABLE comment_entries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    thread_id TEXT NOT NULL REFERENCES comment_threads (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX comment_entries_by_thread ON comment_entries (thread_id, seq);
`

// What would replace a row is refused before it is written, as in 0001: replacing runs no delete triggers.
const triggers = `
  CREATE TRIGGER comment_thread_stays BEFORE UPDATE ON comment_threads
    WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.note_id IS NOT OLD.note_id
      OR NEW.anchor IS NOT OLD.anchor
    BEGIN SELECT RAISE(ABORT, 'a thread of comments is never changed'); END;
  CREATE TRIGGER comment_thread_is_kept BEFORE DELETE ON comment_threads
    BEGIN SELECT RAISE(ABORT, 'a thread of comments is never deleted'); END;
  CREATE TRIGGER comment_thread_is_only_added BEFORE INSERT ON comment_threads
    WHEN EXISTS (SELECT 1 FROM comment_threads WHERE id = NEW.id OR rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, 'a thread of comments is only added'); END;
  CREATE TRIGGER comment_entry_stays BEFORE UPDATE ON comment_entries
    BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;
  CREATE TRIGGER comment_entry_is_kept BEFORE DELETE ON comment_entries
    BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
  CREATE TRIGGER comment_entry_is_only_added BEFORE INSERT ON comment_entries
    WHEN EXISTS (SELECT 1 FROM comment_entries WHERE id = NEW.id OR seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'a comment is only added'); END;
`

/** Comments on notes, kept apart from what the notes say; nothing in them is ever changed or taken away. */
export const comments = {
  version: 10,
  name: 'comments',
  up: (database: Database.Database) => {
    database.exec(tables)
    database.exec(triggers)
  },
}
