import type Database from 'better-sqlite3'

// Looking up each event's case would read as many pages as there are cases, since neither lies in the order of the other. What the
// events of before say is put in at once, as it would be derived (figureEvents in shared/projection/case-events.ts).
const sql = `
  CREATE TABLE case_figure_events (
    case_n INTEGER NOT NULL REFERENCES case_facts (n) ON DELETE CASCADE, seq INTEGER NOT NULL,
    kind TEXT NOT NULL, date TEXT NOT NULL, is_first INTEGER NOT NULL, channel TEXT, initiative TEXT,
    employment TEXT NOT NULL, first_sick_day TEXT NOT NULL, office TEXT,
    PRIMARY KEY (case_n, seq)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO case_figure_events
    SELECT event.case_n, row_number() OVER (PARTITION BY event.case_n ORDER BY event.seq) - 1, event.kind, event.date,
      row_number() OVER (PARTITION BY event.case_n, event.kind ORDER BY event.date, event.seq) = 1,
      event.channel, event.initiative, facts.employment, facts.first_sick_day, facts.office
    FROM case_events AS event JOIN case_facts AS facts ON facts.n = event.case_n
    WHERE event.kind IN ('plan-inkommen', 'arbetsplatsstod', 'tips');
  DROP INDEX figures_of_events;
  CREATE INDEX figures_of_happenings ON case_figure_events
    (kind, date, employment, first_sick_day, office, channel, initiative, is_first);
`

/** Events that figures are of have what they are counted by beside them: of a month of the agency, no case is looked up. */
export const figureEventsTable = {
  version: 22,
  name: 'figure-events',
  up: (database: Database.Database) => {
    database.exec(sql)
  },
}
