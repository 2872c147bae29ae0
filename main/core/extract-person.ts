import type { Case } from '../../shared/case/case.ts'
import type { Timestamp } from '../../shared/case/dates.ts'
import type { Extract, ExtractedCase, NamedOther } from '../../shared/journal/extract-entry.ts'
import { plainNote } from '../../shared/note/note.ts'
import { everyCase } from '../store/cases.ts'
import { readThreads } from '../store/comments.ts'
import type { Db } from '../store/db.ts'
import { readRevision, readRevisions } from '../store/history/revisions.ts'
import { readLog } from '../store/log.ts'
import { packagesOf } from '../store/packages.ts'
import { readNotesOf } from '../store/read-notes.ts'
import { readReviewEvents } from '../store/review.ts'
import { readReviewDrafts } from '../store/review-drafts.ts'
import { readUsers } from '../store/users.ts'
import { marksOf } from '../store/watch/marks.ts'
import { listsNaming } from '../store/watch/naming.ts'

const folded = (name: string) => name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('sv')

/** Everybody else that a case names, and the notes in which their name stands: what is looked at before it is handed out. */
function othersIn(of: Case, notes: readonly { id: string; text: string }[]): NamedOther[] {
  const names = [...of.persons.map(({ name }) => name), of.assignedTo]
  return [...new Set(names)]
    .filter((name) => folded(name) !== folded(of.insured.name))
    .map((name) => ({
      name,
      notes: notes.filter(({ text }) => folded(text).includes(folded(name))).map(({ id }) => id),
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

/**
 * All that an archive holds on a person: the cases about them, where they are named in the cases of others, and what they
 * have done as a user. Of the cases of others nothing but that is told.
 */
export function extractOf(db: Db, personnummer: string, at: Timestamp): Extract {
  const all = Array.from(everyCase(db), (stored) => stored.case)
  const own = all.filter(({ insured }) => insured.personnummer === personnummer)
  const names = new Set(own.map(({ insured }) => folded(insured.name)))
  const ids = new Set<string>(own.map(({ id }) => id))
  const log = readLog(db)
  return {
    format: 'klarlagt/registerutdrag',
    version: 1,
    at,
    personnummer,
    cases: own.map((of) => caseOf(db, of)),
    named: all
      .filter(({ id }) => !ids.has(id))
      .flatMap(({ number, persons }) =>
        persons.filter(({ name }) => names.has(folded(name))).map(({ role }) => ({ case: number, role })),
      ),
    lists: own.flatMap((of) => listsNaming(db, of)).map(({ name, words }) => ({ name, words })),
    users: readUsers(db)
      .filter(({ name }) => names.has(folded(name)))
      .map(({ id, name, roles }) => ({ id, name, roles: [...roles] })),
    log: log
      .filter(({ caseId, by }) => (caseId !== null && ids.has(caseId)) || names.has(folded(by.name)))
      .map(({ at: when, by, action, caseId, noteId }) => ({
        at: when,
        by,
        action,
        // The case of somebody else is theirs, though it was this person who worked in it.
        ...(caseId === null || !ids.has(caseId)
          ? {}
          : { case: caseId, ...(noteId === null ? {} : { note: noteId }) }),
      })),
  }
}
