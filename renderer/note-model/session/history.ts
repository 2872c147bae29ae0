import { dequal } from 'dequal/lite'
import type { Answers } from '../../../shared/note/answers.ts'
import type { Where } from '../../../shared/note/marker.ts'
import type { ReadSentence } from '../../../shared/note/note.ts'
import { objectionTo } from '../../../shared/note/objections.ts'
import type { User } from '../../../shared/user/user.ts'
import type { Content } from './content.ts'
import { caretAfter, type FieldChange, isSettling, isTyping, placeOf } from './step-place.ts'

/** Something that was done to a note and is undone as one. */
export type Step =
  | { readonly kind: 'answers'; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'object'; readonly to: ReadSentence; readonly by: User }
  | { readonly kind: 'withdraw'; readonly to: ReadSentence; readonly by: User }

/** Where an undone or redone step shows, and where in its text. */
export interface Turned {
  readonly where: Where
  readonly caret: number | undefined
}

/** What has been done to a note since it was opened. */
export interface History {
  readonly record: (step: Step, at: Date) => void
  /** The step to make now, which takes the last one back. What somebody else has changed since is left as it is. */
  readonly undo: (now: Content) => Step | undefined
  readonly redo: (now: Content) => Step | undefined
}

interface Entry {
  readonly step: Step
  readonly began: number
  readonly ended: number
}

/** Typing is one step until it rests for so long, or has gone on for so long. */
const REST_MS = 800
const LONGEST_MS = 8000
const MOST_STEPS = 500

/** What is done after `last` as one step with it, where both are parts of the same typing. */
function joined(last: Entry, step: Step, at: number): Entry | undefined {
  if (last.step.kind !== 'answers' || step.kind !== 'answers') return undefined
  const [first, ...others] = last.step.changes
  const [next, ...more] = step.changes
  if (first === undefined || next === undefined || others.length > 0 || more.length > 0) return undefined
  if (first.field !== next.field || !dequal(first.after, next.before)) return undefined
  const before = placeOf(first)
  const after = placeOf(next)
  const isNew = before.where.column === undefined && after.where.column !== undefined
  if (isNew || !dequal(before.where, after.where)) return undefined
  const goesOn =
    isTyping(after) && !isSettling(after) && at - last.ended <= REST_MS && at - last.began <= LONGEST_MS
  if (!goesOn && !isSettling(after)) return undefined
  const change = { field: first.field, before: first.before, after: next.after }
  return { step: { kind: 'answers', changes: [change] }, began: last.began, ended: at }
}

/** The step that takes this one back. */
function reversed(step: Step): Step {
  if (step.kind !== 'answers') return { ...step, kind: step.kind === 'object' ? 'withdraw' : 'object' }
  return {
    kind: 'answers',
    changes: step.changes.map(({ field, before, after }) => ({ field, before: after, after: before })),
  }
}

/** What of a step can still be made: where an answer is no longer what the step begins from, it is somebody else's now. */
function possible(step: Step, { answers, objections }: Content): Step | undefined {
  if (step.kind !== 'answers') {
    const isMade = objectionTo(objections, step.to) !== undefined
    return isMade === (step.kind === 'withdraw') ? step : undefined
  }
  const changes = step.changes.filter(({ field, before }) => dequal(answers[field], before))
  return changes.length === 0 ? undefined : { kind: 'answers', changes }
}

/** An empty history. */
export function createHistory(): History {
  const done: Entry[] = []
  const undone: Entry[] = []

  function turn(from: Entry[], to: Entry[], now: Content): Step | undefined {
    for (;;) {
      const entry = from.pop()
      if (entry === undefined) return undefined
      const step = possible(entry.step, now)
      if (step === undefined) continue
      to.push({ ...entry, step: reversed(step) })
      return step
    }
  }

  return {
    record: (step, at) => {
      undone.length = 0
      const time = at.getTime()
      const last = done.at(-1)
      // `done` holds the steps that take back; joining looks at them as they were made.
      const together = last && joined({ ...last, step: reversed(last.step) }, step, time)
      if (together) done[done.length - 1] = { ...together, step: reversed(together.step) }
      else done.push({ step: reversed(step), began: time, ended: time })
      if (done.length > MOST_STEPS) done.shift()
    },
    undo: (now) => turn(done, undone, now),
    redo: (now) => turn(undone, done, now),
  }
}

/** The answers' changes from one state of them to another, field by field. */
export function changesBetween(before: Answers, after: Answers, fields: readonly string[]): FieldChange[] {
  return fields
    .filter((field) => !dequal(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** Where a step that was just made shows. */
export function shownAt(step: Step): Turned | undefined {
  if (step.kind !== 'answers') {
    const { field, row, column } = step.to
    return {
      where: { field, ...(row && { row }), ...(column !== undefined && { column }) },
      caret: undefined,
    }
  }
  const [change] = step.changes
  if (change === undefined) return undefined
  const place = placeOf(change)
  return { where: place.where, caret: caretAfter(place) }
}
