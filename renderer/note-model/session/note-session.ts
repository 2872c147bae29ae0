import { timestamp } from '../../../shared/case/dates.ts'
import type { NoteId } from '../../../shared/case/ids.ts'
import type { SaveCause } from '../../../shared/history/cause.ts'
import { type Answers, differingFields } from '../../../shared/note/answers.ts'
import type { Objection, ReadSentence, StoredNote } from '../../../shared/note/note.ts'
import { objectionTo, sentenceOf } from '../../../shared/note/objections.ts'
import { isOpen } from '../../../shared/note/review.ts'
import type { User } from '../../../shared/user/user.ts'
import type { Clock } from '../../base/clock.ts'
import { createListeners, type Unsubscribe } from '../../base/listeners.ts'
import { compareEdits, mergeObjections, withAnswer } from './compare.ts'
import { type AnswerChange, type ConflictChoice, chosenChanges } from './conflict.ts'
import {
  type Content,
  objectionsOf,
  renewedObjections,
  sameObjections,
  sameStanding,
  saveStateOf,
  withContent,
} from './content.ts'
import { changesBetween, createHistory, type Step, shownAt, type Turned } from './history.ts'
import { retryDelay, type SaveOutcome, type SavePort, type SaveState } from './save.ts'

/** A save leaves at the latest so long after the key that made it necessary. */
export const SAVE_DELAY_MS = 250

export type AnswerValue = Answers[string]
/** One open note: what is written in it now, and where that is saved. */
export interface NoteSession {
  readonly id: NoteId
  /** The note as the store has it, at the revision the next save begins from. */
  note: () => StoredNote
  /** The answers as they stand on the screen. A new object after every change. */
  answers: () => Answers
  /** The note as it stands on the screen, saved or not. */
  current: () => StoredNote
  /** Whether something here is not in the store yet. */
  isDirty: () => boolean
  /** Whether it is another note than the one that was opened: written in, saved or not, or changed in its standing. */
  hasChanged: () => boolean
  saveState: () => SaveState
  /** Sets an answer, or removes it where the value is undefined. Does nothing to a note that is signed, in review or locked. */
  edit: (field: string, value: AnswerValue | undefined) => void
  /** Several changes as one, for a fix. */
  apply: (changes: readonly AnswerChange[]) => void
  /** Answers that it is not as a rule has read a sentence. The core has the last word on who did and when. */
  object: (to: ReadSentence, by: User) => void
  /** Takes such an answer back. */
  withdraw: (to: ReadSentence) => void
  /**
   * Takes back the last thing that was done here, over all fields: an edit, a row, a fix. It is written as any edit, so
   * that nothing saved is lost, and leaves alone what somebody else has changed since. Says where it shows; undefined
   * where there is nothing to take back.
   */
  undo: () => Turned | undefined
  /** Does again what was taken back last. */
  redo: () => Turned | undefined
  /** Sends what is unsaved at once. True when everything is in the store. */
  flush: () => Promise<boolean>
  /** The note read again after somebody changed it. Taken over unless there is text here that is not saved. */
  receive: (note: StoredNote) => void
  /** Settles a conflict field by field; a field without a choice keeps mine. Both texts stay in the history. */
  resolve: (choices: Readonly<Record<string, ConflictChoice>>) => Promise<void>
  /** Called after changes of answers with the fields that changed. */
  onEdit: (listener: (fields: readonly string[]) => void) => Unsubscribe
  /** Called when the answer of one field changes. */
  onField: (field: string, listener: () => void) => Unsubscribe
  /** Called when the save state or the stored note changes. */
  onState: (listener: () => void) => Unsubscribe
  /** Stops all timers. Flush first. */
  dispose: () => void
}

/**
 * Opens a session over a note as read from the store. Saves go through `port`, one at a time, each from the
 * revision the one before was acknowledged as.
 */
export function createNoteSession(opened: StoredNote, port: SavePort, clock: Clock): NoteSession {
  let note = opened
  let answers = opened.answers
  let objections = objectionsOf(opened)
  let state: SaveState = saveStateOf(opened)
  /** When the oldest unsent change must be on its way. */
  let dueAt: number | undefined
  let cancelTimer: (() => void) | undefined
  let inFlight: Promise<void> | undefined
  let received: StoredNote | undefined
  let failures = 0
  /** Why what is sent next was written, where it was not just written. */
  let cause: SaveCause | undefined
  const history = createHistory()
  const edits = createListeners<readonly string[]>()
  const states = createListeners<void>()
  const fields = new Map<string, ReturnType<typeof createListeners<void>>>()

  const dirty = () => answers !== note.answers || !sameObjections(objections, objectionsOf(note))
  const readOnly = () => !isOpen(note)

  function setState(next: SaveState): void {
    state = next
    states.emit()
  }

  function setAnswers(next: Answers, changed: readonly string[]): void {
    answers = next
    for (const field of changed) fields.get(field)?.emit()
    if (changed.length > 0) edits.emit(changed)
  }

  function setObjections(next: readonly Objection[]): void {
    const renewed = renewedObjections(objections, next)
    objections = renewed.objections
    if (renewed.fields.length > 0) edits.emit(renewed.fields)
  }

  function stopTimer(): void {
    cancelTimer?.()
    cancelTimer = undefined
  }

  function schedule(ms: number): void {
    stopTimer()
    cancelTimer = clock.after(ms, () => {
      cancelTimer = undefined
      void send()
    })
  }

  /** Called after any change of the answers: sees to it that a save is on its way. */
  function changed(): void {
    if (readOnly()) return
    if (state.kind === 'conflict') {
      const { conflicts } = compareEdits(note.answers, answers, state.theirs.answers)
      setState({ ...state, fields: conflicts })
      return
    }
    dueAt ??= clock.now().getTime() + SAVE_DELAY_MS
    if (state.kind === 'failed') {
      // What cannot be saved as it was may be saved now; otherwise the retry that is waiting takes this along.
      if (state.retryAt === null && inFlight === undefined && cancelTimer === undefined)
        schedule(SAVE_DELAY_MS)
      return
    }
    if (state.kind !== 'saving') setState({ kind: 'saving' })
    if (inFlight === undefined && cancelTimer === undefined) schedule(SAVE_DELAY_MS)
  }

  function send(): Promise<void> {
    stopTimer()
    if (inFlight) return inFlight
    if (!dirty() || readOnly() || state.kind === 'conflict') return Promise.resolve()
    const sent = { answers, objections }
    dueAt = undefined
    if (state.kind !== 'saving' && state.kind !== 'failed') setState({ kind: 'saving' })
    inFlight = port
      .save({
        id: note.id,
        baseRevision: note.revision,
        answers,
        objections: objections.map(sentenceOf),
        ...(cause && { cause }),
      })
      .then((outcome) => {
        inFlight = undefined
        settle(outcome, sent)
      })
    return inFlight
  }

  function settle(outcome: SaveOutcome, sent: Content): void {
    switch (outcome.kind) {
      case 'saved':
        failures = 0
        note = {
          ...withContent(note, { answers: sent.answers, objections: outcome.objections ?? [] }),
          revision: outcome.revision,
          updatedAt: outcome.savedAt,
        }
        setObjections(mergeObjections(sent.objections, objections, objectionsOf(note)))
        if (dirty()) {
          setState({ kind: 'saving' })
          schedule(Math.max(0, (dueAt ?? 0) - clock.now().getTime()))
        } else {
          setState({ kind: 'saved', at: outcome.savedAt })
        }
        break
      case 'conflict':
        meet(outcome.current)
        break
      case 'failed': {
        failures += 1
        const delay = retryDelay(failures)
        const { failure } = outcome
        setState({
          kind: 'failed',
          failure,
          retryAt: failure.retry ? new Date(clock.now().getTime() + delay) : null,
        })
        if (failure.retry) schedule(delay)
        break
      }
    }
    const waiting = received
    received = undefined
    if (waiting) receive(waiting)
  }

  /** Somebody else saved first: goes on by itself unless both changed the same field. */
  function meet(theirs: StoredNote): void {
    failures = 0
    const { merged, conflicts } = compareEdits(note.answers, answers, theirs.answers)
    if (conflicts.length > 0) {
      setState({ kind: 'conflict', theirs, fields: conflicts })
      return
    }
    goOnFrom(theirs, merged)
    if (dirty()) void send()
  }

  /** Takes over their revision as the base, with `next` on the screen. */
  function goOnFrom(theirs: StoredNote, next: Answers): void {
    const changedFields = differingFields(answers, next)
    const sameAnswers = differingFields(theirs.answers, next).length === 0
    const merged = mergeObjections(objectionsOf(note), objections, objectionsOf(theirs))
    note = theirs
    setAnswers(sameAnswers ? theirs.answers : next, changedFields)
    setObjections(merged)
    setState(dirty() ? { kind: 'saving' } : saveStateOf(theirs))
  }

  function receive(next: StoredNote): void {
    if (inFlight) {
      if (!received || next.revision >= received.revision) received = next
      return
    }
    const newer =
      next.revision > note.revision || (next.revision === note.revision && !sameStanding(next, note))
    if (!newer || dirty() || state.kind === 'conflict') return
    goOnFrom(next, next.answers)
  }

  async function flush(): Promise<boolean> {
    // Each turn either ends a save in flight or begins one; a failure or a conflict ends the loop.
    for (;;) {
      if (inFlight) await inFlight
      else if (!dirty()) return true
      else await send()
      if (readOnly() || state.kind === 'conflict' || state.kind === 'failed') return !dirty()
    }
  }

  async function resolve(choices: Readonly<Record<string, ConflictChoice>>): Promise<void> {
    if (state.kind !== 'conflict') return
    const { theirs } = state
    const { merged, conflicts } = compareEdits(note.answers, answers, theirs.answers)
    cause = 'konflikt'
    try {
      // Mine is saved first, whole, so that the text that is not chosen is in the history as well.
      goOnFrom(theirs, merged)
      if (!(await flush())) return
      const chosen = chosenChanges(conflicts, choices, answers, theirs.answers)
      if (chosen.length === 0) return
      apply(chosen)
      await flush()
    } finally {
      cause = undefined
    }
  }

  function apply(changes: readonly AnswerChange[]): void {
    const before = answers
    write(changes)
    const made = changesBetween(
      before,
      answers,
      changes.map(({ field }) => field),
    )
    if (made.length > 0) history.record({ kind: 'answers', changes: made }, clock.now())
  }

  function write(changes: readonly AnswerChange[]): void {
    if (readOnly()) return
    const next = changes.reduce((all, change) => withAnswer(all, change.field, change.value), answers)
    if (next === answers) return
    setAnswers(
      next,
      changes.map((change) => change.field),
    )
    changed()
  }

  function object(to: ReadSentence, by: User): boolean {
    if (readOnly() || objectionTo(objections, to)) return false
    changeObjections([...objections, { ...to, by, at: timestamp(clock.now()) }])
    return true
  }

  function withdraw(to: ReadSentence): Objection | undefined {
    const objection = readOnly() ? undefined : objectionTo(objections, to)
    if (objection) changeObjections(objections.filter((one) => one !== objection))
    return objection
  }

  /** Makes a step of the history, which is not itself one more. */
  function make(step: Step | undefined): Turned | undefined {
    if (step === undefined) return undefined
    if (step.kind === 'answers') write(step.changes.map(({ field, after }) => ({ field, value: after })))
    else if (step.kind === 'object') object(step.to, step.by)
    else withdraw(step.to)
    return shownAt(step)
  }

  function changeObjections(next: readonly Objection[]): void {
    setObjections(next)
    changed()
  }

  return {
    id: opened.id,
    note: () => note,
    answers: () => answers,
    current: () => withContent(note, { answers, objections }),
    isDirty: dirty,
    hasChanged: () => note !== opened || dirty(),
    saveState: () => state,
    edit: (field, value) => apply([{ field, value }]),
    apply,
    object: (to, by) => {
      if (object(to, by)) history.record({ kind: 'object', to, by }, clock.now())
    },
    withdraw: (to) => {
      const taken = withdraw(to)
      if (taken) history.record({ kind: 'withdraw', to, by: taken.by }, clock.now())
    },
    undo: () => (readOnly() ? undefined : make(history.undo({ answers, objections }))),
    redo: () => (readOnly() ? undefined : make(history.redo({ answers, objections }))),
    flush,
    receive,
    resolve,
    onEdit: edits.add,
    onField: (field, listener) => {
      const own = fields.get(field) ?? createListeners<void>()
      fields.set(field, own)
      return own.add(listener)
    },
    onState: states.add,
    dispose: stopTimer,
  }
}
