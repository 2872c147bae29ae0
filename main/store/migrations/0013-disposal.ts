import type Database from 'better-sqlite3'
import { z } from 'zod'

const tables = `
  CREATE TABLE disposals (
    case_id TEXT PRIMARY KEY NOT NULL,
    case_number TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    notes INTEGER NOT NULL,
    records INTEGER NOT NULL,
    revisions INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE disposed_notes (
    note_id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES disposals (case_id),
    revision INTEGER NOT NULL,
    content_digest TEXT NOT NULL,
    record_digest TEXT
  ) STRICT;
  CREATE INDEX disposed_notes_by_case ON disposed_notes (case_id);
`

const refusals: readonly { name: string; event: string; when: string; message: string }[] = [
  {
    name: 'disposal_is_of_a_closed_case',
    event: 'BEFORE INSERT ON disposals',
    when: `NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id AND number = NEW.case_number
      AND json_extract(details, '$.closed.on') = NEW.closed_on)`,
    message: 'only a closed case is ever disposed of',
  },
  {
    name: 'disposal_is_only_added',
    event: 'BEFORE INSERT ON disposals',
    when: 'EXISTS (SELECT 1 FROM disposals WHERE case_id = NEW.case_id OR rowid = NEW.rowid)',
    message: 'a receipt of disposal is only added',
  },
  {
    name: 'disposed_note_is_of_its_case',
    event: 'BEFORE INSERT ON disposed_notes',
    when: `NOT EXISTS (SELECT 1 FROM notes WHERE id = NEW.note_id AND case_id = NEW.case_id
        AND revision = NEW.revision)
      OR NEW.record_digest IS NOT (SELECT digest FROM records WHERE note_id = NEW.note_id)
      OR length(NEW.content_digest) <> 64`,
    message: 'a receipt is only ever of a note of the case as it stands',
  },
  {
    name: 'disposed_note_is_only_added',
    event: 'BEFORE INSERT ON disposed_notes',
    when: 'EXISTS (SELECT 1 FROM disposed_notes WHERE note_id = NEW.note_id OR rowid = NEW.rowid)',
    message: 'a receipt of disposal is only added',
  },
  ...['disposals', 'disposed_notes'].flatMap((table) =>
    (['UPDATE', 'DELETE'] as const).map((verb) => ({
      name: `${table}_stay_at_${verb.toLowerCase()}`,
      event: `BEFORE ${verb} ON ${table}`,
      when: 'TRUE',
      message: 'a receipt of disposal is never changed or deleted',
    })),
  ),
  {
    name: 'case_is_kept',
    event: 'BEFORE DELETE ON cases',
    when: 'NOT EXISTS (SELECT 1 FROM disposals WHERE case_id = OLD.id)',
    message: 'a case is never deleted but by disposal',
  },
  {
    name: 'disposed_case_stays_away',
    event: 'BEFORE INSERT ON cases',
    when: 'EXISTS (SELECT 1 FROM disposals WHERE case_id = NEW.id)',
    message: 'a case that was disposed of never comes back',
  },
  {
    name: 'disposed_note_stays_away',
    event: 'BEFORE INSERT ON notes',
    when: 'EXISTS (SELECT 1 FROM disposed_notes WHERE note_id = NEW.id)',
    message: 'a note that was disposed of never comes back',
  },
]

/** Whether a row that is to be deleted belongs to a note that there is a receipt of, by the columns of its table. */
function isDisposed(table: string, columns: ReadonlySet<string>): string | undefined {
  const receipt = (note: string) => `EXISTS (SELECT 1 FROM disposed_notes WHERE note_id = ${note})`
  if (table === 'notes') return receipt('OLD.id')
  if (columns.has('note_id')) return receipt('OLD.note_id')
  if (columns.has('thread_id'))
    return `EXISTS (SELECT 1 FROM comment_threads t JOIN disposed_notes d ON d.note_id = t.note_id
      WHERE t.id = OLD.thread_id)`
  return undefined
}

const triggerRow = z.object({ name: z.string(), tbl_name: z.string(), sql: z.string() })
const DELETING =
  /^CREATE TRIGGER \S+\s+BEFORE DELETE ON \S+\s*(?:WHEN\s+([\s\S]+?)\s*)?\bBEGIN\s+(SELECT RAISE[\s\S]+)$/

/** Lets every trigger that refuses a delete let go of what there is a receipt of, and of nothing else. */
function openToReceipts(database: Database.Database): void {
  const triggers = z
    .array(triggerRow)
    .parse(
      database
        .prepare(
          `SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE DELETE ON%'`,
        )
        .all(),
    )
  for (const { name, tbl_name: table, sql } of triggers) {
    const columns = z
      .array(z.string())
      .parse(database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table))
    const disposed = table === 'log' ? undefined : isDisposed(table, new Set(columns))
    if (disposed === undefined) continue
    const [, when = 'TRUE', body] = DELETING.exec(sql) ?? []
    if (body === undefined) throw new Error(`The trigger ${name} has another form.`)
    database.exec(`DROP TRIGGER ${name}`)
    database.exec(
      `CREATE TRIGGER ${name} BEFORE DELETE ON ${table} WHEN (${when}) AND NOT ${disposed} BEGIN ${body}`,
    )
  }
}

/**
 * Receipts of what has been disposed of (gallrat), with digests and counts alone. With its receipt in place a note and all
 * that belongs to it can be deleted, and with them its case; nothing else can.
 */
export const disposal = {
  version: 13,
  name: 'disposal',
  up: (database: Database.Database) => {
    database.exec(tables)
    openToReceipts(database)
    for (const { name, event, when, message } of refusals)
      database.exec(
        `CREATE TRIGGER ${name} ${event} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END;`,
      )
  },
}
