import type Database from 'better-sqlite3'

const schema = `
  ALTER TABLE case_dues ADD COLUMN closed_on TEXT;
  ALTER TABLE case_insatser ADD COLUMN closed_on TEXT;
  UPDATE case_dues SET closed_on = (SELECT closed_on FROM case_facts WHERE n = case_n);
  UPDATE case_insatser SET closed_on = (SELECT closed_on FROM case_facts WHERE n = case_n);

  DROP INDEX watched_dues;
  CREATE INDEX watched_open_dues ON case_dues (due, case_n, seq, kind, closed_on) WHERE closed_on IS NULL;
  CREATE INDEX watched_open_insatser ON case_insatser
    (ends, case_n, seq, status, effect, closed_on) WHERE closed_on IS NULL;

  DROP INDEX watched_by_first_day;
  DROP INDEX watched_by_plan;
  DROP INDEX watched_by_draft;
  CREATE INDEX watched_by_first_day ON case_facts
    (first_sick_day, n, employment, plan_came_on, next_due, last_event, need_state, closed_on) WHERE closed_on IS NULL;
  CREATE INDEX watched_by_plan ON case_facts (plan_state, plan_asked_on, n, closed_on) WHERE closed_on IS NULL;
  CREATE INDEX watched_by_draft ON case_facts (oldest_draft, n, drafts, closed_on) WHERE closed_on IS NULL;
`

/**
 * When its case was closed stands with what is to be done and with each insats: most of an archive is closed, and the lists of what
 * is open neither go past it nor look up each case.
 */
export const watchOpen = {
  version: 17,
  name: 'watch-open',
  up: (database: Database.Database) => {
    database.exec(schema)
  },
}
