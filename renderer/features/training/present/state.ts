import { create } from 'zustand'

interface Presenting {
  readonly isOn: boolean
  /** The section that is spoken of, counted from 0; undefined while it is the whole document. */
  readonly section: number | undefined
}

const off: Presenting = { isOn: false, section: undefined }

/** Whether this window presents, and what is spoken of. */
export const usePresenting = create<Presenting>(() => off)

export const startPresenting = (): void => usePresenting.setState({ ...off, isOn: true })
export const stopPresenting = (): void => usePresenting.setState(off)
export const isPresenting = (): boolean => usePresenting.getState().isOn

/** The section after the one that is spoken of, or before it, among so many; from the whole document to its first and back. */
export function nextSection(section: number | undefined, by: 1 | -1, count: number): number | undefined {
  if (count === 0) return undefined
  const next = (section ?? -1) + by
  return next < 0 ? undefined : Math.min(next, count - 1)
}
