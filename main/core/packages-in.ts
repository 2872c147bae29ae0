import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { swedishDate } from '../../shared/case/dates.ts'
import { type CaseId, type Digest, digestSchema } from '../../shared/case/ids.ts'
import { type Note, plainNote, type StoredNote } from '../../shared/note/note.ts'
import type { ReviewEvent } from '../../shared/note/review.ts'
import { stateOf } from '../../shared/note/review.ts'
import { additionsFault, additionsTo, addsNothing, type NoteAdditions } from '../../shared/package/merge.ts'
import type { ReviewAnswer, ReviewedNote, ReviewPackage } from '../../shared/package/package.ts'
import { isSamePerson, type User } from '../../shared/user/user.ts'
import { insertCase, readCase } from '../store/cases.ts'
import { addEntry, addThread, readThread, readThreads } from '../store/comments.ts'
import { type Db, transaction } from '../store/db.ts'
import { addToLog, type Stamp } from '../store/log.ts'
import { type KeptPackage, readPackage, writePackage } from '../store/packages.ts'
import { noteExists, readStoredNote } from '../store/read-notes.ts'
import { refusal } from '../store/refusal.ts'
import { addReviewEvent, readReviewEvents, readWriters } from '../store/review.ts'
import { readUsers } from '../store/users.ts'
import { insertDraft } from '../store/write-notes.ts'
import { type CoreState, dbOf } from './calls.ts'
import { refuseStep } from './review.ts'
import { pinnedTemplate } from './templates.ts'

/** The digest of what a note says at a revision: what is reviewed, and what a decision is about. */
export function noteDigest(note: Note, revision: number): Digest {
  const text = canonicalize({ ...note, revision }) ?? ''
  return digestSchema.parse(createHash('sha256').update(text, 'utf8').digest('hex'))
}

const digestOf = (note: StoredNote) => noteDigest(plainNote(note), note.revision)

/**
 * Takes in a package: its case with the notes as they were handed in, to be reviewed and commented and never written in. Part of
 * a transaction. PACKAGE_FOREIGN where its digests do not hold or a note is here already, CASE_NUMBER_TAKEN where the case is.
 */
export function takeInPackage(db: Db, content: ReviewPackage, stamp: Stamp): void {
  const { id, case: added, notes, reply } = content
  if (readPackage(db, id) !== undefined) throw refusal('PACKAGE_KNOWN')
  for (const { id: noteId, note, revision, digest } of notes) {
    const holds = noteDigest(note, revision) === digest && note.id === noteId
    if (!holds || noteExists(db, noteId)) throw refusal('PACKAGE_FOREIGN', { why: 'other-note' })
  }
  insertCase(db, added, stamp, 'package-received')
  for (const { note, submitted, threads } of notes) {
    insertDraft(db, { ...note, caseId: added.id, revision: 1 }, JSON.stringify(note.answers), 'importerad')
    // Handed in to whoever opens it: the one it was sent to is known by another id here, if at all.
    const { to: _to, seq: _seq, ...event } = submitted
    addReviewEvent(db, { caseId: added.id }, { ...event, noteId: note.id, revision: 1 })
    for (const thread of threads) addThread(db, { ...thread, note: note.id })
  }
  writePackage(db, {
    id,
    caseId: added.id,
    direction: 'received',
    ...stamp,
    ...(reply === undefined ? {} : { reply }),
    notes: notes.map(({ id: noteId, revision, digest }) => ({ id: noteId, revision, digest })),
  })
}

const sameName = (a: User, b: User) =>
  isSamePerson({ id: undefined, name: a.name }, { id: undefined, name: b.name })

/** Refuses what does not belong to a note that was sent. PACKAGE_FOREIGN. */
function refuseFault(db: Db, additions: NoteAdditions, sent: ReviewedNote): void {
  const note = readStoredNote(db, sent.id)
  const writers = readWriters(db, note)
  const users = readUsers(db)
  const why = additionsFault(additions, sent, {
    digest: digestOf(note),
    inReview: stateOf(note) === 'inlamnad',
    // Another archive knows the same person by another id, so a name is enough to be the same.
    hasWritten: (user) => writers.some((writer) => isSamePerson(writer, user) || sameName(writer, user)),
    isOfArchive: ({ id }) => users.some((user) => user.id === id),
  })
  if (why !== undefined) throw refusal('PACKAGE_FOREIGN', { why })
}

/** Takes a decision as if it were made here: by the same table. STEP_REFUSED. */
function decide(state: CoreState, event: ReviewEvent): void {
  const db = dbOf(state)
  const note = readStoredNote(db, event.noteId)
  const template = pinnedTemplate(state.templates, note.template)
  const context = { case: readCase(db, note.caseId), today: swedishDate(state.now()) }
  refuseStep(state, { note, template, context }, event, event)
  const { seq: _seq, ...added } = event
  addReviewEvent(db, note, { ...added, revision: note.revision })
}

function addAll(state: CoreState, { events, threads, entries }: NoteAdditions): void {
  const db = dbOf(state)
  for (const thread of threads) addThread(db, thread)
  for (const { thread, entry } of entries) addEntry(db, readThread(db, thread), entry)
  for (const event of events) decide(state, event)
}

/** Which note of a package a part of an answer is about. PACKAGE_FOREIGN. */
function sentNote({ notes }: KeptPackage, id: ReviewedNote['id']): ReviewedNote {
  const sent = notes.find((note) => note.id === id)
  if (sent === undefined) throw refusal('PACKAGE_FOREIGN', { why: 'other-note' })
  return sent
}

/**
 * Merges an answer: decisions and comments that are not here yet, and nothing else. All of it or nothing; a second time there is
 * nothing to add. PACKAGE_FOREIGN, STEP_REFUSED.
 */
export function mergeAnswer(
  state: CoreState,
  answer: ReviewAnswer,
  stamp: Stamp,
): { caseId: CaseId; decisions: number; comments: number } {
  const db = dbOf(state)
  return transaction(db, () => {
    const sent = readPackage(db, answer.package)
    if (sent?.direction !== 'sent') throw refusal('PACKAGE_FOREIGN', { why: 'other-package' })
    const { caseId } = sent
    const additions = answer.notes
      .map((note) => {
        const about = sentNote(sent, note.id)
        const known = { events: readReviewEvents(db, note.id), threads: readThreads(db, note.id) }
        return { about, added: additionsTo(note, known) }
      })
      .filter(({ added }) => !addsNothing(added))
    for (const { about, added } of additions) refuseFault(db, added, about)
    for (const { added } of additions) addAll(state, added)
    if (additions.length > 0) addToLog(db, stamp, 'package-merged', { caseId })
    return {
      caseId,
      decisions: additions.reduce((sum, { added }) => sum + added.events.length, 0),
      comments: additions.reduce(
        (sum, { added }) =>
          sum + added.entries.length + added.threads.flatMap(({ entries }) => entries).length,
        0,
      ),
    }
  })
}
