import type { PackageLock } from '../../shared/api/packages.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import { MAX_BUNDLE_CHARS } from '../../shared/case/limits.ts'
import { readJson } from '../../shared/file/json-text.ts'
import { draftNoteSchema, plainNote } from '../../shared/note/note.ts'
import { decidedSince } from '../../shared/package/merge.ts'
import {
  PACKAGE_EXTENSION,
  type PackageId,
  packageFileSchema,
  packageIdSchema,
  type ReviewAnswer,
  type ReviewedNote,
  type ReviewPackage,
} from '../../shared/package/package.ts'
import { readCase } from '../store/cases.ts'
import { readThreads } from '../store/comments.ts'
import { type Db, transaction } from '../store/db.ts'
import { addToLog, type Stamp } from '../store/log.ts'
import { packagesOf, readIdentity, receivedPackages, writeIdentity, writePackage } from '../store/packages.ts'
import { readStoredNote } from '../store/read-notes.ts'
import { refusal } from '../store/refusal.ts'
import { readReviewEvents } from '../store/review.ts'
import { addressOf, lockFile, newIdentity, unlockFile } from './age.ts'
import { type CoreState, calls, dbOf, openArchiveOf, refuseExport, stampFor } from './calls.ts'
import { mergeAnswer, noteDigest, takeInPackage } from './packages-in.ts'

/** The address of whoever works, whose key is made where they have none. */
async function ownAddress(db: Db, { by }: Pick<Stamp, 'by'>): Promise<string> {
  const known = readIdentity(db, by)
  if (known !== undefined) return addressOf(known)
  const identity = await newIdentity()
  transaction(db, () => {
    if (readIdentity(db, by) === undefined) writeIdentity(db, by, identity)
  })
  return addressOf(readIdentity(db, by) ?? identity)
}

/** A note as it was handed in. NOT_SUBMITTED. */
function packaged(db: Db, id: NoteId, caseId: CaseId): ReviewPackage['notes'][number] {
  const note = readStoredNote(db, id)
  const events = readReviewEvents(db, id)
  if (note.caseId !== caseId || note.status !== 'utkast' || events.at(-1)?.verb !== 'lamna-in')
    throw refusal('NOT_SUBMITTED', { id })
  return {
    id,
    revision: note.revision,
    digest: noteDigest(plainNote(note), note.revision),
    note: draftNoteSchema.parse(plainNote(note)),
    events,
    threads: readThreads(db, id),
  }
}

/** What has been said and decided here of a note that was received. */
function answered(db: Db, sent: ReviewedNote, from: PackageId): ReviewAnswer['notes'][number] {
  const events = decidedSince(readReviewEvents(db, sent.id))
  return {
    ...sent,
    package: from,
    events: events.map((event) => ({ ...event, revision: sent.revision })),
    threads: readThreads(db, sent.id),
  }
}

/** A file of the case's number, encrypted. */
async function fileOf(
  state: CoreState,
  content: ReviewPackage | ReviewAnswer,
  { number, lock, suffix }: { number: string; lock: PackageLock; suffix: string },
) {
  const bytes = await lockFile(Buffer.from(JSON.stringify(content), 'utf8'), {
    lock,
    minimum: state.policies.policies.passphraseMinimum,
    scrypt: state.archives.scrypt,
  })
  const safe = number.replace(/[^\p{L}\p{N}-]+/gu, '-')
  return {
    fileName: `${safe}${suffix}${PACKAGE_EXTENSION}`,
    mimeType: 'application/octet-stream',
    base64: Buffer.from(bytes).toString('base64'),
  }
}

/** What an opened file holds. PACKAGE_UNREADABLE. */
function readContent(bytes: Uint8Array): ReviewPackage | ReviewAnswer {
  const read = readJson(Buffer.from(bytes).toString('utf8'), MAX_BUNDLE_CHARS)
  const parsed = packageFileSchema.safeParse(read.ok ? read.value : undefined)
  if (!parsed.success) throw refusal('PACKAGE_UNREADABLE')
  return parsed.data
}

/** Cases passed to a specialist elsewhere and back, each way as one encrypted file. */
export const packageCalls = {
  address: calls.packages.address.handler(async ({ context: { state } }) => ({
    recipient: await ownAddress(dbOf(state), stampFor(state, 'comment')),
  })),

  received: calls.packages.received.handler(({ context: { state } }) =>
    receivedPackages(dbOf(state)).flatMap(({ caseId, sender, at }) =>
      sender === undefined ? [] : [{ caseId, sender, at }],
    ),
  ),

  ofCase: calls.packages.ofCase.handler(({ input: { caseId }, context: { state } }) =>
    packagesOf(dbOf(state), caseId).map(({ direction, at, by, notes, reply }) => ({
      direction,
      at,
      by,
      notes: notes.length,
      answerable: reply !== undefined,
    })),
  ),

  make: calls.packages.make.handler(async ({ input: { caseId, notes, lock }, context: { state } }) => {
    const stamp = stampFor(state, 'export')
    refuseExport(state, 'bundle')
    const db = dbOf(state)
    const reply = await ownAddress(db, stamp)
    const content: ReviewPackage = {
      format: 'klarlagt/granskning',
      version: 1,
      ...stamp,
      id: packageIdSchema.parse(state.newId()),
      reply,
      case: readCase(db, caseId),
      notes: [...new Set(notes)].map((id) => packaged(db, id, caseId)),
    }
    const file = await fileOf(state, content, { number: content.case.number, lock, suffix: '' })
    const kept = content.notes.map(({ id, revision, digest }) => ({ id, revision, digest }))
    transaction(openArchiveOf(state).db, () => {
      writePackage(db, { id: content.id, caseId, direction: 'sent', ...stamp, notes: kept })
      addToLog(db, stamp, 'package-made', { caseId })
    })
    return file
  }),

  answer: calls.packages.answer.handler(async ({ input: { caseId, lock }, context: { state } }) => {
    const stamp = stampFor(state, 'review')
    refuseExport(state, 'bundle')
    const db = dbOf(state)
    const all = packagesOf(db, caseId).filter(({ direction }) => direction === 'received')
    const received = all.at(-1)
    if (received === undefined) throw refusal('PACKAGE_FOREIGN', { why: 'other-package' })
    // Each note as it came last, by whichever package.
    const last = new Map(
      all.flatMap(({ id: from, notes }) => notes.map((note) => [note.id, { note, from }] as const)),
    )
    const { reply } = received
    const to: PackageLock | undefined =
      lock ?? (reply === undefined ? undefined : { kind: 'recipient', recipient: reply })
    if (to === undefined) throw refusal('PASSPHRASE_NEEDED')
    const content: ReviewAnswer = {
      format: 'klarlagt/granskningssvar',
      version: 1,
      ...stamp,
      notes: [...last.values()].map(({ note, from }) => answered(db, note, from)),
    }
    const { number } = readCase(db, caseId)
    addToLog(db, stamp, 'package-answered', { caseId })
    return fileOf(state, content, { number, lock: to, suffix: '-svar' })
  }),

  open: calls.packages.open.handler(async ({ input: { base64, passphrase }, context: { state, line } }) => {
    const { by } = stampFor(state, 'comment')
    const db = dbOf(state)
    const bytes = await unlockFile(Buffer.from(base64, 'base64'), {
      identity: readIdentity(db, by),
      passphrase,
    })
    const content = readContent(bytes)
    if (content.format === 'klarlagt/granskning') {
      const stamp = stampFor(state, 'review')
      transaction(db, () => takeInPackage(db, content, stamp))
      const { id: caseId } = content.case
      state.changes.publish({ type: 'case', id: caseId }, line)
      for (const { id } of content.notes) {
        state.changes.publish({ type: 'note', id, caseId }, line)
        state.changes.publish({ type: 'comments', note: id }, line)
      }
      return { kind: 'package' as const, caseId: content.case.id, notes: content.notes.length }
    }
    const merged = mergeAnswer(state, content, stampFor(state, 'submit'))
    for (const { id } of content.notes) {
      state.changes.publish({ type: 'note', id, caseId: merged.caseId }, line)
      state.changes.publish({ type: 'comments', note: id }, line)
    }
    return { kind: 'answer' as const, ...merged }
  }),
}
