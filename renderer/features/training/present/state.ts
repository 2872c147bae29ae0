import { create } from 'zustand'
import type { NoteId } from '../../../../shared/case/ids.ts'

interface Presenting {
  readonly isOn: boolean
  /** The section that is spoken of in each note on the screen, counted from 0; of one that is left out, the whole note. */
  readonly spoken: ReadonlyMap<NoteId, number>
}

const off: Presenting = { isOn: false, spoken: new Map() }

/** Whether this window presents, and what is spoken of. */
export const usePresenting = create<Presenting>(() => off)

export const startPresenting = (): void => usePresenting.setState({ ...off, isOn: true })
export const stopPresenting = (): void => usePresenting.setState(off)
export const isPresenting = (): boolean => usePresenting.getState().isOn

/** The section of a note that is spoken of; undefined while it is the whole note, or there is none. */
export const spokenIn = ({ spoken }: Presenting, note: NoteId | undefined): number | undefined =>
  note === undefined ? undefined : spoken.get(note)

/** Speaks of a section of a note, or of the whole of it. */
export function speakFrom(note: NoteId, section: number | undefined): void {
  usePresenting.setState(({ spoken }) => {
    const next = new Map(spoken)
    if (section === undefined) next.delete(note)
    else next.set(note, section)
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
