import type Database from 'better-sqlite3'

const schema = `
  CREATE TABLE case_marks (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (user_id, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_marks_by_case ON case_marks (case_id);
`

/** Cases that a user has put aside until a day, in their own watch lists alone. Whoever has no id is known by their name. */
export const watch = {
  version: 17,
  name: 'watch',
  up: (database: Database.Database) => {
    database.exec(schema)
  },
}
