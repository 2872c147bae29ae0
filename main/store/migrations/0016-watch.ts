import type Database from 'better-sqlite3'

const schema = `
  CREATE TABLE case_marks (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (user_id, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_marks_by_case ON case_marks (case_id);

  CREATE INDEX watched_of_assigned ON case_facts (assigned_key, closed_on, first_sick_day);
  CREATE INDEX watched_by_first_day ON case_facts
    (closed_on, first_sick_day, employment, plan_came_on, next_due, last_event, need_state);
  CREATE INDEX watched_by_plan ON case_facts (closed_on, plan_state, plan_asked_on);
  CREATE INDEX watched_by_draft ON case_facts (closed_on, oldest_draft, drafts);
  CREATE INDEX watched_dues ON case_dues (due, case_n, seq, kind);
  CREATE INDEX watched_insatser ON case_insatser (ends, case_n, seq, status, effect);
`

/**
 * Cases that a user has put aside until a day, in their own watch lists alone (whoever has no id is known by their name), and
 * the indexes by which the lists that ship are found and counted.
 */
export const watch = {
  version: 16,
  name: 'watch',
  up: (database: Database.Database) => {
    database.exec(schema)
  },
}
