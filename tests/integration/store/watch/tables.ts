import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Db } from '../../../../main/store/db.ts'
import { migrate } from '../../../../main/store/migrations/index.ts'
import { sortKey } from '../../../../shared/text/sort-key.ts'

/** The tables of an archive in memory, where rows can stand that no note has made. */
export function emptyTables(): Db {
  const raw = new Database(':memory:')
  onTestFinished(() => {
    raw.close()
  })
  migrate(raw, 0)
  raw.exec(standIn)
  raw.pragma('foreign_keys = OFF')
  return {
    path: ':memory:',
    raw,
    statements: new Map(),
    isInPlace: () => true,
    secretFor: () => new Uint8Array(32),
  }
}

export type Row = Readonly<Record<string, string | number | null>>

/** A case's facts as the store derives them, with what a test says of it. */
export function factsRow(n: number, said: Row = {}): Row {
  const text = (name: string, other: string) => String(said[name] ?? other)
  const employer = said.employer === undefined ? 'Påhittade Plåt AB' : said.employer
  return {
    n,
    case_id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    number: `26-${n}`,
    number_key: sortKey(text('number', `26-${n}`)),
    name: 'Lisa Berg',
    name_key: sortKey(text('name', 'Lisa Berg')),
    personnummer: '18930412-2386',
    employment: 'anstalld',
    employer,
    employer_key: typeof employer === 'string' ? sortKey(employer) : null,
    organisation_number: null,
    first_sick_day: '2025-12-01',
    extent: 100,
    expected_length: 'minst-60-dagar',
    assigned_to: 'Anna Ek',
    assigned_key: sortKey(text('assigned_to', 'Anna Ek')),
    office: null,
    closed_on: null,
    area: null,
    plan_state: null,
    plan_asked_on: null,
    plan_came_on: null,
    plan_channel: null,
    plan_initiative: null,
    plan_followable: null,
    plan_follow_up: null,
    need_state: null,
    need_on: null,
    first_measure_on: null,
    last_event: null,
    next_due: null,
    notes: 0,
    drafts: 0,
    oldest_draft: null,
    updated_at: '2026-03-04T10:00:00.000Z',
    ...said,
  }
}

/** Puts a row in a table as it is. */
export function insert({ raw }: Db, table: string, row: Row): void {
  const names = Object.keys(row)
  raw
    .prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row)
}

const standIn = `
CREATE TABLE case_facts (n INTEGER PRIMARY KEY, case_id TEXT UNIQUE, number, number_key, name, name_key, personnummer, employment, employer, employer_key, organisation_number,
first_sick_day, extent INT, expected_length, assigned_to, assigned_key, office, closed_on, area, plan_state, plan_asked_on, plan_came_on, plan_channel, plan_initiative, plan_followable,
plan_follow_up, need_state, need_on, first_measure_on, last_event, next_due, notes INT, drafts INT, oldest_draft, updated_at);
CREATE TABLE case_insatser (case_n, seq, note_id, row_id, owner, what, kind, performer_role, performer, starts, ends, follow_up,
      status, missing_reason, effect, aims_at, PRIMARY KEY (case_n, seq)) WITHOUT ROWID;
CREATE TABLE case_dues (case_n, seq, kind, due, note_id, field, row_id, PRIMARY KEY (case_n, seq)) WITHOUT ROWID;
  CREATE TABLE case_marks (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (user_id, case_id)
  ) STRICT, WITHOUT ROWID;
`
