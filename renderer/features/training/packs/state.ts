import { create } from 'zustand'
import type { FieldId } from '../../../../shared/fields/base.ts'
import type { Pack, PackScene } from '../../../../shared/training/pack.ts'
import type { EditorInput } from '../../../workbench/editor-input.ts'

/** The scene of a pack that is being shown, by its place. */
export interface SceneShown {
  readonly pack: Pack
  readonly place: number
  /** The point that was chosen last: in which of the things that the scene shows, and its field. */
  readonly pointed?: { readonly at: number; readonly field: FieldId }
}

interface SceneState {
  readonly shown: SceneShown | undefined
  /** What the scene opened in each of its places, to make room for the next; nothing where the tab was there before. */
  readonly opened: readonly (EditorInput | undefined)[]
}

const none: SceneState = { shown: undefined, opened: [] }

export const useScene = create<SceneState>(() => none)

/** No scene is shown any more. What was opened stays. */
export const endScene = (): void => useScene.setState(none)

/** The scene that is shown, and the one after it. */
export function sceneOf(shown: Pick<SceneShown, 'pack' | 'place'> | undefined): {
  readonly scene: PackScene | undefined
  readonly next: PackScene | undefined
} {
  const scenes = shown?.pack.scenes ?? []
  const place = shown?.place ?? -1
  return { scene: scenes[place], next: scenes[place + 1] }
}
