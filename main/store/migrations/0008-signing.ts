import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import canonicalize from 'canonicalize'
import { z } from 'zod'

const before = `
  DROP TRIGGER log_stays;
  DROP TRIGGER log_is_only_added_to;
  ALTER TABLE log ADD COLUMN about TEXT;
  ALTER TABLE log ADD COLUMN previous TEXT;
  ALTER TABLE log ADD COLUMN digest TEXT;

  CREATE TABLE signing_keys (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    holder TEXT NOT NULL,
    public_key TEXT NOT NULL UNIQUE,
    wrapped TEXT NOT NULL,
    made_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX signing_keys_by_holder ON signing_keys (holder, number);
`

// An entry that replaces another never gets as far as replacing it: it does not come after the last.
const after = `
  CREATE INDEX log_by_about ON log (about) WHERE about IS NOT NULL;
  CREATE INDEX log_by_note ON log (note_id) WHERE note_id IS NOT NULL;
  CREATE INDEX log_by_case ON log (case_id) WHERE case_id IS NOT NULL;
  CREATE TRIGGER log_stays BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
  CREATE TRIGGER log_is_only_added_to BEFORE INSERT ON log
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
      OR NEW.previous IS NOT (SELECT digest FROM log ORDER BY seq DESC LIMIT 1)
      OR coalesce(length(NEW.digest), 0) <> 64
    BEGIN SELECT RAISE(ABORT, 'the log is only added to, each entry after the last'); END;
  CREATE TRIGGER signing_key_stays BEFORE UPDATE ON signing_keys
    BEGIN SELECT RAISE(ABORT, 'a signing key is never changed'); END;
  CREATE TRIGGER signing_key_is_kept BEFORE DELETE ON signing_keys
    BEGIN SELECT RAISE(ABORT, 'a signing key is never deleted'); END;
  CREATE TRIGGER signing_key_is_only_added BEFORE INSERT ON signing_keys
    WHEN EXISTS (SELECT 1 FROM signing_keys WHERE number = NEW.number OR public_key = NEW.public_key)
    BEGIN SELECT RAISE(ABORT, 'a signing key is only added'); END;
`

const entryRow = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  case_id: z.string().nullable(),
  note_id: z.string().nullable(),
  user_id: z.string().nullable(),
})
type Entry = z.infer<typeof entryRow>

const recordRow = z.object({ note_id: z.string(), case_id: z.string(), digest: z.string() })

/** As entries of this version are digested for good, whatever later versions add. */
function digestOf(
  { seq, at, by, action, case_id, note_id, user_id }: Entry,
  about: string | null,
  previous: string | null,
): string {
  const who: unknown = JSON.parse(by)
  const text = canonicalize({
    seq,
    at,
    by: who,
    action,
    caseId: case_id,
    noteId: note_id,
    userId: user_id,
    about,
    previous,
  })
  return createHash('sha256')
    .update(text ?? '', 'utf8')
    .digest('hex')
}

/** Chains the entries that are there, and adds one for every record, so that a record taken out is missed. */
function chain(database: Database.Database): void {
  const entries = z.array(entryRow).parse(database.prepare('SELECT * FROM log ORDER BY seq').all())
  const write = database.prepare('UPDATE log SET previous = ?, digest = ? WHERE seq = ?')
  let previous: string | null = null
  for (const entry of entries) {
    const digest = digestOf(entry, null, previous)
    write.run(previous, digest, entry.seq)
    previous = digest
  }
  const last = entries.at(-1)
  if (last === undefined) return
  const add = database.prepare(
    'INSERT INTO log (seq, at, by, action, case_id, note_id, about, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const records = z
    .array(recordRow)
    .parse(database.prepare('SELECT * FROM records ORDER BY case_id, sequence').all())
  const at = new Date().toISOString()
  records.forEach(({ note_id, case_id, digest: about }, index) => {
    // By whoever the archive was last used by: the one who opens it is not known yet.
    const entry = {
      seq: last.seq + index + 1,
      at,
      by: last.by,
      action: 'record-chained',
      case_id,
      note_id,
      user_id: null,
    }
    const digest = digestOf(entry, about, previous)
    add.run(entry.seq, at, entry.by, entry.action, case_id, note_id, about, previous, digest)
    previous = digest
  })
}

/** The keys that users sign with, and the one chain of all that happens in an archive. */
export const signing = {
  version: 8,
  name: 'signing',
  up: (database: Database.Database) => {
    database.exec(before)
    chain(database)
    database.exec(after)
  },
}
