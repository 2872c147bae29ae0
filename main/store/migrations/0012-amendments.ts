import type Database from 'better-sqlite3'

const tables = `
  ALTER TABLE notes ADD COLUMN amends_verb TEXT CHECK (amends_verb IN ('rattelse', 'komplettering'));
  ALTER TABLE notes ADD COLUMN amends_note TEXT REFERENCES notes (id);

  CREATE TABLE annulments (
    note_id TEXT PRIMARY KEY NOT NULL REFERENCES notes (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0)
  ) STRICT;
`

const isAnnulled = (note: string) => `EXISTS (SELECT 1 FROM annulments WHERE note_id = ${note})`

const refusals: readonly { name: string; event: string; when: string; message: string }[] = [
  {
    name: 'note_amends_a_signed_one',
    event: 'BEFORE INSERT ON notes',
    when: `(NEW.amends_verb IS NULL) <> (NEW.amends_note IS NULL) OR (NEW.amends_note IS NOT NULL AND (
      ${isAnnulled('NEW.amends_note')} OR NOT EXISTS (SELECT 1 FROM notes
        WHERE id = NEW.amends_note AND case_id = NEW.case_id AND status = 'journalford')))`,
    message: 'only a signed note of the same case that is not annulled is ever amended',
  },
  {
    name: 'note_keeps_what_it_amends',
    event: 'BEFORE UPDATE ON notes',
    when: 'NEW.amends_verb IS NOT OLD.amends_verb OR NEW.amends_note IS NOT OLD.amends_note',
    message: 'a note keeps what it amends',
  },
  {
    name: 'amending_note_is_signed_in_time',
    event: 'BEFORE INSERT ON records',
    when: `EXISTS (SELECT 1 FROM notes WHERE id = NEW.note_id AND ${isAnnulled('amends_note')})`,
    message: 'what amends an annulled note is never signed',
  },
  {
    name: 'annulment_is_of_a_signed_note',
    event: 'BEFORE INSERT ON annulments',
    when: `NOT EXISTS (SELECT 1 FROM notes WHERE id = NEW.note_id AND status = 'journalford')`,
    message: 'only a signed note is ever annulled',
  },
  {
    name: 'annulment_is_only_added',
    event: 'BEFORE INSERT ON annulments',
    when: 'EXISTS (SELECT 1 FROM annulments WHERE note_id = NEW.note_id OR rowid = NEW.rowid)',
    message: 'an annulment is only added',
  },
  {
    name: 'annulment_stays',
    event: 'BEFORE UPDATE ON annulments',
    when: 'TRUE',
    message: 'an annulment is never changed',
  },
  {
    name: 'annulment_is_kept',
    event: 'BEFORE DELETE ON annulments',
    when: 'TRUE',
    message: 'an annulment is never deleted',
  },
]

/**
 * Which signed note a note corrects or adds to, NULL where none; and the signed notes that no longer count, with who said so
 * and why.
 */
export const amendments = {
  version: 12,
  name: 'amendments',
  up: (database: Database.Database) => {
    database.exec(tables)
    for (const { name, event, when, message } of refusals)
      database.exec(
        `CREATE TRIGGER ${name} ${event} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END;`,
      )
  },
}
