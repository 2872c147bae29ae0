import { create } from 'zustand'
import type { NoteId } from '../../../../shared/case/ids.ts'
import type { FieldId } from '../../../../shared/fields/base.ts'

/** What is spoken of in a note: a section as it stands on the screen, counted from 0, or a field of it. */
export interface Spoken {
  readonly section: number
  readonly field?: FieldId | undefined
}

interface Presenting {
  readonly isOn: boolean
  /** What is spoken of in each note on the screen; of one that is left out, the whole note. */
  readonly spoken: ReadonlyMap<NoteId, Spoken>
}

const off: Presenting = { isOn: false, spoken: new Map() }

/** Whether this window presents, and what is spoken of. */
export const usePresenting = create<Presenting>(() => off)

export const startPresenting = (): void => usePresenting.setState({ ...off, isOn: true })
export const stopPresenting = (): void => usePresenting.setState(off)
export const isPresenting = (): boolean => usePresenting.getState().isOn

/** What of a note is spoken of; undefined while it is the whole note, or there is none. */
export const spokenIn = ({ spoken }: Presenting, note: NoteId | undefined): Spoken | undefined =>
  note === undefined ? undefined : spoken.get(note)

/** Speaks of a part of a note, or of the whole of it. */
export function speakFrom(note: NoteId, part: Spoken | undefined): void {
  usePresenting.setState(({ spoken }) => {
    const next = new Map(spoken)
    if (part === undefined) next.delete(note)
    else next.set(note, part)
    return { spoken: next }
  })
}

/** Speaks of the other notes as wholes again. */
export function speakOnlyOf(isKept: (note: NoteId) => boolean): void {
  usePresenting.setState(({ spoken }) => ({ spoken: new Map([...spoken].filter(([note]) => isKept(note))) }))
}

/** The section after the one that is spoken of, or before it, among so many; from the whole document to its first and back. */
export function nextSection(section: number | undefined, by: 1 | -1, count: number): number | undefined {
  if (count === 0) return undefined
  const next = (section ?? -1) + by
  return next < 0 ? undefined : Math.min(next, count - 1)
}
