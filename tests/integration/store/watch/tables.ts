import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Db } from '../../../../main/store/db.ts'
import { migrate } from '../../../../main/store/migrations/index.ts'
import { sortKey } from '../../../../shared/case/sort-key.ts'

/** The tables of an archive in memory, where rows can stand that no note has made. */
export function emptyTables(): Db {
  const raw = new Database(':memory:')
  onTestFinished(() => {
    raw.close()
  })
  migrate(raw, 0)
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
