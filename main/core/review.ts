import type { NoteContext } from '../../shared/note/context.ts'
import { type NoteVerb, type StepRefusal, stepRefusal, steps } from '../../shared/note/lifecycle.ts'
import { plainNote, type StoredNote } from '../../shared/note/note.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { demandsReview, type ReviewEvent, reviewEventIdSchema, stateOf } from '../../shared/note/review.ts'
import { checklistOf, lackingIn } from '../../shared/review/checklist.ts'
import { isWrittenBy, type Template } from '../../shared/template/template.ts'
import { may } from '../../shared/user/may.ts'
import { isSamePerson } from '../../shared/user/user.ts'
import { readCase } from '../store/cases.ts'
import { transaction } from '../store/db.ts'
import type { Stamp } from '../store/log.ts'
import { readStoredNote } from '../store/read-notes.ts'
import { reviewQueue } from '../store/readers/questions.ts'
import { refusal } from '../store/refusal.ts'
import { addReviewEvent, hasWritten, readReviewEvents, readWriters } from '../store/review.ts'
import { readReviewDraft, writeReviewDraft } from '../store/review-drafts.ts'
import { type CoreState, calls, dbOf, openArchiveOf, reading, stampFor, todayIn } from './calls.ts'
import { aimlessInArchive, wordUseInArchive } from './review-lists.ts'
import { pinnedTemplate } from './templates.ts'

type Wanted = { readonly verb: NoteVerb } & Pick<ReviewEvent, 'reason' | 'verdicts'>

/** A note of the store, with its template and what is around it while it is only read. */
interface Subject {
  readonly note: StoredNote
  readonly template: Template
  readonly context: Pick<NoteContext, 'case' | 'today'>
}

/** Refuses that somebody writes in a note of a template that other roles write in. NOT_WRITER. */
export function refuseWriter(state: CoreState, template: Template, { by }: Stamp): void {
  const { demo } = openArchiveOf(state).info
  if (!isWrittenBy(template, by.role, { demo })) throw refusal('NOT_WRITER', { template: template.id })
}

/**
 * What the checklist keeps from being approved: it is answered without fail where a review is demanded and for the employer's
 * plan (000:185-190, 287-290), and where it is begun it is answered whole.
 */
function checklistRefusal(
  state: CoreState,
  { note: { kind }, context }: Subject,
  { verb, verdicts }: Wanted,
  demanded: boolean,
): StepRefusal | undefined {
  if (verb !== 'godkann') return undefined
  if (verdicts === undefined && !demanded && kind !== 'arbetsgivarens-plan') return undefined
  const checklist =
    verdicts === undefined
      ? checklistOf(state.templates.all)
      : pinnedTemplate(state.templates, verdicts.template)
  if (checklist === undefined) return undefined
  return lackingIn(checklist, verdicts?.answers ?? {}, { kind, ...context }).length > 0
    ? 'checklist'
    : undefined
}

/** Refuses what the table of a note's life does not allow to whoever stamps it. STEP_REFUSED. */
export function refuseStep(state: CoreState, subject: Subject, wanted: Wanted, { by }: Stamp): void {
  const { note, template, context } = subject
  const { demo } = openArchiveOf(state).info
  const read = readNote({ note: plainNote(note), template }, { ...context, others: [], language: 'sv' })
  const demanded = demandsReview(template, read.holds)
  const why =
    stepRefusal(wanted.verb, {
      state: stateOf(note),
      revision: note.revision,
      reviewed: note.status === 'utkast' ? note.review?.revision : undefined,
      demanded,
      hasWritten: hasWritten(dbOf(state), note, by),
      allowed: (action) => may(by.role, action, { demo }),
      reason: wanted.reason,
    }) ?? checklistRefusal(state, subject, wanted, demanded)
  if (why !== undefined) throw refusal('STEP_REFUSED', { id: note.id, verb: wanted.verb, why })
}

type Act = Pick<ReviewEvent, 'verb' | 'to' | 'reason' | 'verdicts'> & {
  readonly id: StoredNote['id']
  readonly baseRevision: number
}

/** Does one step of a note's review and keeps it as an event. Part of a transaction. */
function act(state: CoreState, { id, baseRevision, ...step }: Act, stamp: Stamp): StoredNote {
  const db = dbOf(state)
  const note = readStoredNote(db, id)
  if (note.status === 'journalford') throw refusal('NOTE_SIGNED', { id })
  if (note.revision !== baseRevision) throw refusal('CONFLICT', { current: note })
  const template = pinnedTemplate(state.templates, note.template)
  const context = { case: readCase(db, note.caseId), today: todayIn(state) }
  refuseStep(state, { note, template, context }, step, stamp)
  addReviewEvent(db, note, {
    ...step,
    id: reviewEventIdSchema.parse(state.newId()),
    noteId: id,
    ...stamp,
    revision: note.revision,
  })
  // What was written to be sent is sent by now.
  if (step.verb === 'godkann' || step.verb === 'aterlamna') writeReviewDraft(db, id, stamp.by, null)
  return readStoredNote(db, id)
}

/** Review of notes: each step of their life but signing, and who has what to do. */
export const review = {
  act: calls.review.act.handler(({ input, context: { state, line } }) => {
    const stamp = stampFor(state, steps[input.verb].action)
    const note = transaction(dbOf(state), () => act(state, input, stamp))
    state.changes.publish({ type: 'note', id: note.id, caseId: note.caseId }, line)
    return note
  }),

  events: calls.review.events.handler(({ input: { id }, context: { state } }) => {
    const db = dbOf(state)
    readStoredNote(db, id)
    return readReviewEvents(db, id)
  }),

  writers: calls.review.writers.handler(({ input: { id }, context: { state } }) => {
    const db = dbOf(state)
    return readWriters(db, readStoredNote(db, id))
  }),

  draft: calls.review.draft.handler(({ input: { id }, context: { state } }) => {
    const db = dbOf(state)
    readStoredNote(db, id)
    return readReviewDraft(db, id, openArchiveOf(state).user)
  }),

  keepDraft: calls.review.keepDraft.handler(({ input: { id, by, draft }, context: { state } }) => {
    const db = dbOf(state)
    const stamp = stampFor(state, 'review')
    if (!isSamePerson(by, stamp.by)) return false
    readStoredNote(db, id)
    transaction(db, () => writeReviewDraft(db, id, stamp.by, draft))
    return true
  }),

  queue: calls.review.queue.handler(({ context: { state }, signal }) =>
    reading(state, reviewQueue, {}, signal),
  ),

  aimless: calls.review.aimless.handler(({ context: { state }, signal }) => aimlessInArchive(state, signal)),

  words: calls.review.words.handler(({ context: { state }, signal }) => wordUseInArchive(state, signal)),
}
