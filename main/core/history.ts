import { READING_LOGGED } from '../../shared/api/history.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import { lastOfDays } from '../../shared/history/by-day.ts'
import { changedFields } from '../../shared/history/diff.ts'
import type { Revision } from '../../shared/history/revision.ts'
import { SITTING_PAUSE_MINUTES } from '../../shared/history/thin.ts'
import { setAsideMember } from '../../shared/note/move.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { objectionsMember } from '../../shared/note/objections.ts'
import { isSamePerson } from '../../shared/user/user.ts'
import { readCase } from '../store/cases.ts'
import { type Db, transaction } from '../store/db.ts'
import { readRevision, readRevisions } from '../store/history/revisions.ts'
import { addToLog, readLogPage, type Stamp } from '../store/log.ts'
import { readStoredNote, readSummaries } from '../store/read-notes.ts'
import { refusal } from '../store/refusal.ts'
import { refuseFrozen } from '../store/review.ts'
import { readSettings } from '../store/user-and-settings.ts'
import { writeRewritten } from '../store/write-notes.ts'
import { type CoreState, calls, dbOf, stampFor } from './calls.ts'

const readsOf = (db: Db, id: NoteId) => readLogPage(db, { noteId: id, actions: ['note-read'] })

/** Logs that somebody has opened a note, where the archive is set to; once while they sit with it. */
export function logReading(state: CoreState, { id, caseId }: Pick<StoredNote, 'id' | 'caseId'>): void {
  const db = dbOf(state)
  if (readSettings(db)[READING_LOGGED] !== true) return
  const stamp = stampFor(state, 'read')
  const since = Date.parse(stamp.at) - SITTING_PAUSE_MINUTES * 60_000
  const isKnown = readsOf(db, id).some(({ by, at }) => isSamePerson(by, stamp.by) && Date.parse(at) >= since)
  if (!isKnown) transaction(db, () => addToLog(db, stamp, 'note-read', { caseId, noteId: id }))
}

/** What a note says in a revision that is to be restored, with the template that it was written in. */
export function contentOf(state: CoreState, { template: ref, answers, objections, setAside }: Revision) {
  const template = state.templates.find(ref)
  if (!template) throw refusal('NOT_FOUND', { what: 'template', id: `${ref.id} ${ref.version}` })
  const { kind, owner } = template
  return {
    template: ref,
    kind,
    owner,
    answers,
    ...objectionsMember(objections ?? []),
    ...setAsideMember(setAside ?? []),
  }
}

/** Whether a note says what a revision says, in the same template. */
const saysTheSame = (note: StoredNote, { template, answers, objections, setAside }: Revision) =>
  JSON.stringify([note.template.id, note.template.version, note.answers, note.objections, note.setAside]) ===
  JSON.stringify([template.id, template.version, answers, objections, setAside])

/** Writes what a revision says as a new one. Part of a transaction. */
function restore(
  state: CoreState,
  input: { note: NoteId; revision: number; baseRevision: number },
  stamp: Stamp,
): StoredNote {
  const db = dbOf(state)
  const note = readStoredNote(db, input.note)
  refuseFrozen(note)
  if (note.revision !== input.baseRevision) throw refusal('CONFLICT', { current: note })
  const revision = readRevision(db, note.id, input.revision)
  if (saysTheSame(note, revision)) return note
  const { takenOver } = note
  const content = { ...contentOf(state, revision), ...(takenOver === undefined ? {} : { takenOver }) }
  return writeRewritten(db, note, content, stamp, 'aterstalld')
}

/** What has been saved of a note, and what of it can be had back. */
export const historyCalls = {
  list: calls.history.list.handler(({ input: { note, limit }, context: { state } }) => {
    const db = dbOf(state)
    const heads = readRevisions(db, note)
    const shown = heads.slice(-limit)
    // The one before the first that is shown tells what that one changed.
    let before = heads.at(-limit - 1)
    let said = before ? readRevision(db, note, before.revision).answers : {}
    const revisions = shown.map((head) => {
      const { answers } = readRevision(db, note, head.revision)
      const changed = before === undefined ? [] : changedFields(said, answers)
      before = head
      said = answers
      return { ...head, changed }
    })
    const reads = readsOf(db, note).map(({ at, by }) => ({ at, by }))
    return { revisions: revisions.toReversed(), older: heads.length - shown.length, reads }
  }),

  get: calls.history.get.handler(({ input: { note, revision }, context: { state } }) => {
    const read = readRevision(dbOf(state), note, revision)
    const form = state.templates.find(read.template)
    return { ...read, ...(form === undefined ? {} : { form }) }
  }),

  byDay: calls.history.byDay.handler(({ input: { caseId }, context: { state } }) => {
    const db = dbOf(state)
    readCase(db, caseId)
    return readSummaries(db, caseId).map(({ id }) => ({
      note: id,
      revisions: lastOfDays(readRevisions(db, id)).map(({ revision }) => readRevision(db, id, revision)),
    }))
  }),

  restore: calls.history.restore.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, 'write')
    const note = transaction(dbOf(state), () => restore(state, input, stamp))
    state.changes.publish({ type: 'note', id: note.id, caseId: note.caseId }, line)
    return note
  }),
}
