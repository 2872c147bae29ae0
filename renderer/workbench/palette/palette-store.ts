import { create } from 'zustand'

interface PaletteState {
  readonly open: boolean
  readonly query: string
  /** What had the focus before, and gets it back. */
  readonly before: Element | null
}

/** Whether the palette stands, and what is typed in it: `>` first means commands, else cases and notes. */
export const usePalette = create<PaletteState>(() => ({ open: false, query: '', before: null }))

export function openPalette(query: string): void {
  usePalette.setState({ open: true, query, before: document.activeElement })
}

/** Puts the palette away and the focus back, also where only a script can put it, such as an editor's pane. */
export function closePalette(): void {
  const { before } = usePalette.getState()
  usePalette.setState({ open: false, before: null })
  requestAnimationFrame(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  })
}
