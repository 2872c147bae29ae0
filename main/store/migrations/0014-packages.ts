import type Database from 'better-sqlite3'

const received = (id: string) =>
  `EXISTS (SELECT 1 FROM packages WHERE direction = 'received' AND case_id = ${id})`
const onlyReviewed = `BEGIN SELECT RAISE(ABORT, 'a received case is only reviewed'); END;`

const schema = `
  CREATE TABLE packages (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reply TEXT,
    notes TEXT NOT NULL
  ) STRICT;
  CREATE INDEX packages_by_case ON packages (case_id);
  CREATE TABLE age_identities (user_id TEXT PRIMARY KEY NOT NULL, identity TEXT NOT NULL) STRICT;

  CREATE TRIGGER package_stays BEFORE UPDATE ON packages
    BEGIN SELECT RAISE(ABORT, 'a package is never changed'); END;
  CREATE TRIGGER package_is_kept BEFORE DELETE ON packages
    BEGIN SELECT RAISE(ABORT, 'a package is never deleted'); END;
  CREATE TRIGGER package_is_not_replaced BEFORE INSERT ON packages
    WHEN EXISTS (SELECT 1 FROM packages WHERE id = NEW.id OR rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, 'a package is never replaced'); END;

  CREATE TRIGGER received_case_stays BEFORE UPDATE ON cases WHEN ${received('OLD.id')} ${onlyReviewed}
  CREATE TRIGGER received_case_gets_no_note BEFORE INSERT ON notes WHEN ${received('NEW.case_id')} ${onlyReviewed}
  CREATE TRIGGER received_note_stays BEFORE UPDATE ON notes WHEN ${received('OLD.case_id')} ${onlyReviewed}
`

/**
 * Cases passed to and from other archives for review, by ids and digests alone, and the keys that such packages are opened
 * with. What is received is reviewed and commented, and never written in: held by triggers.
 */
export const packages = {
  version: 14,
  name: 'packages',
  up: (database: Database.Database) => {
    database.exec(schema)
  },
}
