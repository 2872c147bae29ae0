import type Database from 'better-sqlite3'

const tables = `
  CREATE TABLE derive_queue (case_id TEXT PRIMARY KEY NOT NULL) STRICT;
  CREATE TABLE derived_by (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, templates TEXT NOT NULL) STRICT;

  CREATE TABLE case_facts (
    n INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE REFERENCES cases (id) ON DELETE CASCADE,
    number TEXT NOT NULL, number_key TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL,
    personnummer TEXT NOT NULL, employment TEXT NOT NULL,
    employer TEXT, employer_key TEXT, organisation_number TEXT,
    first_sick_day TEXT NOT NULL, extent INTEGER NOT NULL, expected_length TEXT NOT NULL,
    assigned_to TEXT NOT NULL, assigned_key TEXT NOT NULL, office TEXT, closed_on TEXT, area TEXT,
    plan_state TEXT, plan_asked_on TEXT, plan_came_on TEXT, plan_channel TEXT, plan_initiative TEXT,
    plan_followable INTEGER, plan_follow_up TEXT, need_state TEXT, need_on TEXT, first_measure_on TEXT,
    last_event TEXT, next_due TEXT,
    notes INTEGER NOT NULL, drafts INTEGER NOT NULL, oldest_draft TEXT, updated_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE case_events (
    case_n INTEGER NOT NULL REFERENCES case_facts (n) ON DELETE CASCADE, seq INTEGER NOT NULL,
    kind TEXT NOT NULL, date TEXT NOT NULL, note_id TEXT NOT NULL, channel TEXT, initiative TEXT,
    PRIMARY KEY (case_n, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE case_insatser (
    case_n INTEGER NOT NULL REFERENCES case_facts (n) ON DELETE CASCADE, seq INTEGER NOT NULL,
    note_id TEXT NOT NULL, row_id TEXT NOT NULL, owner TEXT NOT NULL, what TEXT, kind TEXT,
    performer_role TEXT, performer TEXT, starts TEXT, ends TEXT, follow_up TEXT, status TEXT,
    missing_reason TEXT, effect TEXT, aims_at TEXT, replaced_by TEXT,
    PRIMARY KEY (case_n, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE case_dues (
    case_n INTEGER NOT NULL REFERENCES case_facts (n) ON DELETE CASCADE, seq INTEGER NOT NULL,
    kind TEXT NOT NULL, due TEXT NOT NULL, note_id TEXT NOT NULL, field TEXT NOT NULL, row_id TEXT,
    PRIMARY KEY (case_n, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE survey_answers (
    case_n INTEGER NOT NULL REFERENCES case_facts (n) ON DELETE CASCADE, seq INTEGER NOT NULL,
    note_id TEXT NOT NULL, question TEXT NOT NULL, value TEXT NOT NULL, on_day TEXT NOT NULL,
    PRIMARY KEY (case_n, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX case_facts_by_number ON case_facts (number_key, n);
  CREATE INDEX case_facts_by_name ON case_facts (name_key, n);
  CREATE INDEX case_facts_by_personnummer ON case_facts (personnummer);
  CREATE INDEX case_facts_by_organisation ON case_facts (organisation_number) WHERE organisation_number IS NOT NULL;
  CREATE INDEX case_facts_by_assigned ON case_facts (assigned_key, number_key);
  CREATE INDEX case_facts_by_day_one ON case_facts (first_sick_day, n);
  CREATE INDEX case_facts_by_due ON case_facts (next_due, n) WHERE next_due IS NOT NULL AND closed_on IS NULL;
  CREATE INDEX case_facts_by_event ON case_facts (last_event, n);
  CREATE INDEX case_facts_by_update ON case_facts (updated_at, n);
  CREATE INDEX case_facts_by_plan ON case_facts (plan_state, n) WHERE plan_state IS NOT NULL;
  CREATE INDEX case_facts_by_draft ON case_facts (oldest_draft, n) WHERE oldest_draft IS NOT NULL;
  CREATE INDEX case_events_by_kind ON case_events (kind, date);
  CREATE INDEX case_insatser_by_follow_up ON case_insatser (follow_up) WHERE follow_up IS NOT NULL;
  CREATE INDEX case_dues_by_due ON case_dues (due);
  CREATE INDEX survey_answers_by_question ON survey_answers (question, value);
  CREATE INDEX notes_by_template ON notes (template_id, template_version);
`

/** Puts a case last in the queue, even where it stands there already: what a transaction has touched stands after all before it. */
const queue = (id: string) =>
  `DELETE FROM derive_queue WHERE case_id = ${id}; INSERT INTO derive_queue (case_id) VALUES (${id});`
const ofNote = `(SELECT case_id FROM notes WHERE id = NEW.note_id)`

const triggers = `
  CREATE TRIGGER added_case_is_derived AFTER INSERT ON cases BEGIN ${queue('NEW.id')} END;
  CREATE TRIGGER changed_case_is_derived AFTER UPDATE ON cases BEGIN ${queue('NEW.id')} END;
  CREATE TRIGGER added_note_is_derived AFTER INSERT ON notes BEGIN ${queue('NEW.case_id')} END;
  CREATE TRIGGER changed_note_is_derived AFTER UPDATE ON notes BEGIN ${queue('NEW.case_id')} END;
  CREATE TRIGGER moved_note_is_derived AFTER UPDATE OF case_id ON notes WHEN OLD.case_id <> NEW.case_id
    BEGIN ${queue('OLD.case_id')} END;
  CREATE TRIGGER deleted_note_is_derived AFTER DELETE ON notes BEGIN ${queue('OLD.case_id')} END;
  CREATE TRIGGER annulled_note_is_derived AFTER INSERT ON annulments BEGIN ${queue(ofNote)} END;
  CREATE TRIGGER signed_note_is_derived AFTER INSERT ON records BEGIN ${queue('NEW.case_id')} END;

  INSERT INTO derive_queue (case_id) SELECT id FROM cases ORDER BY rowid;
`

/**
 * What is derived of cases and their notes, to ask questions by: the notes are the truth, and these rows are made anew of them
 * whenever they are wanted. Whatever changes a case or a note, by whatever path, puts the case in the queue of what is to be
 * derived; every case is there to begin with. A case has a number of its own, `n`, which no VACUUM changes.
 */
export const derived = {
  version: 15,
  name: 'derived',
  up: (database: Database.Database) => {
    database.exec(tables)
    database.exec(triggers)
  },
}
