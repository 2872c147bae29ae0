import { create } from 'zustand'
import type { Pack, PackScene } from '../../../../shared/training/pack.ts'

/** The scene of a pack that is being shown, by its place. */
export interface SceneShown {
  readonly pack: Pack
  readonly place: number
}

export const useScene = create<{ readonly shown: SceneShown | undefined }>(() => ({ shown: undefined }))

/** The scene that is shown, and the one after it. */
export function sceneOf(shown: SceneShown | undefined): {
  readonly scene: PackScene | undefined
  readonly next: PackScene | undefined
} {
  const scenes = shown?.pack.scenes ?? []
  const place = shown?.place ?? -1
  return { scene: scenes[place], next: scenes[place + 1] }
}
