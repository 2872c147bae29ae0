import { create } from 'zustand'

/** Whether the palette stands, and what is typed in it: `>` first means commands, else cases and notes. */
export const usePalette = create<{ readonly open: boolean; readonly query: string }>(() => ({
  open: false,
  query: '',
}))

export function openPalette(query: string): void {
  usePalette.setState({ open: true, query })
}

export function closePalette(): void {
  usePalette.setState({ open: false })
}
