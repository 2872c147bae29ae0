import { create } from 'zustand'

/** Which exercise is shown, and whether its answer is. Kept while the window stands: what a learner tries is nobody's to keep. */
interface Chosen {
  readonly pack: string | undefined
  readonly exercise: string | undefined
  readonly compared: boolean
}

export const useChosen = create<Chosen>(() => ({ pack: undefined, exercise: undefined, compared: false }))

/** Shows an exercise of a pack, the pack's first where none is named; its answer waits until it is asked for. */
export function chooseExercise(pack: string | undefined, exercise?: string): void {
  const before = useChosen.getState()
  if (before.pack === pack && before.exercise === exercise) return
  useChosen.setState({ pack, exercise, compared: false })
}

export const showAnswer = (compared: boolean): void => useChosen.setState({ compared })
