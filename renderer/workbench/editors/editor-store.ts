import { create } from 'zustand'
import type { EditorInput } from '../editor-input.ts'

interface EditorState {
  readonly active: EditorInput | undefined
  /** All open editors, in the order they were opened. */
  readonly open: readonly EditorInput[]
}

/** Which editors are open, as dockview last told. */
export const useEditorStore = create<EditorState>(() => ({ active: undefined, open: [] }))
