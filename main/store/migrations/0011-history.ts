import type Database from 'better-sqlite3'
import { z } from 'zod'
import { type Timestamp, timestampSchema } from '../../../shared/case/dates.ts'
import type { RevisionCause } from '../../../shared/history/cause.ts'
import { sittingOf } from '../../../shared/history/thin.ts'
import { createRevisionPacker, revisionText } from '../history/pack-revisions.ts'
import { reviewOfRevisions } from './0009-review.ts'

// `sitting` is the first revision of the sitting, so that what remains of one still says so when others have gone.
const table = `
  CREATE TABLE revisions (
    note_id TEXT NOT NULL REFERENCES notes (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    cause TEXT NOT NULL,
    sitting INTEGER NOT NULL CHECK (sitting BETWEEN 1 AND revision),
    template_id TEXT NOT NULL,
    template_version INTEGER NOT NULL,
    base INTEGER CHECK (base < revision),
    content BLOB NOT NULL,
    PRIMARY KEY (note_id, revision)
  ) STRICT;
  CREATE INDEX revisions_built_on ON revisions (note_id, base) WHERE base IS NOT NULL;

  -- The revisions that somebody else's save met, and was refused.
  CREATE TABLE disputed_revisions (
    note_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (note_id, revision)
  ) STRICT;

  -- The revisions that something points at.
  CREATE VIEW named_revisions (note_id, revision) AS
    SELECT records.note_id, notes.revision FROM records JOIN notes ON notes.id = records.note_id
    UNION ALL SELECT note_id, revision FROM disputed_revisions
    UNION ALL SELECT note_id, revision FROM review_events;

  -- The notes that were saved since their revisions were thinned to whole sittings.
  CREATE TABLE notes_to_thin (note_id TEXT PRIMARY KEY NOT NULL) STRICT;
`

// All of the rule but the minutes of today, which the database cannot tell.
const triggers = `
  CREATE TRIGGER revision_stays BEFORE UPDATE ON revisions
  BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;

  CREATE TRIGGER revision_is_kept BEFORE DELETE ON revisions
  WHEN OLD.cause <> 'skriven'
    OR OLD.revision = OLD.sitting
    OR NOT EXISTS (SELECT 1 FROM revisions later
      WHERE later.note_id = OLD.note_id AND later.revision > OLD.revision AND later.sitting = OLD.sitting)
    OR EXISTS (SELECT 1 FROM revisions next
      WHERE next.note_id = OLD.note_id AND next.revision = OLD.revision + 1 AND next.cause <> 'skriven')
    OR EXISTS (SELECT 1 FROM revisions built WHERE built.note_id = OLD.note_id AND built.base = OLD.revision)
    OR EXISTS (SELECT 1 FROM named_revisions named
      WHERE named.note_id = OLD.note_id AND named.revision = OLD.revision)
    OR NOT EXISTS (SELECT 1 FROM notes WHERE id = OLD.note_id AND status = 'utkast')
  BEGIN SELECT RAISE(ABORT, 'a revision is never deleted but one within a sitting of a draft'); END;

  CREATE TRIGGER dispute_stays BEFORE UPDATE ON disputed_revisions
  BEGIN SELECT RAISE(ABORT, 'a conflict is never changed'); END;

  CREATE TRIGGER dispute_is_kept BEFORE DELETE ON disputed_revisions
  BEGIN SELECT RAISE(ABORT, 'a conflict is never forgotten'); END;

  CREATE TRIGGER revision_is_added_to_drafts BEFORE INSERT ON revisions
  WHEN EXISTS (SELECT 1 FROM notes WHERE id = NEW.note_id AND status = 'journalford')
    OR EXISTS (SELECT 1 FROM revisions
      WHERE (note_id = NEW.note_id AND revision >= NEW.revision) OR rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'a revision is only added last, and never to a signed note'); END;
`

const noteRow = z.object({
  id: z.string(),
  template_id: z.string(),
  template_version: z.int(),
  status: z.string(),
  imported: z.int(),
})

const oldRow = z.object({
  revision: z.int(),
  at: z.string(),
  by: z.string(),
  answers: z.string(),
  objections: z.string().nullable(),
  set_aside: z.string().nullable(),
  template_id: z.string().nullable(),
  template_version: z.int().nullable(),
})
type Old = z.infer<typeof oldRow>
type Pinned = Old & { template_id: string; template_version: number }

/** Revisions of before moves do not say their template: it is that of the first that does, or else the note's. */
function withTemplates(rows: readonly Old[], note: z.infer<typeof noteRow>): Pinned[] {
  let known = { template_id: note.template_id, template_version: note.template_version }
  return rows
    .toReversed()
    .map((row): Pinned => {
      const { template_id, template_version } = row
      if (template_id !== null && template_version !== null) known = { template_id, template_version }
      return { ...row, ...known }
    })
    .toReversed()
}

/** Why a revision was made, as far as it can be told from what it says. */
function causeOf(row: Pinned, before: Pinned | undefined, imported: boolean): RevisionCause {
  if (before === undefined) return imported ? 'importerad' : 'skapad'
  const moved = row.template_id !== before.template_id || row.template_version !== before.template_version
  if (moved) return 'flyttad'
  return row.objections === before.objections ? 'skriven' : 'invandning'
}

// A time that cannot be read begins a sitting.
const timeOf = (at: string): Timestamp =>
  timestampSchema.catch(timestampSchema.parse('1970-01-01T00:00:00Z')).parse(at)

function packNote(database: Database.Database, note: z.infer<typeof noteRow>): void {
  const old: unknown = database
    .prepare('SELECT * FROM revisions_before WHERE note_id = ? ORDER BY revision')
    .all(note.id)
  const add = database.prepare('INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const packer = createRevisionPacker()
  let before: Pinned | undefined
  let sitting: number | undefined
  for (const row of withTemplates(z.array(oldRow).parse(old), note)) {
    const cause = causeOf(row, before, note.imported === 1)
    const lastSave =
      before === undefined || sitting === undefined
        ? undefined
        : { at: timeOf(before.at), by: before.by, sitting }
    sitting = sittingOf(lastSave, { revision: row.revision, at: timeOf(row.at), by: row.by })
    const { base, content } = packer.next(row.revision, revisionText(row))
    const { revision, at, by, template_id, template_version } = row
    add.run(note.id, revision, at, by, cause, sitting, template_id, template_version, base, content)
    before = row
  }
}

/**
 * Why each revision was made, which sitting it belongs to, and its content in little room; and triggers that let go of what the
 * rule of thinning (shared/history/thin.ts) may take, and of nothing else.
 */
export const revisionHistory = {
  version: 11,
  name: 'history',
  up: (database: Database.Database) => {
    for (const name of ['revision_stays', 'revision_is_kept', 'revision_is_added_to_drafts'])
      database.exec(`DROP TRIGGER ${name}`)
    database.exec('ALTER TABLE revisions RENAME TO revisions_before')
    database.exec(table)
    const notes: unknown = database
      .prepare(
        `SELECT id, template_id, template_version, status, NOT EXISTS (
           SELECT 1 FROM log WHERE log.note_id = notes.id AND action = 'note-created') AS imported
         FROM notes ORDER BY rowid`,
      )
      .all()
    for (const note of z.array(noteRow).parse(notes)) packNote(database, note)
    database.exec('DROP TABLE revisions_before')
    database.exec(triggers)
    database.exec(reviewOfRevisions)
    database.exec(`INSERT INTO notes_to_thin SELECT id FROM notes WHERE status = 'utkast'`)
  },
}
