// The list of cases, a page at a time: filtered and ordered by the database, never read whole.
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { caseIdSchema } from '../../shared/case/ids.ts'
import { foundBy } from '../../shared/projection/case-facts.ts'
import {
  type CaseListAsked,
  type CasePage,
  type CaseSummary,
  MOST_CASES_COUNTED,
} from '../../shared/projection/case-list.ts'
import { readStoredCase } from './cases.ts'
import { all, type Db, first, query } from './db.ts'
import { readSummaries } from './read-notes.ts'

type Sql = RawBuilder<unknown>
const compilable = (built: Sql) => ({ compile: () => built.compile(query) })

/** Whose list it is: whose marks, and the sort key of whose cases and notes are mine. */
export interface CaseReader {
  readonly userId: string
  readonly key: string
}

/** What each order sorts by; the index of each is named in the test of its plan. */
const orders: Record<CaseListAsked['sort'], { readonly by: readonly Sql[]; readonly descending: boolean }> = {
  number: { by: [sql`facts.number_key`, sql`facts.n`], descending: false },
  name: { by: [sql`facts.name_key`, sql`facts.n`], descending: false },
  day: { by: [sql`facts.first_sick_day`, sql`facts.n`], descending: false },
  changed: { by: [sql`facts.updated_at`, sql`facts.n`], descending: true },
  attention: {
    by: [
      sql`(CASE WHEN facts.closed_on IS NULL THEN coalesce(facts.next_due, '9999-12-31') ELSE '9999-12-31' END)`,
      sql`(-facts.drafts)`,
      sql`facts.number_key`,
      sql`facts.n`,
    ],
    descending: false,
  },
}

function conditions({ show, text, recent }: CaseListAsked, { userId, key }: CaseReader): Sql[] {
  const scope: Record<CaseListAsked['show'], readonly Sql[]> = {
    all: [],
    mine: [
      sql`facts.n IN (SELECT n FROM case_facts WHERE assigned_key = ${key}
        UNION SELECT case_n FROM case_writers WHERE writer_key = ${key})`,
    ],
    recent: [sql`facts.case_id IN (SELECT value FROM json_each(${JSON.stringify(recent)}))`],
    watched: [sql`facts.case_id IN (SELECT case_id FROM case_marks WHERE user_id = ${userId})`],
  }
  const words = foundBy([text]).split(/\s+/).filter(Boolean)
  return [...scope[show], ...words.map((word) => sql`instr(facts.found_by, ${word}) > 0`)]
}

const whereOf = (parts: readonly Sql[]) =>
  parts.length === 0 ? sql`` : sql`WHERE ${sql.join(parts, sql` AND `)}`

/** The query of one page, for the store and for the test of its plan. */
export function casePageQuery(asked: CaseListAsked, reader: CaseReader) {
  const { by, descending } = orders[asked.sort]
  const turned = descending ? sql` DESC` : sql``
  const after =
    asked.cursor === undefined || asked.cursor.length !== by.length
      ? []
      : [sql`(${sql.join(by)}) ${descending ? sql`<` : sql`>`} (${sql.join(asked.cursor)})`]
  const keys = by.map((key, index) => sql`${key} AS ${sql.ref(`k${index}`)}`)
  return compilable(sql`SELECT facts.case_id, ${sql.join(keys)} FROM case_facts AS facts
    ${whereOf([...conditions(asked, reader), ...after])}
    ORDER BY ${sql.join(by.map((key) => sql`${key}${turned}`))} LIMIT ${asked.limit + 1}`)
}

function counted(db: Db, parts: readonly Sql[]): number {
  const counting = sql`SELECT count(*) AS count FROM
    (SELECT 1 FROM case_facts AS facts ${whereOf(parts)} LIMIT ${MOST_CASES_COUNTED + 1})`
  return first(db, compilable(counting), z.object({ count: z.int() }))?.count ?? 0
}

const key = z.union([z.string(), z.number()])
const rowSchema = z.object({ case_id: caseIdSchema }).catchall(key)

/** A page of the list; the first page counts as well. NOT_FOUND where a case goes while it is read. */
export function readCasePage(
  db: Db,
  { asked, reader }: { readonly asked: CaseListAsked; readonly reader: CaseReader },
): CasePage {
  const found = all(db, casePageQuery(asked, reader), rowSchema)
  const shown = found.slice(0, asked.limit)
  const cases = shown.map(
    ({ case_id: id }): CaseSummary => ({ ...readStoredCase(db, id), notes: readSummaries(db, id) }),
  )
  const last = found.length > asked.limit ? shown.at(-1) : undefined
  const next = last && orders[asked.sort].by.map((_, index) => key.parse(last[`k${index}`]))
  const parts = conditions(asked, reader)
  const count = asked.cursor === undefined ? { found: counted(db, parts), all: counted(db, []) } : undefined
  const inOrder =
    asked.show === 'recent'
      ? asked.recent.flatMap((id) => cases.find((each) => each.case.id === id) ?? [])
      : cases
  return { cases: inOrder, ...(next && { next }), ...(count && { count }) }
}
