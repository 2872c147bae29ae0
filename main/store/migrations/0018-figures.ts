import type Database from 'better-sqlite3'

const schema = `
  CREATE INDEX figures_of_cases ON case_facts
    (employment, first_sick_day, closed_on, office, plan_came_on, plan_followable, plan_follow_up);
  CREATE INDEX figures_of_plans ON case_facts (plan_came_on, employment, first_sick_day, office, plan_followable)
    WHERE plan_came_on IS NOT NULL;
  CREATE INDEX figures_of_measures ON case_facts (first_measure_on, employment, first_sick_day, office)
    WHERE first_measure_on IS NOT NULL;
  CREATE INDEX figures_by_office ON case_facts (office) WHERE office IS NOT NULL;
  CREATE INDEX figures_of_events ON case_events (kind, date, case_n, channel, initiative)
    WHERE kind IN ('plan-inkommen', 'arbetsplatsstod', 'tips');
  CREATE INDEX figures_of_interviews ON survey_answers (on_day, case_n, seq, note_id);
`

/** The indexes by which indicators are counted: each holds all that its figure asks for, so that no case is read for it. */
export const figures = {
  version: 18,
  name: 'figures',
  up: (database: Database.Database) => {
    database.exec(schema)
  },
}
