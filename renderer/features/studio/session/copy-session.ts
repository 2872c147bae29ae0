import { timestamp } from '../../../../shared/case/dates.ts'
import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { changed, redone, type Undoable, undoable, undone } from '../../../../shared/studio/undo.ts'
import { partAround, type Working } from '../../../../shared/studio/working.ts'
import type { WorkingCopy, WorkingCopyId, WorkingState } from '../../../../shared/template/working-copy.ts'
import type { Clock } from '../../../base/clock.ts'
import { createListeners, type Unsubscribe } from '../../../base/listeners.ts'
import { retryDelay } from '../../../note-model/session/save.ts'
import { type CopyPort, type CopySave, workingOf } from './save.ts'

/** A save leaves at the latest so long after the key that made it necessary. */
const SAVE_DELAY_MS = 250

/** A working copy as it stands on the screen. Another object after every change. */
export interface CopyState {
  readonly content: Undoable<Working>
  /** What the list, the properties and the form show: the last that could be read, where the text now cannot. */
  readonly shown: Working
  /** The part that one is at. */
  readonly at: JsonPath
  readonly save: CopySave
  /** Where it stands on its way to be published: what is in review or reviewed is not written in. */
  readonly standing: WorkingState
}

/** One open working copy: what is written in it now, and where that is saved. */
export interface CopySession {
  readonly id: WorkingCopyId
  readonly state: () => CopyState
  /** Writes; `what` names the text that is being typed, so that it is undone as one. */
  readonly edit: (working: Working, at?: JsonPath, what?: string) => void
  readonly select: (at: JsonPath) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly isDirty: () => boolean
  /** Sends what is unsaved at once. True when everything is in the store. */
  readonly flush: () => Promise<boolean>
  /** The working copy read again after somebody changed it. Taken over unless there is text here that is not saved. */
  readonly receive: (copy: WorkingCopy) => void
  /** Settles a conflict: what is taken away can be had again by undoing. */
  readonly settle: (choice: 'mine' | 'theirs') => void
  readonly onChange: (listener: () => void) => Unsubscribe
}

/** Opens a session over a working copy as read from the store. Saves go through `port`, one at a time. */
export function createCopySession(opened: WorkingCopy, port: CopyPort, clock: Clock): CopySession {
  let revision = opened.revision
  /** What the store has. */
  let stored = workingOf(opened)
  let state: CopyState = {
    content: undoable(stored),
    shown: typeof stored === 'string' ? {} : stored,
    at: [],
    save: { kind: 'saved', at: opened.updatedAt },
    standing: opened.state,
  }
  let cancelTimer: (() => void) | undefined
  let inFlight: Promise<void> | undefined
  let failures = 0
  /** Where one was in each content that has been shown: undoing leads back to where the step was made. */
  const places = new WeakMap<object, JsonPath>()
  const changes = createListeners<void>()

  function put(next: Partial<CopyState>): void {
    state = { ...state, ...next }
    changes.emit()
  }
  const isDirty = () => !Object.is(state.content.now, stored)
  /** A save that is on its way already is not put off: whoever writes without a rest is saved meanwhile. */
  function schedule(ms: number): void {
    cancelTimer ??= clock.after(ms, () => void send())
  }
  function stopTimer(): void {
    cancelTimer?.()
    cancelTimer = undefined
  }

  /** Shows a content, and sees to it that it is saved. A conflict is settled first. */
  function show(content: Undoable<Working>, at: JsonPath = state.at): void {
    if (content === state.content) return
    const { now } = content
    const shown = typeof now === 'string' ? state.shown : now
    const isOpen = state.save.kind !== 'conflict'
    put({ content, shown, at: partAround(shown, at), ...(isOpen ? { save: { kind: 'saving' } } : {}) })
    if (isOpen && inFlight === undefined) schedule(SAVE_DELAY_MS)
  }

  function stay(content: Working, at: JsonPath): void {
    if (typeof content === 'object' && content !== null) places.set(content, at)
  }
  const placeIn = (content: Working) =>
    typeof content === 'object' && content !== null ? places.get(content) : undefined
  /** Goes back or forth, where it is written in: what is in review stays as it was handed in. */
  function step(way: typeof undone): void {
    if (state.standing !== 'utkast') return
    const content = way(state.content)
    show(content, placeIn(content.now))
  }

  async function send(): Promise<void> {
    stopTimer()
    if (inFlight !== undefined) return inFlight
    if (!isDirty() || state.save.kind === 'conflict') return undefined
    const sent = state.content.now
    inFlight = port.save(opened.id, revision, sent).then((outcome) => {
      inFlight = undefined
      if (outcome.kind === 'saved') {
        failures = 0
        revision = outcome.revision
        stored = sent
        if (isDirty()) schedule(SAVE_DELAY_MS)
        else put({ save: { kind: 'saved', at: outcome.savedAt } })
        return
      }
      put({ save: outcome })
      if (outcome.kind === 'failed' && outcome.retry) {
        failures += 1
        schedule(retryDelay(failures))
      }
    })
    return inFlight
  }

  return {
    id: opened.id,
    state: () => state,
    edit: (working, at = state.at, what) => {
      stay(state.content.now, state.at)
      stay(working, at)
      show(changed(state.content, working, clock.now().getTime(), what), at)
    },
    select: (at) => put({ at }),
    undo: () => step(undone),
    redo: () => step(redone),
    isDirty,
    flush: async () => {
      while (isDirty()) {
        const before = stored
        await send()
        if (Object.is(before, stored)) return false
      }
      return true
    },
    receive: (copy) => {
      if (copy.state !== state.standing) put({ standing: copy.state })
      if (copy.revision <= revision || isDirty()) return
      revision = copy.revision
      stored = workingOf(copy)
      put({
        content: changed(state.content, stored, clock.now().getTime()),
        shown: typeof stored === 'string' ? state.shown : stored,
        save: { kind: 'saved', at: copy.updatedAt },
      })
    },
    settle: (choice) => {
      if (state.save.kind !== 'conflict') return
      const { theirs } = state.save
      revision = theirs.revision
      stored = workingOf(theirs)
      put({ save: { kind: 'saved', at: timestamp(clock.now()) } })
      if (choice === 'theirs') show(changed(state.content, stored, clock.now().getTime()))
      if (isDirty()) {
        put({ save: { kind: 'saving' } })
        schedule(0)
      } else put({ save: { kind: 'saved', at: theirs.updatedAt } })
    },
    onChange: changes.add,
  }
}
