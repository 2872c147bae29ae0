import type Database from 'better-sqlite3'

// `text` is what was written, be it JSON or not yet. `canonical` is what its publisher signed; `digest` is taken of it.
const tables = `
  CREATE TABLE working_copies (
    id TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    state TEXT NOT NULL CHECK (state IN ('utkast', 'inlamnad', 'granskad')),
    text TEXT NOT NULL,
    from_id TEXT,
    from_version INTEGER,
    writers TEXT NOT NULL,
    review TEXT,
    begun_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE template_versions (
    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
    template_id TEXT NOT NULL,
    template_version INTEGER NOT NULL CHECK (template_version >= 1),
    canonical TEXT NOT NULL,
    seal TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    UNIQUE (template_id, template_version)
  ) STRICT;

  CREATE TABLE template_withdrawals (
    digest TEXT PRIMARY KEY NOT NULL REFERENCES template_versions (digest),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(trim(reason)) > 0)
  ) STRICT;

  CREATE INDEX drafts_by_template ON notes (template_id, template_version) WHERE status = 'utkast';
`

const refusals: readonly { name: string; event: string; when: string; message: string }[] = [
  {
    name: 'working_copy_in_review_stays',
    event: 'BEFORE UPDATE ON working_copies',
    when: `OLD.state <> 'utkast' AND (NEW.text IS NOT OLD.text OR NEW.writers IS NOT OLD.writers)`,
    message: 'a template in review is never changed',
  },
  {
    name: 'template_version_is_only_added',
    event: 'BEFORE INSERT ON template_versions',
    when: `EXISTS (SELECT 1 FROM template_versions WHERE digest = NEW.digest OR rowid = NEW.rowid
      OR (template_id = NEW.template_id AND template_version = NEW.template_version))`,
    message: 'a published template is only added',
  },
  {
    name: 'template_withdrawal_is_only_added',
    event: 'BEFORE INSERT ON template_withdrawals',
    when: `NOT EXISTS (SELECT 1 FROM template_versions WHERE digest = NEW.digest)
      OR EXISTS (SELECT 1 FROM template_withdrawals WHERE digest = NEW.digest OR rowid = NEW.rowid)`,
    message: 'a withdrawal is only added, of a template that was published',
  },
  ...['template_versions', 'template_withdrawals'].flatMap((table) =>
    (['UPDATE', 'DELETE'] as const).map((verb) => ({
      name: `${table}_stay_at_${verb.toLowerCase()}`,
      event: `BEFORE ${verb} ON ${table}`,
      when: 'TRUE',
      message: 'a published template is never changed or deleted',
    })),
  ),
]

/**
 * Templates that are written in the archive: working copies, and the versions that were published, which notes pin and nothing
 * changes; that one is withdrawn is added beside it.
 */
export const templates = {
  version: 25,
  name: 'templates',
  up: (database: Database.Database) => {
    database.exec(tables)
    for (const { name, event, when, message } of refusals)
      database.exec(
        `CREATE TRIGGER ${name} ${event} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END;`,
      )
  },
}
