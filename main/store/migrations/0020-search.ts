import type Database from 'better-sqlite3'

// Where the words are kept: in the index alone (contentless). The texts stand in their notes, and what is shown of a hit is made
// of these; kept a second time, or as external content that must be at hand to be taken away again, they would be half as much
// again as the notes. FTS5 cannot overwrite single words of a table without content: what is deleted is marked so, and goes
// from the file when its segments are merged. Therefore gallring optimises the index before it builds the file anew (disposal.ts).
//
// The id of a document grows with the time it was last written: `order by rowid desc` is the newest first without sorting, and days are
// ranges of ids. Filters are words of the second column, so that the index itself finds what has both. The words come from our own
// reading of texts (shared/search/words.ts), joined by blanks; the tokenizer parts them there and nowhere else, since all that
// is not ASCII is a letter to it.
//
// Compounds, endings and misspellings are looked up among the distinct words, by indexes on the word turned round (what ends in
// -plan) and on its letters without dots and rings. A trigram index would find no more of these, and is many times larger.
const tables = `
  CREATE TABLE search_docs (
    id INTEGER PRIMARY KEY,
    case_n INTEGER NOT NULL REFERENCES case_facts (n) ON DELETE CASCADE,
    kind TEXT NOT NULL, ref TEXT NOT NULL, digest BLOB NOT NULL
  ) STRICT;
  CREATE INDEX search_docs_by_case ON search_docs (case_n);

  CREATE VIRTUAL TABLE search_index USING fts5 (
    words, facets, content = '', contentless_delete = 1, tokenize = "ascii"
  );

  CREATE TABLE search_terms (
    term TEXT PRIMARY KEY NOT NULL, tail TEXT NOT NULL, plain TEXT NOT NULL, plain_tail TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX search_terms_by_tail ON search_terms (tail);
  CREATE INDEX search_terms_by_plain ON search_terms (plain);
  CREATE INDEX search_terms_by_plain_tail ON search_terms (plain_tail);

  CREATE TABLE search_values (word TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE saved_searches (
    user_id TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
  ) STRICT, WITHOUT ROWID;
`

const queue = (id: string) =>
  `DELETE FROM derive_queue WHERE case_id = ${id}; INSERT INTO derive_queue (case_id) VALUES (${id});`
const ofThread = (thread: string) =>
  `(SELECT notes.case_id FROM notes JOIN comment_threads ON comment_threads.note_id = notes.id WHERE comment_threads.id = ${thread})`

const triggers = `
  CREATE TRIGGER deleted_document_leaves_the_index AFTER DELETE ON search_docs
    BEGIN DELETE FROM search_index WHERE rowid = OLD.id; END;
  CREATE TRIGGER added_comment_is_derived AFTER INSERT ON comment_entries
    BEGIN ${queue(ofThread('NEW.thread_id'))} END;
  CREATE TRIGGER reviewed_note_is_derived AFTER INSERT ON review_events
    BEGIN ${queue('(SELECT case_id FROM notes WHERE id = NEW.note_id)')} END;
`

/**
 * What is searched: a document for each note, each case's details and each thread of comments, derived as all else is, with the
 * words of all of them; and the searches that users have kept. Whatever archive there was derives all of it when it is opened.
 */
export const search = {
  version: 20,
  name: 'search',
  up: (database: Database.Database) => {
    database.exec(tables)
    database.exec(triggers)
  },
}
