import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type CaseId, type Digest, digestSchema, type NoteId } from '../../shared/case/ids.ts'
import { type Note, plainNote, type StoredNote } from '../../shared/note/note.ts'
import type { ReviewEvent } from '../../shared/note/review.ts'
import { isOpen, stateOf } from '../../shared/note/review.ts'
import {
  additionsFault,
  additionsTo,
  addsNothing,
  laterEvents,
  type NoteAdditions,
} from '../../shared/package/merge.ts'
import type { PackageId, ReviewAnswer, ReviewedNote, ReviewPackage } from '../../shared/package/package.ts'
import { isSamePerson, type User } from '../../shared/user/user.ts'
import { insertCase, readCase, readStoredCase, rewriteCase } from '../store/cases.ts'
import { addEntry, addThread, readThread, readThreads } from '../store/comments.ts'
import { type Db, transaction } from '../store/db.ts'
import { readReceipts } from '../store/disposal.ts'
import { addToLog, type Stamp } from '../store/log.ts'
import { type KeptPackage, packagesOf, readPackage, writePackage } from '../store/packages.ts'
import { noteExists, readStoredNote } from '../store/read-notes.ts'
import { refusal } from '../store/refusal.ts'
import { addReviewEvent, readReviewEvents, readWriters, refuseFrozen } from '../store/review.ts'
import { readUsers } from '../store/users.ts'
import { insertDraft, writeRewritten } from '../store/write-notes.ts'
import { type CoreState, dbOf, todayIn } from './calls.ts'
import { refuseStep } from './review.ts'
import { pinnedTemplate } from './templates.ts'

/** The digest of what a note says at a revision: what is reviewed, and what a decision is about. */
export function noteDigest(note: Note, revision: number): Digest {
  const text = canonicalize({ ...note, revision }) ?? ''
  return digestSchema.parse(createHash('sha256').update(text, 'utf8').digest('hex'))
}

const digestOf = (note: StoredNote) => noteDigest(plainNote(note), note.revision)

/** A user of an archive is never spoken for from elsewhere. PACKAGE_FOREIGN. */
function refuseOwnWords(db: Db, by: readonly User[]): void {
  const users = new Set(readUsers(db).map(({ id }) => id))
  if (by.some(({ id }) => id !== undefined && users.has(id)))
    throw refusal('PACKAGE_FOREIGN', { why: 'own-decision' })
}

/** Adds what has been said of a note where it was written, of what is not here yet. PACKAGE_FOREIGN. */
function addSaid(db: Db, { id, revision, digest, threads }: ReviewPackage['notes'][number]): void {
  const known = { events: [], threads: readThreads(db, id) }
  const added = additionsTo({ id, revision, digest, events: [], threads }, known)
  refuseOwnWords(
    db,
    [...added.threads.flatMap(({ entries }) => entries), ...added.entries.map(({ entry }) => entry)].map(
      ({ by }) => by,
    ),
  )
  for (const thread of added.threads) addThread(db, { ...thread, note: id })
  for (const { thread, entry } of added.entries) addEntry(db, readThread(db, thread), entry)
}

/** An event of where a note was written, about the revision that the note has here. */
function addElsewhere(
  db: Db,
  note: Pick<StoredNote, 'id' | 'caseId' | 'revision'>,
  event: ReviewEvent,
): void {
  // Handed in to whoever opens it: the one it was sent to is known by another id here, if at all.
  const { to: _to, seq: _seq, ...kept } = event
  addReviewEvent(db, note, { ...kept, noteId: note.id, revision: note.revision })
}

/** A note that comes for the first time. */
function takeInNote(db: Db, { note, events }: ReviewPackage['notes'][number], caseId: CaseId): void {
  const taken = { ...note, caseId, revision: 1 }
  insertDraft(db, taken, JSON.stringify(note.answers), 'importerad')
  const submitted = events.at(-1)
  if (submitted !== undefined) addElsewhere(db, taken, submitted)
}

/** A note that has come before: its newer text, and that it was handed in anew. PACKAGE_FOREIGN. */
function takeInLater(
  db: Db,
  { note, events, digest, revision }: ReviewPackage['notes'][number],
  before: readonly ReviewedNote[],
): void {
  const known = before.at(-1)
  if (known === undefined || known.revision > revision)
    throw refusal('PACKAGE_FOREIGN', { why: 'older-text' })
  const here = readStoredNote(db, note.id)
  const { opening, submitted } = laterEvents(events, readReviewEvents(db, note.id), { frozen: !isOpen(here) })
  if (opening !== undefined) addElsewhere(db, here, opening)
  if (known.digest !== digest) {
    refuseFrozen(readStoredNote(db, note.id))
    const { author: by, updatedAt: at } = note
    writeRewritten(db, readStoredNote(db, note.id), note, { by, at }, 'importerad')
  }
  if (submitted !== undefined) addElsewhere(db, readStoredNote(db, note.id), submitted)
}

/**
 * Takes in a package: its case with the notes as they were handed in, to be reviewed and commented and never written in; where
 * the case has come before, what is newer of it. Part of a transaction. PACKAGE_FOREIGN where its digests do not hold, a note is
 * here by another way or is newer here, or the case was disposed of here; CASE_NUMBER_TAKEN where the case is.
 */
export function takeInPackage(db: Db, content: ReviewPackage, stamp: Stamp): void {
  const { id, case: added, notes, reply, by: sender } = content
  if (readPackage(db, id) !== undefined) throw refusal('PACKAGE_KNOWN')
  if (readReceipts(db).some(({ caseId }) => caseId === added.id))
    throw refusal('PACKAGE_FOREIGN', { why: 'disposed' })
  const before = packagesOf(db, added.id).filter(({ direction }) => direction === 'received')
  const comeBefore = (noteId: NoteId) =>
    before.flatMap((each) => each.notes.filter((note) => note.id === noteId))
  for (const { id: noteId, note, revision, digest, events } of notes) {
    const holds =
      noteDigest(note, revision) === digest && note.id === noteId && events.at(-1)?.verb === 'lamna-in'
    if (!holds || (noteExists(db, noteId) && comeBefore(noteId).length === 0))
      throw refusal('PACKAGE_FOREIGN', { why: 'other-note' })
  }
  if (before.length === 0) insertCase(db, added, stamp, 'package-received')
  writePackage(db, {
    id,
    caseId: added.id,
    direction: 'received',
    ...stamp,
    sender,
    ...(reply === undefined ? {} : { reply }),
    notes: notes.map(({ id: noteId, revision, digest }) => ({ id: noteId, revision, digest })),
  })
  if (before.length > 0) rewriteCase(db, readStoredCase(db, added.id), added, stamp, 'package-received')
  for (const each of notes) {
    if (noteExists(db, each.id)) takeInLater(db, each, comeBefore(each.id))
    else takeInNote(db, each, added.id)
    addSaid(db, each)
  }
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
  const context = { case: readCase(db, note.caseId), today: todayIn(state) }
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

/** A package that was sent from here. PACKAGE_FOREIGN. */
function sentPackage(db: Db, id: PackageId): KeptPackage {
  const sent = readPackage(db, id)
  if (sent?.direction !== 'sent') throw refusal('PACKAGE_FOREIGN', { why: 'other-package' })
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
    const packages = answer.notes.map((note) => sentPackage(db, note.package))
    const [caseId, ...others] = new Set(packages.map((each) => each.caseId))
    if (caseId === undefined || others.length > 0) throw refusal('PACKAGE_FOREIGN', { why: 'other-package' })
    const additions = answer.notes
      .map((note) => {
        const about = sentNote(sentPackage(db, note.package), note.id)
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
