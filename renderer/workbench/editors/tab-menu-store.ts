import { create } from 'zustand'

interface TabMenuState {
  /** The editor whose tab's menu is open. */
  readonly editor: string | undefined
  /** Where the pointer asked for it; at the tab where a key did. */
  readonly at: { readonly x: number; readonly y: number } | undefined
  /** What had the focus before, and gets it back where it is still there. */
  readonly before: Element | null
}

/** Which tab's menu is open, and where. */
export const useTabMenu = create<TabMenuState>(() => ({ editor: undefined, at: undefined, before: null }))

/** Opens the menu of an editor's tab. */
export function openTabMenu(editor: string, at?: TabMenuState['at']): void {
  useTabMenu.setState({ editor, at, before: document.activeElement })
}

export function closeTabMenu(): void {
  useTabMenu.setState({ editor: undefined, at: undefined })
}
