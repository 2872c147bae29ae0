import type Database from 'better-sqlite3'

const received = (id: string) =>
  `EXISTS (SELECT 1 FROM packages WHERE direction = 'received' AND case_id = ${id})`
const packagesOf = (id: string) =>
  `(SELECT count(*) FROM packages WHERE direction = 'received' AND case_id = ${id})`
// A text that is sent again as it was is the same text, and makes no new revision.
const textsOf = (note: string, id: string) =>
  `(SELECT count(DISTINCT json_extract(sent.value, '$.digest')) FROM packages, json_each(packages.notes) AS sent
    WHERE direction = 'received' AND case_id = ${id} AND json_extract(sent.value, '$.id') = ${note})`
const isNext = 'NEW.id IS OLD.id AND NEW.revision = OLD.revision + 1 AND NEW.revision'

const onlyReviewed = `BEGIN SELECT RAISE(ABORT, 'a received case is only reviewed'); END;`

const schema = `
  CREATE TABLE packages (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    sender TEXT,
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

  CREATE TRIGGER received_case_stays BEFORE UPDATE ON cases
    WHEN ${received('OLD.id')} AND NOT (${isNext} = ${packagesOf('OLD.id')}) ${onlyReviewed}
  CREATE TRIGGER received_case_gets_no_note BEFORE INSERT ON notes
    WHEN ${received('NEW.case_id')} AND NEW.revision <> ${textsOf('NEW.id', 'NEW.case_id')} ${onlyReviewed}
  CREATE TRIGGER received_note_stays BEFORE UPDATE ON notes
    WHEN (${received('OLD.case_id')} OR ${received('NEW.case_id')}) AND NOT (NEW.case_id IS OLD.case_id
      AND ${isNext} = ${textsOf('OLD.id', 'OLD.case_id')}) ${onlyReviewed}

  DROP TRIGGER disposal_is_of_a_closed_case;
  CREATE TRIGGER disposal_is_of_an_ended_case BEFORE INSERT ON disposals
    WHEN NOT (${received('NEW.case_id')} AND NEW.closed_on >= (SELECT max(substr(at, 1, 10)) FROM packages
      WHERE direction = 'received' AND case_id = NEW.case_id))
    AND NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND number = NEW.case_number
      AND json_extract(details, '$.closed.on') = NEW.closed_on)
    BEGIN SELECT RAISE(ABORT, 'only a closed case, or one that was received, is ever disposed of'); END;
`

/**
 * Cases passed to and from other archives for review, by ids and digests alone, and the keys that such packages are opened
 * with. What is received is reviewed and commented, and never written in: held by triggers. The revision of a received case is
 * how many packages of it have come, that of a note in it how many texts of it, so that each package makes one and nothing else
 * does. A received case is a copy that nobody closes here: it may be disposed of counted from its newest package.
 */
export const packages = {
  version: 14,
  name: 'packages',
  up: (database: Database.Database) => {
    database.exec(schema)
  },
}
