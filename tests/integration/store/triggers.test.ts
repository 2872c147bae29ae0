import { describe, expect, test } from 'vitest'
import { verifyArchive } from '../../../main/store/verify.ts'
import { caseId, draftId, rowsOf, signedId, withNotes } from './support.ts'

const tables = [
  'notes',
  'revisions',
  'records',
  'log',
  'signing_keys',
  'comment_threads',
  'comment_entries',
  'users',
]
const copyOf = (table: string, columns: Record<string, string>) => (kind: 'INSERT' | 'INSERT OR REPLACE') =>
  `${kind} INTO ${table} (${Object.keys(columns).join()}) SELECT ${Object.values(columns).join()} FROM ${table}`

const note = {
  id: 'id',
  case_id: 'case_id',
  template_id: 'template_id',
  template_version: '1',
  kind: 'kind',
  owner: 'owner',
  author: 'author',
  status: `'utkast'`,
  created_at: 'created_at',
  updated_at: 'updated_at',
  revision: '1',
  answers: `'{}'`,
}
const record = {
  note_id: 'note_id',
  case_id: 'case_id',
  sequence: 'sequence',
  previous: 'previous',
  digest: 'digest',
  canonical: `'{}'`,
  signature: 'signature',
}
const revision = {
  note_id: 'note_id',
  revision: 'revision',
  at: 'at',
  by: 'by',
  cause: 'cause',
  sitting: 'sitting',
  template_id: 'template_id',
  template_version: 'template_version',
  content: 'content',
}
const thread = { id: 'id', note_id: 'note_id', anchor: `'{}'`, place: 'place' }
const entry = { id: 'id', thread_id: 'thread_id', at: 'at', by: 'by', content: `'{}'` }
const user = { id: 'id', name: 'name', roles: 'roles', rights: 'rights', added_at: 'added_at' }
const logged = {
  seq: 'seq',
  at: 'at',
  by: 'by',
  action: 'action',
  previous: 'previous',
  digest: `'${'0'.repeat(64)}'`,
}
const key = {
  number: 'number',
  holder: 'holder',
  public_key: 'public_key',
  wrapped: 'wrapped',
  made_at: 'made_at',
}
const fresh = `'11111111-1111-4111-8111-111111111111'`

/** Every path by which SQL could change what must stay. */
const attempts: readonly [string, string][] = [
  ['a signed note’s answers', `UPDATE notes SET answers = '{}' WHERE id = '${signedId}'`],
  ['a signed note’s objections', `UPDATE notes SET objections = '[]' WHERE id = '${signedId}'`],
  ['a signed note’s status', `UPDATE notes SET status = 'utkast' WHERE id = '${signedId}'`],
  ['a signed note’s author', `UPDATE notes SET author = '{}' WHERE id = '${signedId}'`],
  ['a signed note, deleted', `DELETE FROM notes WHERE id = '${signedId}'`],
  ['every note, deleted', 'DELETE FROM notes'],
  ['a signed note, replaced by id', `${copyOf('notes', note)('INSERT OR REPLACE')} WHERE id = '${signedId}'`],
  [
    'a signed note, replaced by its rowid',
    `${copyOf('notes', { rowid: 'rowid', ...note, id: fresh })('INSERT OR REPLACE')} WHERE id = '${signedId}'`,
  ],
  [
    'a signed note, pushed out by a draft that takes its id',
    `UPDATE OR REPLACE notes SET id = '${signedId}' WHERE id = '${draftId}'`,
  ],
  [
    'a signed note, pushed out by a draft that takes its rowid',
    `UPDATE OR REPLACE notes SET rowid = (SELECT rowid FROM notes WHERE id = '${signedId}') WHERE id = '${draftId}'`,
  ],
  [
    'a signed note, by an upsert',
    `${copyOf('notes', note)('INSERT')} WHERE id = '${signedId}' ON CONFLICT (id) DO UPDATE SET answers = '{}'`,
  ],
  ['a draft, signed without a record', `UPDATE notes SET status = 'journalford' WHERE id = '${draftId}'`],
  [
    'a note that begins as signed',
    `${copyOf('notes', { ...note, id: fresh, status: `'journalford'` })('INSERT')} WHERE id = '${draftId}'`,
  ],
  ['a revision', `UPDATE revisions SET content = x'00'`],
  ['a revision’s cause', `UPDATE revisions SET cause = 'skriven'`],
  ['a revision of a draft', `UPDATE revisions SET content = x'00' WHERE note_id = '${draftId}'`],
  ['revisions, deleted', 'DELETE FROM revisions'],
  [
    'a revision, replaced',
    `${copyOf('revisions', revision)('INSERT OR REPLACE')} WHERE note_id = '${draftId}'`,
  ],
  [
    'a revision, replaced by its rowid',
    `${copyOf('revisions', { rowid: 'rowid', ...revision, revision: '7' })('INSERT OR REPLACE')}
     WHERE note_id = '${draftId}'`,
  ],
  [
    'a revision added to a signed note',
    `${copyOf('revisions', { ...revision, revision: '2' })('INSERT')} WHERE note_id = '${signedId}'`,
  ],
  ['a record', `UPDATE records SET canonical = '{}'`],
  ['a record’s digest', `UPDATE records SET digest = '${'0'.repeat(64)}'`],
  ['a record, deleted', 'DELETE FROM records'],
  ['a record, replaced', copyOf('records', record)('INSERT OR REPLACE')],
  [
    'a record, replaced by another note’s',
    copyOf('records', { ...record, note_id: `'${draftId}'`, digest: `'x'` })('INSERT OR REPLACE'),
  ],
  ['the log', `UPDATE log SET by = '{}'`],
  ['the log, deleted', 'DELETE FROM log'],
  [
    'the log, replaced',
    copyOf('log', { seq: 'seq', at: 'at', by: `'{}'`, action: 'action' })('INSERT OR REPLACE'),
  ],
  ['what a thread of comments is about', `UPDATE comment_threads SET anchor = '{}'`],
  ['the note of a thread', `UPDATE comment_threads SET note_id = '${draftId}'`],
  ['a thread of comments, deleted', 'DELETE FROM comment_threads'],
  ['a thread of comments, replaced', copyOf('comment_threads', thread)('INSERT OR REPLACE')],
  [
    'a thread of comments, replaced by its rowid',
    copyOf('comment_threads', { rowid: 'rowid', ...thread, id: fresh })('INSERT OR REPLACE'),
  ],
  ['a comment', `UPDATE comment_entries SET content = '{}'`],
  ['who wrote a comment', `UPDATE comment_entries SET by = '{}'`],
  ['a comment, deleted', 'DELETE FROM comment_entries'],
  ['a comment, replaced', copyOf('comment_entries', entry)('INSERT OR REPLACE')],
  [
    'a comment, replaced by its number',
    copyOf('comment_entries', { seq: 'seq', ...entry, id: fresh })('INSERT OR REPLACE'),
  ],
  ['a user, deleted', 'DELETE FROM users'],
  ['a user, replaced', copyOf('users', { ...user, roles: `'["specialist"]'` })('INSERT OR REPLACE')],
  ['a user, replaced by rowid', copyOf('users', { rowid: 'rowid', ...user, id: fresh })('INSERT OR REPLACE')],
  ['a user’s id', `UPDATE users SET id = ${fresh}`],
  ['the log, an entry without a chain', copyOf('log', { at: 'at', by: 'by', action: 'action' })('INSERT')],
  [
    'the log, an entry that follows on another than the last',
    `${copyOf('log', { ...logged, seq: '(SELECT max(seq) + 1 FROM log)' })('INSERT')} WHERE seq = 2`,
  ],
  [
    'the log, an entry that leaves a gap',
    `${copyOf('log', { ...logged, seq: 'seq + 2', previous: 'digest' })('INSERT')} WHERE seq = (SELECT max(seq) FROM log)`,
  ],
  ['the log, its number', 'UPDATE OR REPLACE log SET seq = 1 WHERE seq = 2'],
  ['the log, by its rowid', 'UPDATE log SET rowid = 99 WHERE seq = 2'],
  ['a signing key', `UPDATE signing_keys SET wrapped = '{}'`],
  ['a signing key’s holder', `UPDATE signing_keys SET holder = 'Eva Ek'`],
  ['a signing key, deleted', 'DELETE FROM signing_keys'],
  ['a signing key, replaced', copyOf('signing_keys', { ...key, wrapped: `'{}'` })('INSERT OR REPLACE')],
  [
    'a signing key, replaced by its number',
    copyOf('signing_keys', { ...key, public_key: `'x'` })('INSERT OR REPLACE'),
  ],
  [
    'a signing key, by an upsert',
    `${copyOf('signing_keys', key)('INSERT')} WHERE true ON CONFLICT (public_key) DO UPDATE SET wrapped = '{}'`,
  ],
  ['the case of a note, deleted', `DELETE FROM cases WHERE id = '${caseId}'`],
]

describe('raw SQL cannot change what was signed, saved or logged @security-signed', () => {
  test.each(attempts)('%s', (_what, sql) => {
    const { db } = withNotes()
    const before = tables.map((table) => rowsOf(db, table))
    expect(() => db.raw.exec(sql)).toThrow(/never|keeps|begins|signed by|only added|FOREIGN KEY/)
    expect(tables.map((table) => rowsOf(db, table))).toEqual(before)
    expect(verifyArchive(db)).toEqual([])
  })

  test('with replacing deletes reported to triggers, too', () => {
    const { db } = withNotes()
    db.raw.pragma('recursive_triggers = ON')
    for (const [, sql] of attempts) expect(() => db.raw.exec(sql)).toThrow()
    expect(verifyArchive(db)).toEqual([])
  })

  test('on a connection that does not look after references, either', () => {
    const { db } = withNotes()
    db.raw.pragma('foreign_keys = OFF')
    const before = tables.map((table) => rowsOf(db, table))
    for (const [what, sql] of attempts.filter(([, text]) => !text.startsWith('DELETE FROM cases')))
      expect(() => db.raw.exec(sql), what).toThrow(/never|keeps|begins|signed by|only added/)
    expect(tables.map((table) => rowsOf(db, table))).toEqual(before)
  })
})

describe('what stays free', () => {
  test.each([
    ['a draft can be changed', `UPDATE notes SET answers = '{"a":1}' WHERE id = '${draftId}'`],
    ['a setting can be changed', `INSERT OR REPLACE INTO settings VALUES ('a', '1')`],
    ['where a thread of comments stands now can be', `UPDATE comment_threads SET place = '{"kind":"note"}'`],
    ['a case can be changed', `UPDATE cases SET updated_at = 'x' WHERE id = '${caseId}'`],
  ])('%s', (_what, sql) => {
    const { db } = withNotes()
    expect(() => db.raw.exec(sql)).not.toThrow()
  })
})
