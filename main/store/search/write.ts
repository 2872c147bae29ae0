import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { CaseId } from '../../../shared/case/ids.ts'
import {
  caseWord,
  documentFacets,
  documentWords,
  facetWord,
  type SearchDocument,
} from '../../../shared/search/documents.ts'
import { stemOf } from '../../../shared/search/endings.ts'
import { foldWord, isLetters } from '../../../shared/search/words.ts'
import type { Db } from '../db.ts'
import { firstIdOf, IDS_A_MINUTE } from './ids.ts'

/** Longer words are no words of a language, and are found as they are written alone. Own choice. */
const LONGEST_TERM = 60

/** A word turned round, so that what ends alike lies together. */
export const turned = (word: string) => Array.from(word).reverse().join('')

/** What a word is looked up by: itself, its stem turned round, and both with a for å and ä, o for ö. */
export function termRow(term: string): { tail: string; plain: string; plainTail: string } {
  const stem = stemOf(term)
  return { tail: turned(stem), plain: foldWord(term), plainTail: turned(foldWord(stem)) }
}

interface Statements {
  readonly kept: Database.Statement
  readonly cut: Database.Statement
  readonly last: Database.Statement
  readonly add: Database.Statement
  readonly index: Database.Statement
  readonly hasTerm: Database.Statement
  readonly addTerm: Database.Statement
  readonly addValue: Database.Statement
  readonly found: Database.Statement
  readonly caseNumber: Database.Statement
}

const known = new WeakMap<Db, Statements>()

// Written by hand and prepared once: every save goes through here. FTS5 takes a row's id only as an integer.
function statementsOf(db: Db): Statements {
  const before = known.get(db)
  if (before) return before
  const { raw } = db
  const made = {
    kept: raw.prepare('SELECT id, kind, ref, digest FROM search_docs WHERE case_n = ?'),
    cut: raw.prepare('DELETE FROM search_docs WHERE id = ?'),
    last: raw.prepare('SELECT max(id) FROM search_docs WHERE id >= ? AND id < ?').pluck(),
    add: raw.prepare('INSERT INTO search_docs (id, case_n, kind, ref, digest) VALUES (?, ?, ?, ?, ?)'),
    index: raw.prepare('INSERT INTO search_index (rowid, words, facets) VALUES (CAST(? AS INTEGER), ?, ?)'),
    hasTerm: raw.prepare('SELECT 1 FROM search_terms WHERE term = ?').pluck(),
    addTerm: raw.prepare(
      'INSERT OR IGNORE INTO search_terms (term, tail, plain, plain_tail) VALUES (?, ?, ?, ?)',
    ),
    addValue: raw.prepare('INSERT OR IGNORE INTO search_values (word, label) VALUES (?, ?)'),
    found: raw.prepare('SELECT rowid FROM search_index WHERE search_index MATCH ?').pluck(),
    caseNumber: raw.prepare('SELECT n FROM case_facts WHERE case_id = ?').pluck(),
  }
  known.set(db, made)
  return made
}

const keptRow = z.object({
  id: z.int(),
  kind: z.string(),
  ref: z.string(),
  digest: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})

/** A document as it is to be kept. */
export interface WrittenDocument {
  readonly document: Pick<SearchDocument, 'kind' | 'ref' | 'at' | 'facets'>
  readonly words: string
  readonly facets: string
  readonly digest: Buffer
}

/** A document of the case with a number as it is to be kept; its digest tells it from every other, of whatever time. */
export function written(
  document: Pick<SearchDocument, 'kind' | 'ref' | 'at' | 'facets'>,
  n: number,
  words: string,
): WrittenDocument {
  const facets = documentFacets(document, n)
  const digest = createHash('sha256').update(`${document.at}\n${facets}\n${words}`).digest().subarray(0, 12)
  return { document, words, facets, digest }
}

const keyOf = ({ kind, ref }: { kind: string; ref: string }) => `${kind} ${ref}`

function keptOf(db: Db, n: number): Map<string, z.infer<typeof keptRow>> {
  const rows = z.array(keptRow).parse(statementsOf(db).kept.all(n))
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Adds words to those of the archive, where they are not there. */
export function addTerms(db: Db, words: Iterable<string>): void {
  const { hasTerm, addTerm } = statementsOf(db)
  for (const term of words) {
    if (term.length > LONGEST_TERM || !isLetters(term) || hasTerm.get(term) !== undefined) continue
    const { tail, plain, plainTail } = termRow(term)
    addTerm.run(term, tail, plain, plainTail)
  }
}

/** Puts a document in the index, without its words among those of the archive. */
export function indexDocument(
  db: Db,
  n: number,
  id: number,
  { document, words, facets, digest }: WrittenDocument,
): void {
  const { add, index } = statementsOf(db)
  const { kind, ref } = document
  add.run(id, n, kind, ref, digest)
  index.run(id, words, facets)
}

function addDocument(db: Db, n: number, one: WrittenDocument): void {
  const statements = statementsOf(db)
  indexDocument(db, n, freeId(statements, one.document), one)
  addTerms(db, new Set(one.words.split(' ')))
  for (const [field, value] of one.document.facets) statements.addValue.run(facetWord(field, value), value)
}

/** Adds a value of a filter, where it is not there. */
export function addValue(db: Db, word: string, label: string): void {
  statementsOf(db).addValue.run(word, label)
}

/** An id that nobody has, by when a document was written; where that minute is full, one of the next. */
function freeId({ last }: Statements, { at }: Pick<SearchDocument, 'at'>): number {
  for (let first = firstIdOf(Date.parse(at)); ; first += IDS_A_MINUTE) {
    const taken = z
      .int()
      .nullable()
      .parse(last.get(first, first + IDS_A_MINUTE))
    const next = taken === null ? first : taken + 1
    if (next < first + IDS_A_MINUTE) return next
  }
}

const isSame = (kept: z.infer<typeof keptRow> | undefined, { digest }: WrittenDocument) =>
  kept !== undefined && Buffer.compare(kept.digest, digest) === 0

const allWritten = (documents: readonly SearchDocument[], n: number) =>
  documents.map((document) => written(document, n, documentWords(document)))

/** Writes the documents of the case with a number, where they are not kept already. Gives whether any was. Part of a transaction. */
export function writeDocuments(db: Db, n: number, documents: readonly SearchDocument[]): boolean {
  const { cut } = statementsOf(db)
  const kept = keptOf(db, n)
  const changed: WrittenDocument[] = []
  let gone = false
  for (const one of allWritten(documents, n)) {
    const key = keyOf(one.document)
    const before = kept.get(key)
    if (isSame(before, one)) kept.delete(key)
    else changed.push(one)
  }
  for (const { id } of kept.values()) {
    cut.run(id)
    gone = true
  }
  // FTS5 takes them fastest in the order of their ids.
  for (const one of changed.toSorted((a, b) => (a.document.at < b.document.at ? -1 : 1)))
    addDocument(db, n, one)
  return gone || changed.length > 0
}

/** Whether the index finds exactly the documents that are kept of a case. */
function isFound(db: Db, n: number, kept: Iterable<{ readonly id: number }>): boolean {
  const { found } = statementsOf(db)
  const ids = z.array(z.int()).parse(found.all(`facets : "${caseWord(n)}"`))
  const wanted = new Set(Array.from(kept, ({ id }) => id))
  return ids.length === wanted.size && ids.every((id) => wanted.has(id))
}

/** Whether what is kept of a case to be searched is what its documents say, and is found. */
export function areKept(db: Db, n: number, documents: readonly SearchDocument[]): boolean {
  const kept = keptOf(db, n)
  const all = allWritten(documents, n)
  const isSaid = all.every((one) => isSame(kept.get(keyOf(one.document)), one))
  return isSaid && kept.size === all.length && isFound(db, n, kept.values())
}

/** Forgets the documents of a case that the index does not find, so that they are written anew. Part of a transaction. */
export function forgetUnfound(db: Db, id: CaseId): void {
  const { caseNumber, cut } = statementsOf(db)
  const n = z.int().optional().parse(caseNumber.get(id))
  if (n === undefined) return
  const kept = keptOf(db, n)
  if (!isFound(db, n, kept.values())) for (const document of kept.values()) cut.run(document.id)
}
