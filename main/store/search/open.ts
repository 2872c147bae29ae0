import { z } from 'zod'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { sortKey } from '../../../shared/case/sort-key.ts'
import { caseWord, facetWord } from '../../../shared/search/documents.ts'
import { foundNameSchema, type QuickFound } from '../../../shared/search/found.ts'
import { plainWords } from '../../../shared/search/words.ts'
import { type Db, prepared, refusingRaw } from '../db.ts'
import { valuesLike } from './values.ts'

/** So many words are read, so many cases searched for notes, and so many names of templates taken, at most. Own choices. */
const MOST_WORDS = 6
const MOST_CASES = 5
const MOST_NAMES = 40
const LAST = '\u{10FFFF}'
const columns = 'n, case_id, number, name, personnummer, closed_on'

// As the indexes of migration 24 say it.
const laterName = `substr(name_key, instr(name_key, ' ') + 1)`
const lastName = `substr(${laterName}, instr(${laterName}, ' ') + 1)`

/** The queries of quick open, for the store and for the test of their plans. */
export const openQueries = {
  number: `SELECT ${columns} FROM case_facts WHERE number_key >= ? AND number_key < ? ORDER BY number_key LIMIT ?`,
  personnummer: `SELECT ${columns} FROM case_facts WHERE personnummer >= ? AND personnummer < ? ORDER BY personnummer LIMIT ?`,
  name: `SELECT ${columns} FROM case_facts WHERE name_key >= ? AND name_key < ? ORDER BY name_key LIMIT ?`,
  laterName: `SELECT ${columns} FROM case_facts WHERE instr(name_key, ' ') > 0 AND ${laterName} >= ? AND ${laterName} < ?
    ORDER BY ${laterName} LIMIT ?`,
  lastName: `SELECT ${columns} FROM case_facts WHERE instr(${laterName}, ' ') > 0 AND ${lastName} >= ? AND ${lastName} < ?
    ORDER BY ${lastName} LIMIT ?`,
  employer: `SELECT ${columns} FROM case_facts WHERE employer_key >= ? AND employer_key < ? ORDER BY employer_key LIMIT ?`,
  found: `SELECT doc.case_n, doc.ref FROM search_index CROSS JOIN search_docs AS doc ON doc.id = search_index.rowid
    WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT ?`,
  case: `SELECT ${columns} FROM case_facts WHERE n = ?`,
  note: `SELECT notes.id, notes.case_id, notes.template_id, notes.template_version, notes.kind, notes.owner,
    notes.amends_verb, notes.amends_note, notes.status, notes.updated_at,
    case_facts.number, case_facts.name FROM notes JOIN case_facts ON case_facts.case_id = notes.case_id WHERE notes.id = ?`,
} as const

const caseRow = z
  .object({
    n: z.int(),
    case_id: caseIdSchema,
    number: z.string(),
    name: z.string(),
    personnummer: z.string(),
    closed_on: z.string().nullable(),
  })
  .transform(({ n, case_id: caseId, closed_on, ...row }) => ({
    n,
    found: { caseId, ...row, closed: closed_on !== null },
  }))

const noteRow = z
  .object({
    id: noteIdSchema,
    case_id: caseIdSchema,
    number: z.string(),
    name: z.string(),
    template_id: z.string(),
    template_version: z.int(),
    kind: z.string(),
    owner: z.string(),
    amends_verb: z.string().nullable(),
    amends_note: z.string().nullable(),
    status: z.string(),
    updated_at: timestampSchema,
  })
  .transform((row) => ({
    noteId: row.id,
    caseId: row.case_id,
    number: row.number,
    name: row.name,
    note: foundNameSchema.parse({
      template: { id: row.template_id, version: row.template_version },
      kind: row.kind,
      owner: row.owner,
      ...(row.amends_note !== null && { amends: { verb: row.amends_verb, note: row.amends_note } }),
    }),
    status: row.status,
    changedAt: row.updated_at,
  }))

const hitRow = z.object({ case_n: z.int(), ref: z.string() })

function rows<S extends z.ZodType>(
  db: Db,
  sql: keyof typeof openQueries,
  schema: S,
  ...values: readonly (string | number)[]
): z.infer<S>[] {
  return refusingRaw(db, () => z.array(schema).parse(prepared(db, openQueries[sql]).all(...values)))
}

/** So many digits a number has after its year, at most, as its key has them. */
const MOST_DIGITS = 10

/**
 * Between which keys the numbers of cases lie that begin so, whatever an agency's numbers look like. A key has its zeros first, so
 * 26-11 begins a range for each number of digits: 11, 110 to 119, 1100 to 1199, and so on. Digits alone begin too many.
 */
function numberRanges(text: string): (readonly [string, string])[] {
  const [, before = '', digits = ''] = /^(.*?)(\d{0,10})$/s.exec(text.trim()) ?? []
  if (before === '') return []
  const key = (number: string) => sortKey(`${before}${number}`)
  if (digits === '') return [[key(''), `${key('')}${LAST}`]]
  return Array.from({ length: MOST_DIGITS - digits.length + 1 }, (_, more) => [
    key(`${digits}${'0'.repeat(more)}`),
    `${key(`${digits}${'9'.repeat(more)}`)}${LAST}`,
  ])
}

/** The beginning of a personnummer as it is kept, with its century where that is written, or with either. */
function personnummerRanges(text: string): string[] {
  const digits = text.replace(/[\s+-]/g, '')
  if (!/^\d{4,12}$/.test(digits)) return []
  const kept = (all: string) => (all.length > 8 ? `${all.slice(0, 8)}-${all.slice(8)}` : all)
  const withCentury = /^(18|19|20)/.test(digits) ? [digits] : []
  const without = digits.length <= 10 ? [`18${digits}`, `19${digits}`, `20${digits}`] : []
  return [...withCentury, ...without].map(kept)
}

type FoundCases = Map<number, z.infer<typeof caseRow>['found']>

/** So many names are read that begin with a word, of which those are found that have the other words as well. Own choice. */
const MOST_NAMED = 500

/** Cases by the words of a name, begun, in whatever order. */
function casesNamed(db: Db, text: string, limit: number): z.infer<typeof caseRow>[] {
  const [first = '', ...others] = sortKey(text).split(' ')
  const begun = rows(db, 'name', caseRow, sortKey(text), `${sortKey(text)}${LAST}`, limit)
  const most = others.length === 0 ? limit : MOST_NAMED
  const later = (['name', 'laterName', 'lastName'] as const).flatMap((query) =>
    rows(db, query, caseRow, first, `${first}${LAST}`, most),
  )
  const hasOthers = ({ found: { name } }: z.infer<typeof caseRow>) => {
    const names = sortKey(name).split(' ')
    return others.every((other) => names.some((each) => each.startsWith(other)))
  }
  return [...begun, ...later.filter(hasOthers)]
}

function casesLike(db: Db, text: string, limit: number): FoundCases {
  const found: FoundCases = new Map()
  const words = plainWords(text)
  if (words.length === 0) return found
  const add = (each: readonly z.infer<typeof caseRow>[]) => {
    for (const { n, found: one } of each) if (found.size < limit && !found.has(n)) found.set(n, one)
  }
  for (const range of numberRanges(text))
    if (found.size < limit) add(rows(db, 'number', caseRow, ...range, limit))
  for (const from of personnummerRanges(text))
    add(rows(db, 'personnummer', caseRow, from, `${from}${LAST}`, limit))
  // Digits alone are a number without its year, and are asked for whole: of those that begin so there are too many.
  if (words.every((word) => /^\d+$/.test(word))) {
    const match = `words : "${words.join(' ')}" AND facets : "${facetWord('i', 'arende')}"`
    if (found.size < limit)
      for (const { case_n } of rows(db, 'found', hitRow, match, limit)) add(rows(db, 'case', caseRow, case_n))
    return found
  }
  add(casesNamed(db, text, limit))
  add(rows(db, 'employer', caseRow, sortKey(text), `${sortKey(text)}${LAST}`, limit))
  return found
}

/** The newest notes on templates that are called so, or on any, in these cases, or in any. */
function notesLike(
  db: Db,
  { title, cases }: { title?: string; cases?: readonly number[] },
  limit: number,
): QuickFound['notes'] {
  const named = title === undefined ? [] : valuesLike(db, 'mall', title, MOST_NAMES).map(({ word }) => word)
  if ((title !== undefined && named.length === 0) || cases?.length === 0) return []
  const all = [[facetWord('i', 'anteckning')], named, (cases ?? []).map(caseWord)]
  const match = all
    .filter((choices) => choices.length > 0)
    .map((choices) => `facets : (${choices.map((word) => `"${word}"`).join(' OR ')})`)
  return rows(db, 'found', hitRow, match.join(' AND '), limit).flatMap(({ ref }) =>
    rows(db, 'note', noteRow, ref),
  )
}

/** What was written last, where nothing is typed yet: cases and notes, the newest first. */
function newest(db: Db, limit: number): QuickFound {
  const found = rows(db, 'found', hitRow, `facets : "${facetWord('i', 'arende')}"`, limit)
  const cases = found.flatMap(({ case_n }) => rows(db, 'case', caseRow, case_n))
  return { cases: cases.map((each) => each.found), notes: notesLike(db, {}, limit) }
}

/**
 * What quick open finds: cases by the beginning of their number, personnummer, names or employer, or by their number without its year; notes by what their
 * template is called, by their case, or by both in either order (*planering berg*), the newest first. What was written last where
 * nothing is typed.
 */
export function quickOpen(db: Db, { text, limit }: { text: string; limit: number }): QuickFound {
  const words = text.normalize('NFC').trim().split(/\s+/).slice(0, MOST_WORDS)
  if (text.trim() === '') return newest(db, limit)
  if (plainWords(text).length === 0) return { cases: [], notes: [] }
  const cases = casesLike(db, text, limit)
  const notes = new Map<string, QuickFound['notes'][number]>()
  const add = (each: QuickFound['notes']) => {
    for (const note of each) if (notes.size < limit && !notes.has(note.noteId)) notes.set(note.noteId, note)
  }
  for (let at = 1; at < words.length && notes.size < limit; at += 1) {
    const [first, rest] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    for (const [title, ofCase] of [
      [first, rest],
      [rest, first],
    ])
      if (title !== undefined && ofCase !== undefined)
        add(notesLike(db, { title, cases: [...casesLike(db, ofCase, MOST_CASES).keys()] }, limit))
  }
  add(notesLike(db, { cases: [...cases.keys()].slice(0, MOST_CASES) }, limit))
  add(notesLike(db, { title: text }, limit))
  return { cases: [...cases.values()], notes: [...notes.values()] }
}
