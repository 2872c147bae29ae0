import type Database from 'better-sqlite3'

const sql = `
  ALTER TABLE case_facts ADD COLUMN found_by TEXT NOT NULL DEFAULT '';
  CREATE TABLE case_writers (
    case_n INTEGER NOT NULL REFERENCES case_facts (n) ON DELETE CASCADE, seq INTEGER NOT NULL, writer_key TEXT NOT NULL,
    PRIMARY KEY (case_n, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_writers_by_key ON case_writers (writer_key);
  CREATE INDEX case_facts_by_need ON case_facts (
    (CASE WHEN closed_on IS NULL THEN coalesce(next_due, '9999-12-31') ELSE '9999-12-31' END), (-drafts), number_key, n
  );
`

/** What the list of cases is filtered and ordered by: who has written in a case, the words it is found by, and who needs what first. */
export const caseList = {
  version: 19,
  name: 'case-list',
  up: (database: Database.Database) => {
    database.exec(sql)
  },
}
