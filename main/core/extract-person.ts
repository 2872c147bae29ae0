import type { Case } from '../../shared/case/case.ts'
import type { Timestamp } from '../../shared/case/dates.ts'
import type { Extract, ExtractedCase, NamedOther } from '../../shared/journal/extract-entry.ts'
import { plainNote } from '../../shared/note/note.ts'
import { nameKey } from '../../shared/user/user.ts'
import { findCase } from '../store/cases.ts'
import { readThreads } from '../store/comments.ts'
import type { Db } from '../store/db.ts'
import { readRevision, readRevisions } from '../store/history/revisions.ts'
import { keptNaming } from '../store/kept-naming.ts'
import { packagesOf } from '../store/packages.ts'
import { readNotesOf } from '../store/read-notes.ts'
import { personFound } from '../store/readers/questions.ts'
import { readReviewEvents } from '../store/review.ts'
import { readReviewDrafts } from '../store/review-drafts.ts'
import { readUsers } from '../store/users.ts'
import { marksOf } from '../store/watch/marks.ts'
import { type CoreState, dbOf, reading } from './calls.ts'

/** Everybody else that a case names, and the notes in which their name stands: what is looked at before it is handed out. */
function othersIn(of: Case, notes: readonly { id: string; text: string }[]): NamedOther[] {
  const names = [...of.persons.map(({ name }) => name), of.assignedTo]
  return [...new Set(names)]
    .filter((name) => nameKey(name) !== nameKey(of.insured.name))
    .map((name) => ({
      name,
      notes: notes.filter(({ text }) => nameKey(text).includes(nameKey(name))).map(({ id }) => id),
    }))
}

function caseOf(db: Db, of: Case): ExtractedCase {
  const notes = readNotesOf(db, of.id)
  return {
    case: of,
    notes: notes.map(plainNote),
    revisions: notes.map(({ id }) => ({
      note: id,
      saves: readRevisions(db, id).map(({ revision }) => readRevision(db, id, revision)),
    })),
    comments: notes.flatMap(({ id }) => readThreads(db, id)),
    review: notes.flatMap(({ id }) => readReviewEvents(db, id)),
    unsentReview: notes.flatMap(({ id }) => readReviewDrafts(db, id)),
    packages: packagesOf(db, of.id),
    marks: marksOf(db, of.id),
    others: othersIn(
      of,
      notes.map(({ id, answers }) => ({ id, text: JSON.stringify(answers) })),
    ),
  }
}

/** What users keep that names the person of a case or the case, with the words that do. */
function keptOf(db: Db, of: Case): Extract['lists'] {
  const { lists, searches } = keptNaming(db, of)
  return [
    ...lists.map(({ name, words }) => ({ name, words })),
    ...searches.map(({ name, text }) => ({ name, words: [text] })),
  ]
}

/**
 * All that an archive holds on a person: the cases about them, where they are named in the cases of others, and what they
 * have done as a user. Of the cases of others nothing but that is told. ARCHIVE_CLOSED.
 */
export async function extractOf(
  state: CoreState,
  personnummer: string,
  at: Timestamp,
  signal?: AbortSignal,
): Promise<Extract> {
  const { cases, named, log } = await reading(state, personFound, { personnummer }, signal)
  const db = dbOf(state)
  const own = cases.flatMap((id) => findCase(db, id)?.case ?? [])
  const names = new Set(own.map(({ insured }) => nameKey(insured.name)))
  return {
    format: 'klarlagt/registerutdrag',
    version: 1,
    at,
    personnummer,
    cases: own.map((of) => caseOf(db, of)),
    named,
    lists: own.flatMap((of) => keptOf(db, of)),
    users: readUsers(db)
      .filter(({ name }) => names.has(nameKey(name)))
      .map(({ id, name, roles }) => ({ id, name, roles: [...roles] })),
    log,
  }
}
