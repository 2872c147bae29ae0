import { z } from 'zod'
import type { ImportReport } from '../../shared/api/cases.ts'
import type { BundleProblem } from '../../shared/api/errors.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import { MAX_BUNDLE_CHARS } from '../../shared/case/limits.ts'
import { readJson } from '../../shared/file/json-text.ts'
import { cleanAnswers } from '../../shared/note/answers.ts'
import { BUNDLE_FORMAT, BUNDLE_VERSION, type Bundle, bundleSchema } from '../../shared/note/bundle.ts'
import { canonicalRecord } from '../../shared/note/canonical.ts'
import type { Note } from '../../shared/note/note.ts'
import { writeAnnulment } from '../store/annulments.ts'
import { insertCase } from '../store/cases.ts'
import type { Db } from '../store/db.ts'
import { addToLog, type Stamp } from '../store/log.ts'
import { noteExists } from '../store/read-notes.ts'
import { writeRecord } from '../store/records.ts'
import { insertDraft } from '../store/write-notes.ts'
import {
  amendProblems,
  bundleFindings,
  formProblems,
  idProblems,
  problemAt,
  recordProblems,
  recordsIn,
  sizeProblems,
} from './bundle-problems.ts'
import { BundleRefused } from './refusals.ts'
import type { Templates } from './templates.ts'

const MOST_PROBLEMS = 50

function refuse(problems: readonly BundleProblem[]): void {
  if (problems.length > 0) throw new BundleRefused(problems.slice(0, MOST_PROBLEMS))
}

function parseJson(text: string): unknown {
  const read = readJson(text, MAX_BUNDLE_CHARS)
  if (read.ok) return read.value
  throw new BundleRefused([problemAt([], `errors.file.${read.fault.kind}`, read.fault.params)])
}

const headSchema = z.looseObject({ format: z.unknown(), version: z.unknown() })

/** Format and version come first: about a newer version nothing else can be said. */
function formatProblems(value: unknown): BundleProblem[] {
  const head = headSchema.safeParse(value).data
  if (head?.format !== BUNDLE_FORMAT)
    return [problemAt(['format'], 'errors.bundle.wrongFormat', { format: BUNDLE_FORMAT })]
  if (typeof head.version === 'number' && head.version > BUNDLE_VERSION)
    return [problemAt(['version'], 'errors.bundle.newer', { found: head.version, known: BUNDLE_VERSION })]
  return []
}

function parseForm(value: unknown): Bundle {
  const parsed = bundleSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.flatMap((issue) => formProblems(issue, value))
  throw new BundleRefused(problems.slice(0, MOST_PROBLEMS))
}

/**
 * A case bundle from its JSON text: every form checked, every signed note what its digest says. BUNDLE_REFUSED with
 * each problem and its place. Drafts are cleaned as a save would; a signed note stays as it was signed.
 */
export function parseBundle(text: string): Bundle {
  const value = parseJson(text)
  refuse(formatProblems(value))
  const bundle = parseForm(value)
  refuse([...sizeProblems(bundle.notes), ...recordProblems(bundle.notes), ...amendProblems(bundle.notes)])
  return { ...bundle, notes: bundle.notes.map(cleanDraft) }
}

function cleanDraft(note: Note): Note {
  return note.status === 'utkast' ? { ...note, answers: cleanAnswers(note.answers) } : note
}

/**
 * Puts a parsed bundle into the archive. Part of a transaction: whole or not at all. CASE_NUMBER_TAKEN if the case's
 * number or id is already there, BUNDLE_REFUSED if a note's id is, DISK_FULL.
 */
export function insertBundle(db: Db, { case: added, notes }: Bundle, stamp: Stamp): void {
  insertCase(db, added, stamp, 'case-imported')
  refuse(idProblems(notes, (id) => noteExists(db, id)))
  insertNotes(db, added.id, notes, stamp)
}

/**
 * Inserts notes in their order, and signs them in the order that they were signed: all at the end, but for those that a note
 * amends, which are signed before it is begun.
 */
function insertNotes(db: Db, caseId: CaseId, notes: readonly Note[], stamp: Stamp): void {
  const records = recordsIn(notes).map(({ note }) => note)
  const byId = new Map(records.map((note) => [note.id, note]))
  const inserted = new Set<NoteId>()
  let signed = 0
  const signTo = (sequence: number) => {
    while (signed < sequence) {
      const note = records[signed]
      signed += 1
      if (!note) return
      insert(note)
      writeRecord(db, caseId, note, note.signature, canonicalRecord(note, note.signature))
      const { digest } = note.signature
      addToLog(db, stamp, 'record-imported', { caseId, noteId: note.id, digest })
    }
  }
  const insert = (note: Note) => {
    if (inserted.has(note.id)) return
    inserted.add(note.id)
    if (note.amends) signTo(byId.get(note.amends.note)?.signature.sequence ?? 0)
    insertDraft(db, { ...note, caseId, revision: 1 }, JSON.stringify(note.answers), 'importerad')
  }
  for (const note of notes) insert(note)
  signTo(records.length)
  for (const { id, annulled } of records)
    if (annulled) writeAnnulment(db, { id, caseId }, annulled, { stamp, action: 'annulment-imported' })
}

/** What is reported of an imported bundle: unknown templates, and answers that fit no field; all of it is kept. */
export function importReport({ case: added, notes }: Bundle, templates: Templates): ImportReport {
  return {
    caseId: added.id,
    number: added.number,
    notes: notes.length,
    findings: bundleFindings(notes, templates),
  }
}
