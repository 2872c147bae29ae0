// What an archive has on a person, found by index: the cases about them, the cases of others that name them, and what the log has.
import { z } from 'zod'
import { personRoleSchema } from '../../shared/case/actors.ts'
import { caseSchema } from '../../shared/case/case.ts'
import { timestampSchema } from '../../shared/case/dates.ts'
import { type CaseId, caseIdSchema } from '../../shared/case/ids.ts'
import { facetWord } from '../../shared/search/documents.ts'
import { plainWords } from '../../shared/search/words.ts'
import { nameKey, userSchema } from '../../shared/user/user.ts'
import { type Db, jsonColumn, prepared, refusingRaw } from './db.ts'
import { logActions, logEntrySchema } from './log.ts'

/** What an archive has on a person, beside what their cases hold. */
export const personFoundSchema = z.object({
  cases: z.array(caseIdSchema),
  /** Who they are in the cases of others. */
  named: z.array(z.object({ case: z.string(), role: personRoleSchema })),
  log: z.array(
    z.object({
      at: timestampSchema,
      by: userSchema,
      action: z.enum(logActions),
      case: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
})
type PersonFound = z.infer<typeof personFoundSchema>

// A case that waits to be derived is in no index yet, so all that wait are looked at.
const WAITING = 'SELECT case_id FROM derive_queue'

/** The queries by which a person is found, for the store and for the test of their plans. */
export const personQueries = {
  about: `SELECT id, details FROM cases WHERE id IN
    (SELECT case_id FROM case_facts WHERE personnummer = :personnummer UNION ${WAITING}) ORDER BY id`,
  naming: `SELECT id, details FROM cases WHERE id IN (SELECT doc.ref FROM search_index
    CROSS JOIN search_docs AS doc ON doc.id = search_index.rowid WHERE search_index MATCH :match UNION ${WAITING}) ORDER BY id`,
  logOfCase: 'SELECT * FROM log WHERE case_id = :id',
  // These go through the log, which has no index by who did something.
  loggedBy: `SELECT * FROM log WHERE json_extract("by", '$.name') IN (SELECT value FROM json_each(:names))`,
  loggedNames: `SELECT DISTINCT json_extract("by", '$.name') AS name FROM log`,
} as const

function rows<S extends z.ZodType>(
  db: Db,
  sql: keyof typeof personQueries,
  values: Readonly<Record<string, string>>,
  schema: S,
): z.infer<S>[] {
  return refusingRaw(db, () => z.array(schema).parse(prepared(db, personQueries[sql]).all(values)))
}

const caseRow = z.object({ id: caseIdSchema, details: jsonColumn(caseSchema) })
const nameRow = z.object({ name: z.string() })

/** The documents of cases in which one of these names stands, its words one after another; undefined where none has a word. */
function matchOfNames(names: ReadonlySet<string>): string | undefined {
  const phrases = [...names].map(plainWords).filter((words) => words.length > 0)
  if (phrases.length === 0) return undefined
  const anyOf = phrases.map((words) => `"${words.join(' ')}"`).join(' OR ')
  return `words : (${anyOf}) AND facets : "${facetWord('i', 'arende')}"`
}

function namedIn(db: Db, names: ReadonlySet<string>, own: ReadonlySet<CaseId>): PersonFound['named'] {
  const match = matchOfNames(names)
  if (match === undefined) return []
  return rows(db, 'naming', { match }, caseRow).flatMap(({ id, details: { number, persons } }) =>
    own.has(id)
      ? []
      : persons.filter(({ name }) => names.has(nameKey(name))).map(({ role }) => ({ case: number, role })),
  )
}

function loggedOf(db: Db, names: ReadonlySet<string>, own: ReadonlySet<string>): PersonFound['log'] {
  const by = rows(db, 'loggedNames', {}, nameRow).flatMap(({ name }) =>
    names.has(nameKey(name)) ? name : [],
  )
  const found = [
    ...[...own].flatMap((id) => rows(db, 'logOfCase', { id }, logEntrySchema)),
    ...(by.length === 0 ? [] : rows(db, 'loggedBy', { names: JSON.stringify(by) }, logEntrySchema)),
  ]
  const once = new Map(found.map((entry) => [entry.seq, entry]))
  return [...once.values()]
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ at, by: user, action, caseId, noteId }) => ({
      at,
      by: user,
      action,
      // The case of somebody else is theirs, though it was this person who worked in it.
      ...(caseId === null || !own.has(caseId)
        ? {}
        : { case: caseId, ...(noteId === null ? {} : { note: noteId }) }),
    }))
}

/** Finds what an archive has on a person, by their personnummer and by the names that their cases have for them. */
export function findPerson(db: Db, { personnummer }: { readonly personnummer: string }): PersonFound {
  const own = rows(db, 'about', { personnummer }, caseRow).filter(
    ({ details: { insured } }) => insured.personnummer === personnummer,
  )
  const cases = new Set(own.map(({ id }) => id))
  const names = new Set(own.map(({ details: { insured } }) => nameKey(insured.name)))
  return { cases: [...cases], named: namedIn(db, names, cases), log: loggedOf(db, names, cases) }
}
