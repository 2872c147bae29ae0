/** A value with what it was before, and what it was before that was undone. */
export interface Undoable<T> {
  readonly now: T
  readonly past: readonly T[]
  readonly future: readonly T[]
  /** What the last change was of, and when: changes of one thing that follow each other closely are undone as one. */
  readonly last: { readonly what: string; readonly at: number } | undefined
}

/** Typing is one step until it rests for so long. */
const REST_MS = 800
/** Own choice: a day's work, of which all that is common to two steps is held once. */
const MOST_STEPS = 500

/** A value that nothing has been done to. */
export const undoable = <T>(now: T): Undoable<T> => ({ now, past: [], future: [], last: undefined })

/** After a change. `what` names the text that is being typed; a change without one is always a step of its own. */
export function changed<T>(before: Undoable<T>, now: T, at: number, what = ''): Undoable<T> {
  if (Object.is(before.now, now)) return before
  const { last } = before
  const goesOn = what !== '' && last?.what === what && at - last.at <= REST_MS && before.past.length > 0
  const past = goesOn ? before.past : [...before.past, before.now].slice(-MOST_STEPS)
  return { now, past, future: [], last: { what, at } }
}

/** After the last step was taken back; the same where there is none. */
export function undone<T>({ now, past, future, ...rest }: Undoable<T>): Undoable<T> {
  const before = past.at(-1)
  if (before === undefined) return { now, past, future, ...rest }
  return { now: before, past: past.slice(0, -1), future: [now, ...future], last: undefined }
}

/** After the step that was taken back last was made again; the same where there is none. */
export function redone<T>({ now, past, future, ...rest }: Undoable<T>): Undoable<T> {
  const [next, ...later] = future
  if (next === undefined) return { now, past, future, ...rest }
  return { now: next, past: [...past, now], future: later, last: undefined }
}
