import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { CaseId } from '../../../shared/case/ids.ts'
import {
  type CaseRows,
  type DerivedCell,
  type DerivedTable,
  derivedColumns,
} from '../../../shared/projection/derived-rows.ts'
import type { Db } from '../db.ts'

/** The tables with rows of a case, each found by the case's number; its facts are found by its id. */
const tablesOfRows = [
  'case_events',
  'case_figure_events',
  'case_insatser',
  'case_dues',
  'survey_answers',
  'case_writers',
] as const
type TableOfRows = (typeof tablesOfRows)[number]

interface Statements {
  readonly read: Database.Statement
  readonly write: Database.Statement
  readonly cut: Database.Statement
}
interface AllStatements {
  readonly facts: {
    readonly read: Database.Statement
    readonly add: Database.Statement
    readonly change: Database.Statement
  }
  readonly rows: Readonly<Record<TableOfRows, Statements>>
}

const known = new WeakMap<Db, AllStatements>()

// Written by hand and prepared once: every save goes through here.
function statementsOf(db: Db): AllStatements {
  const before = known.get(db)
  if (before) return before
  const { raw } = db
  const columns = (table: DerivedTable) => derivedColumns[table].join(', ')
  const marks = (table: DerivedTable) => derivedColumns[table].map(() => '?').join(', ')
  const of = (table: TableOfRows): Statements => ({
    read: raw.prepare(`SELECT ${columns(table)} FROM ${table} WHERE case_n = ? ORDER BY seq`).raw(),
    write: raw.prepare(
      `INSERT OR REPLACE INTO ${table} (${columns(table)}, case_n, seq) VALUES (${marks(table)}, ?, ?)`,
    ),
    cut: raw.prepare(`DELETE FROM ${table} WHERE case_n = ? AND seq >= ?`),
  })
  const facts = derivedColumns.case_facts
  const made = {
    facts: {
      read: raw.prepare(`SELECT ${facts.join(', ')}, n FROM case_facts WHERE case_id = ?`).raw(),
      add: raw.prepare(
        `INSERT INTO case_facts (${facts.join(', ')}, case_id) VALUES (${marks('case_facts')}, ?)`,
      ),
      change: raw.prepare(
        `UPDATE case_facts SET ${facts.map((column) => `${column} = ?`).join(', ')} WHERE n = ?`,
      ),
    },
    rows: {
      case_events: of('case_events'),
      case_figure_events: of('case_figure_events'),
      case_insatser: of('case_insatser'),
      case_dues: of('case_dues'),
      survey_answers: of('survey_answers'),
      case_writers: of('case_writers'),
    },
  }
  known.set(db, made)
  return made
}

const cells = z.array(z.union([z.string(), z.number(), z.null()]))
const manyCells = z.array(cells)

function cellsOf<T extends DerivedTable>(table: T, row: CaseRows[T][number]): DerivedCell[] {
  const byColumn: Readonly<Record<string, DerivedCell>> = row
  return derivedColumns[table].map((column) => byColumn[column] ?? null)
}

const isSame = (a: readonly DerivedCell[], b: readonly DerivedCell[]) =>
  a.length === b.length && a.every((cell, index) => cell === b[index])

/** A table's rows of a case as they are kept, each as its cells. */
export interface KeptRows {
  readonly n: number
  readonly tables: Readonly<Record<DerivedTable, readonly (readonly DerivedCell[])[]>>
}

/** What is kept of a case; undefined where nothing is. */
export function keptRows(db: Db, id: CaseId): KeptRows | undefined {
  const { facts, rows } = statementsOf(db)
  const found = facts.read.get(id)
  if (found === undefined) return undefined
  const all = cells.parse(found)
  const n = z.int().parse(all.at(-1))
  const of = (table: TableOfRows) => manyCells.parse(rows[table].read.all(n))
  return {
    n,
    tables: {
      case_facts: [all.slice(0, -1)],
      case_events: of('case_events'),
      case_figure_events: of('case_figure_events'),
      case_insatser: of('case_insatser'),
      case_dues: of('case_dues'),
      survey_answers: of('survey_answers'),
      case_writers: of('case_writers'),
    },
  }
}

/** The tables in which what is kept of a case differs from its rows as they are derived. */
export function differingTables(kept: KeptRows, rows: CaseRows): DerivedTable[] {
  const differs = <T extends DerivedTable>(table: T) => {
    const of: readonly CaseRows[T][number][] = rows[table]
    const before = kept.tables[table]
    return (
      of.length !== before.length || of.some((row, seq) => !isSame(cellsOf(table, row), before[seq] ?? []))
    )
  }
  return (['case_facts', ...tablesOfRows] as const).filter(differs)
}

function writeTable<T extends TableOfRows>(
  { write, cut }: Statements,
  table: T,
  rows: readonly CaseRows[T][number][],
  n: number,
  before: readonly (readonly DerivedCell[])[],
): void {
  for (const [seq, row] of rows.entries()) {
    const now = cellsOf(table, row)
    const was = before[seq]
    if (was === undefined || !isSame(now, was)) write.run(...now, n, seq)
  }
  if (before.length > rows.length) cut.run(n, rows.length)
}

/** Writes the rows of a case, where they are not kept already. Gives its number, and whether anything was. Part of a transaction. */
export function writeRows(db: Db, id: CaseId, rows: CaseRows): { n: number; changed: boolean } {
  const { facts, rows: statements } = statementsOf(db)
  const kept = keptRows(db, id)
  const differing = kept ? differingTables(kept, rows) : Object.keys(derivedColumns)
  if (kept && differing.length === 0) return { n: kept.n, changed: false }
  const now = cellsOf('case_facts', rows.case_facts[0])
  if (kept && differing.includes('case_facts')) facts.change.run(...now, kept.n)
  const n = kept?.n ?? Number(facts.add.run(...now, id).lastInsertRowid)
  for (const table of tablesOfRows)
    if (differing.includes(table))
      writeTable(statements[table], table, rows[table], n, kept?.tables[table] ?? [])
  return { n, changed: true }
}
