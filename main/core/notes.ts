import { type Case, type CaseDetails, caseDetailsSchema } from '../../shared/case/case.ts'
import { type Consent, mergeConsents } from '../../shared/case/consents.ts'
import { aroundCase, aroundNote, type NoteContext, type NoteWithTemplate } from '../../shared/note/context.ts'
import { moveNote, setAsideMember } from '../../shared/note/move.ts'
import { plainNote, type StoredNote, takenOverMember } from '../../shared/note/note.ts'
import { objectionsMember } from '../../shared/note/objections.ts'
import { readNote as readIn } from '../../shared/note/read-note.ts'
import { takeOver } from '../../shared/note/take-over.ts'
import { checkNote } from '../../shared/rules/index.ts'
import type { TemplateRef } from '../../shared/template/template.ts'
import { readCase, readStoredCase, updateCase } from '../store/cases.ts'
import { readThreads } from '../store/comments.ts'
import { type Db, transaction } from '../store/db.ts'
import { addToLog, type Stamp } from '../store/log.ts'
import { readNotesOf, readStoredNote } from '../store/read-notes.ts'
import { lastRecord, seal, writeRecord } from '../store/records.ts'
import { refusal } from '../store/refusal.ts'
import { refuseFrozen } from '../store/review.ts'
import { openSigner, type Signer } from '../store/signing-keys.ts'
import { saveNote, writeRewritten } from '../store/write-notes.ts'
import { beginNote } from './begin-note.ts'
import { type CoreState, calls, dbOf, refuseExport, stampFor, todayIn } from './calls.ts'
import { logReading } from './history.ts'
import { ArchiveClosed, SigningRefused } from './refusals.ts'
import { refuseStep, refuseWriter } from './review.ts'
import { pinnedTemplate } from './templates.ts'

const detailsOf = ({ id: _id, ...details }: Case): CaseDetails => caseDetailsSchema.parse(details)

/** What is around a note in its case, as stored. */
export const aroundOf = ({ templates }: CoreState, db: Db, { id, caseId }: StoredNote) =>
  aroundNote(aroundCase(readNotesOf(db, caseId), templates.all), id)

/** What amends a note that has been annulled since stands in nothing's place. NOTE_ANNULLED. */
function refuseAnnulled(db: Db, { amends }: StoredNote): void {
  const amended = amends && readStoredNote(db, amends.note)
  if (amended?.status === 'journalford' && amended.annulled)
    throw refusal('NOTE_ANNULLED', { id: amended.id })
}

/** The register of consents with those that a note records and shows put into it. */
function consentsAfter(note: NoteWithTemplate, context: NoteContext): Consent[] {
  const recorded = readIn(note, context).ofType('consents')
  return mergeConsents(
    context.case.consents,
    recorded.flatMap(({ answer }) => answer ?? []),
  )
}

/**
 * Journalför a note as saved at `baseRevision`: checks it once more, puts its consents into the case's register,
 * takes the digest of its canonical form with the case as it then stands, chains it to the case's record before,
 * seals it with the user's own key, and locks it. Part of a transaction.
 */
function signNote(
  state: CoreState,
  { id, baseRevision }: { id: StoredNote['id']; baseRevision: number },
  stamp: Stamp,
  signer: Signer,
): { note: StoredNote; caseChanged: boolean } {
  const db = dbOf(state)
  const note = readStoredNote(db, id)
  if (note.status === 'journalford') throw refusal('NOTE_SIGNED', { id })
  if (note.revision !== baseRevision) throw refusal('CONFLICT', { current: note })
  refuseAnnulled(db, note)
  const template = pinnedTemplate(state.templates, note.template)
  const { case: before, revision } = readStoredCase(db, note.caseId)
  const subject = { note: plainNote(note), template }
  const context: NoteContext = {
    case: before,
    today: todayIn(state),
    ...aroundOf(state, db, note),
    language: 'sv',
    rulesOff: state.policies.policies.rulesOff,
  }
  refuseWriter(state, template, stamp)
  refuseStep(state, { note, template, context }, { verb: 'journalfor' }, stamp)
  const markers = checkNote(subject, context).filter((marker) => marker.severity === 'error')
  if (markers.length > 0) throw new SigningRefused(markers)

  const after = { ...before, consents: consentsAfter(subject, context) }
  const { changed: caseChanged } = updateCase(db, { details: after, baseRevision: revision }, stamp)

  const last = lastRecord(db, note.caseId)
  const unsealed = {
    by: stamp.by,
    at: stamp.at,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.digest ?? null,
    case: detailsOf(after),
  }
  const { signature, canonical } = seal(note, unsealed, signer)
  writeRecord(db, note.caseId, note, signature, canonical)
  addToLog(db, stamp, 'note-signed', { caseId: note.caseId, noteId: id, digest: signature.digest })
  const { review: _review, ...draft } = note
  return { note: { ...draft, status: 'journalford', signature }, caseChanged }
}

/** Moves a draft as saved at `baseRevision` to another template. Part of a transaction. */
function moveDraft(
  state: CoreState,
  { id, baseRevision, template: ref }: { id: StoredNote['id']; baseRevision: number; template: TemplateRef },
  stamp: Stamp,
): StoredNote {
  const db = dbOf(state)
  const note = readStoredNote(db, id)
  refuseFrozen(note)
  if (note.revision !== baseRevision) throw refusal('CONFLICT', { current: note })
  const to = pinnedTemplate(state.templates, ref)
  if (to.id === note.template.id && to.version === note.template.version) return note
  const subject = { note: plainNote(note), template: pinnedTemplate(state.templates, note.template) }
  for (const template of [subject.template, to]) refuseWriter(state, template, stamp)
  const read = readIn(subject, {
    case: readCase(db, note.caseId),
    today: todayIn(state),
    ...aroundOf(state, db, note),
    language: 'sv',
  })
  const { answers, objections, takenOver, setAside } = moveNote(read, to, (of) => state.templates.find(of))
  return writeRewritten(
    db,
    note,
    {
      template: { id: to.id, version: to.version },
      kind: to.kind,
      owner: to.owner,
      answers,
      ...objectionsMember(objections),
      ...takenOverMember(takenOver),
      ...setAsideMember(setAside),
    },
    stamp,
    'flyttad',
  )
}

/** Notes of the open archive. */
export const notes = {
  get: calls.notes.get.handler(({ input: { id }, context: { state } }) => {
    const note = readStoredNote(dbOf(state), id)
    logReading(state, note)
    return note
  }),

  ofCase: calls.notes.ofCase.handler(({ input: { caseId }, context: { state } }) => {
    const db = dbOf(state)
    readCase(db, caseId)
    return readNotesOf(db, caseId)
  }),

  create: calls.notes.create.handler(({ input: { caseId, templateId }, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const db = dbOf(state)
    const template = state.templates.newest(templateId)
    if (!template) throw refusal('NOT_FOUND', { what: 'template', id: templateId })
    const { answers, takenOver } = takeOver(template, {
      case: readCase(db, caseId),
      today: todayIn(state),
      ...aroundCase(readNotesOf(db, caseId), state.templates.all),
      language: 'sv',
    })
    const beginning = { answers, ...takenOverMember(takenOver) }
    const note = beginNote(state, { caseId, template, beginning }, stamp)
    state.changes.publish({ type: 'note', id: note.id, caseId }, line)
    return note
  }),

  save: calls.notes.save.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const db = dbOf(state)
    const pinned = state.templates.find(readStoredNote(db, input.id).template)
    if (pinned) refuseWriter(state, pinned, stamp)
    const { note, savedAt, changed, commentsTurned } = saveNote(db, input, stamp)
    if (changed) state.changes.publish({ type: 'note-saved', id: note.id, caseId: note.caseId }, line)
    if (commentsTurned) state.changes.publish({ type: 'comments', note: note.id }, line)
    return { revision: note.revision, savedAt, ...objectionsMember(note.objections ?? []) }
  }),

  move: calls.notes.move.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const note = transaction(dbOf(state), () => moveDraft(state, input, stamp))
    state.changes.publish({ type: 'note', id: note.id, caseId: note.caseId }, line)
    return note
  }),

  sign: calls.notes.sign.handler(async ({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'sign')
    const db = dbOf(state)
    const signer = await openSigner(db, stamp, input.code)
    // The archive may have been closed or changed while a code was tried.
    if (dbOf(state) !== db) throw new ArchiveClosed()
    const { note, caseChanged } = transaction(db, () => signNote(state, input, stamp, signer))
    if (caseChanged) state.changes.publish({ type: 'case', id: note.caseId }, line)
    state.changes.publish({ type: 'note', id: note.id, caseId: note.caseId }, line)
    return note
  }),

  /** The bytes in base64. The writers of PDF and Word are loaded when the first export is asked for. */
  export: calls.notes.export.handler(async ({ input, context: { state } }) => {
    const { id, format, language } = input
    const stamp = stampFor(state, 'export')
    refuseExport(state, format)
    const db = dbOf(state)
    const note = readStoredNote(db, id)
    addToLog(db, stamp, 'note-exported', { caseId: note.caseId, noteId: id })
    const { exportNote } = await import('../export/index.ts')
    const { fileName, mimeType, bytes } = await exportNote(
      { note: plainNote(note), template: pinnedTemplate(state.templates, note.template) },
      {
        case: readCase(db, note.caseId),
        ...aroundOf(state, db, note),
        language: state.policies.policies.language ?? language,
        today: todayIn(state),
      },
      format,
      input.comments === true ? readThreads(db, id) : undefined,
    )
    return { fileName, mimeType, base64: Buffer.from(bytes).toString('base64') }
  }),
}
