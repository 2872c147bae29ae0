import { z } from 'zod'
import { type CaseId, caseIdSchema } from '../../../shared/case/ids.ts'
import { caseWord } from '../../../shared/search/documents.ts'
import { type FoundPage, foundKinds, type SearchCursor } from '../../../shared/search/found.ts'
import type { SearchQuery } from '../../../shared/search/query.ts'
import { plainWords } from '../../../shared/search/words.ts'
import { type Db, prepared, refusingRaw } from '../db.ts'
import { type Matched, matchOf, matchWithin } from './match.ts'
import { meantBy } from './terms.ts'

/** So many hits of a case are shown under it; the rest are counted. Own choice. */
const SHOWN_OF_A_CASE = 3
/** So many of the newest hits are ranked. */
const MOST_RANKED = 2000
/** So many hits are read at a time for each case that is wanted. */
const STRETCH = 3

// The index is read first, in the order of its ids from the newest, and what is kept of each document is found by its id.
const of = `FROM search_index CROSS JOIN search_docs AS doc ON doc.id = search_index.rowid
  WHERE search_index MATCH :match AND search_index.rowid >= CAST(:from AS INTEGER) AND search_index.rowid < CAST(:before AS INTEGER)`

/** The queries of a search, for the store and for the test of their plans. */
export const findQueries = {
  newest: `SELECT doc.id, doc.case_n ${of} ORDER BY search_index.rowid DESC LIMIT :limit`,
  within: `SELECT doc.id, doc.case_n, doc.kind, doc.ref ${of}`,
  ranked: `SELECT doc.id, doc.case_n, doc.kind, doc.ref, bm25(search_index, 1.0, 0.0) AS score ${of}`,
  count: `SELECT count(*) AS count FROM (SELECT search_index.rowid FROM search_index
    WHERE search_index MATCH :match AND search_index.rowid >= CAST(:from AS INTEGER) AND search_index.rowid < CAST(:before AS INTEGER)
    LIMIT :limit)`,
  case: 'SELECT n FROM case_facts WHERE case_id = :id',
  cases:
    'SELECT n, case_id, number, name, closed_on FROM case_facts WHERE n IN (SELECT value FROM json_each(:ns))',
} as const

const hitRow = z.object({ id: z.int(), case_n: z.int() })
const docRow = hitRow.extend({ kind: z.enum(foundKinds), ref: z.string() })
const rankedRow = docRow.extend({ score: z.number() })
type RankedRow = z.infer<typeof rankedRow>
type DocRow = z.infer<typeof docRow> & { readonly score?: number }

function rows<S extends z.ZodType>(
  db: Db,
  sql: keyof typeof findQueries,
  values: Readonly<Record<string, string | number>>,
  schema: S,
): z.infer<S>[] {
  return refusingRaw(db, () => z.array(schema).parse(prepared(db, findQueries[sql]).all(values)))
}

const asked = ({ match, from, before }: Matched) => ({ match, from, before })

/** Cases in order, each with its hits. */
type Found = Map<number, DocRow[]>

/** All hits of some cases, the newest first. FTS5 finds them faster from the oldest on. */
function within(db: Db, matched: Matched, cases: readonly number[]): Map<number, DocRow[]> {
  const match = matchWithin(matched.match, cases.map(caseWord))
  const hits = rows(db, 'within', { ...asked(matched), match }, docRow)
  return Map.groupBy(
    hits.toSorted((a, b) => b.id - a.id),
    (row) => row.case_n,
  )
}

function newest(db: Db, matched: Matched, limit: number, after: number | undefined): Found {
  const found: Found = new Map()
  const upTo = Math.min(matched.before, after ?? matched.before)
  let before = upTo
  const stretch = limit * STRETCH
  for (;;) {
    const hits = rows(db, 'newest', { ...asked(matched), before, limit: stretch }, hitRow)
    const cases = [...new Set(hits.map((hit) => hit.case_n))].filter((n) => !found.has(n))
    while (cases.length > 0) {
      const some = cases.splice(0, limit + 1 - found.size)
      const byCase = within(db, matched, some)
      for (const n of some) {
        const all = byCase.get(n) ?? []
        // A case with a newer hit stands on an earlier page.
        if ((all[0]?.id ?? upTo) < upTo) found.set(n, all)
      }
      if (found.size > limit) return found
    }
    const last = hits.at(-1)
    if (hits.length < stretch || last === undefined) return found
    before = last.id
  }
}

/**
 * By relevance: the newest hits ranked, of one case alone where one is named; the best first. Gives whether there were more to
 * rank.
 */
function ranked(db: Db, matched: Matched, ofCase?: number): { found: RankedRow[]; more: boolean } {
  const hits = rows(db, 'newest', { ...asked(matched), limit: MOST_RANKED + 1 }, hitRow)
  const from = hits[MOST_RANKED - 1]?.id ?? matched.from
  const match = ofCase === undefined ? matched.match : matchWithin(matched.match, [caseWord(ofCase)])
  const all = rows(db, 'ranked', { ...asked(matched), match, from }, rankedRow)
  return {
    found: all.toSorted((a, b) => a.score - b.score || b.id - a.id),
    more: hits.length > MOST_RANKED,
  }
}

const caseRow = z.object({
  n: z.int(),
  case_id: caseIdSchema,
  number: z.string(),
  name: z.string(),
  closed_on: z.string().nullable(),
})

const cursorOf = ({ id, score }: DocRow): SearchCursor => (score === undefined ? { id } : { id, score })

/** What was found, with each case's number and name, and so many of its hits. */
function grouped(
  db: Db,
  found: readonly (readonly [number, readonly DocRow[]])[],
  most = SHOWN_OF_A_CASE,
): FoundPage['groups'] {
  const cases = rows(db, 'cases', { ns: JSON.stringify(found.map(([n]) => n)) }, caseRow)
  const byN = new Map(cases.map((row) => [row.n, row]))
  return found.flatMap(([n, hits]) => {
    const of = byN.get(n)
    if (of === undefined) return []
    const { case_id: caseId, number, name, closed_on } = of
    const docs = hits.slice(0, most).map(({ kind, ref }) => ({ kind, ref }))
    const last = hits[docs.length - 1]
    const more = hits.length - docs.length
    const next = more > 0 && last !== undefined ? { next: cursorOf(last) } : {}
    return [{ caseId, number, name, closed: closed_on !== null, docs, more, ...next }]
  })
}

/** Words that stand in no text, with what is meant instead; asked where a search finds nothing. */
function misspelt(db: Db, { terms }: SearchQuery): FoundPage['misspelt'] {
  return terms.flatMap(({ kind, text, not }) => {
    const words = plainWords(text)
    const [word] = words
    if (not || kind !== 'word' || words.length !== 1 || word === undefined) return []
    const instead = meantBy(db, word)
    return instead === undefined ? [] : [{ word: text, instead }]
  })
}

const nothing = {
  groups: [],
  atLeast: false,
  misspelt: [],
  sought: { terms: [], forgiving: false },
} satisfies FoundPage

/** A page of what a search finds, grouped by case. */
export function findDocuments(
  db: Db,
  { query, cursor, limit }: { query: SearchQuery; cursor?: SearchCursor | undefined; limit: number },
): FoundPage {
  const matched = matchOf(db, query)
  if (matched === undefined) return nothing
  const { sought } = matched
  if (query.order === 'relevance') {
    const { found: all, more } = ranked(db, matched)
    // Each case by its best hit.
    const found = Map.groupBy(all, (row) => row.case_n)
    const after = [...found].filter(([, [best]]) => best !== undefined && isAfter(best, cursor))
    const shown = after.slice(0, limit)
    const last = shown.at(-1)?.[1][0]
    const next = after.length > limit && last ? cursorOf(last) : undefined
    const missed = found.size === 0 ? misspelt(db, query) : []
    return { groups: grouped(db, shown), ...(next && { next }), atLeast: more, misspelt: missed, sought }
  }
  const found = [...newest(db, matched, limit, cursor?.id)]
  const shown = found.slice(0, limit)
  const last = shown.at(-1)?.[1][0]
  const next = found.length > limit && last ? cursorOf(last) : undefined
  const missed = found.length === 0 && cursor === undefined ? misspelt(db, query) : []
  return { groups: grouped(db, shown), ...(next && { next }), atLeast: false, misspelt: missed, sought }
}

function isAfter({ id, score }: { id: number; score: number }, cursor: SearchCursor | undefined): boolean {
  if (cursor?.score === undefined) return true
  return score > cursor.score || (score === cursor.score && id < cursor.id)
}

/** More of what a search finds in one case: what comes after a place, in the order of the search. */
export function findMore(
  db: Db,
  {
    query,
    caseId,
    cursor,
    limit,
  }: { query: SearchQuery; caseId: CaseId; cursor: SearchCursor; limit: number },
): Pick<FoundPage, 'groups' | 'sought'> {
  const matched = matchOf(db, query)
  const [of] = rows(db, 'case', { id: caseId }, caseRow.pick({ n: true }))
  if (matched === undefined || of === undefined) return nothing
  const hits =
    query.order === 'relevance'
      ? ranked(db, matched, of.n).found.filter((hit) => isAfter(hit, cursor))
      : (within(db, { ...matched, before: Math.min(matched.before, cursor.id) }, [of.n]).get(of.n) ?? [])
  return { groups: grouped(db, [[of.n, hits]], limit), sought: matched.sought }
}

/** How many documents a search finds, counted no further than `most`. */
export function countDocuments(db: Db, { query, most }: { query: SearchQuery; most: number }): number {
  const matched = matchOf(db, query)
  if (matched === undefined) return 0
  const counted = z.object({ count: z.int() })
  return rows(db, 'count', { ...asked(matched), limit: most }, counted)[0]?.count ?? 0
}
