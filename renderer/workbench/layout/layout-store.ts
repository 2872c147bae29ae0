import { create } from 'zustand'
import type { LayoutService, Part } from '../contribution.ts'
import { focusNamedPart } from '../frame/parts.ts'
import { type Bars, defaultBars } from './layout-state.ts'

interface LayoutState {
  readonly bars: Bars
  /** On a narrow window (or a zoomed one) the bars lie over the editors, one at a time, and are not remembered. */
  readonly narrow: boolean
  readonly overlay: 'sideBar' | 'auxiliaryBar' | undefined
  /** Whether the auxiliary bar has nothing to say now: it takes no room then, and the user's choice to show it stands. */
  readonly auxiliaryEmpty: boolean
}

/** Which parts are shown and how large they are. */
export const useLayoutStore = create<LayoutState>(() => ({
  bars: defaultBars,
  narrow: false,
  overlay: undefined,
  auxiliaryEmpty: false,
}))

/** Whether a part is to be seen now. */
export function isVisible({ bars, narrow, overlay }: LayoutState, part: Part): boolean {
  return narrow && part !== 'panel' ? overlay === part : bars[part].visible
}

/** Whether a part was asked for and still takes no room, since it has nothing to say. */
export function isShownEmpty(part: Part): boolean {
  const state = useLayoutStore.getState()
  return part === 'auxiliaryBar' && state.auxiliaryEmpty && isVisible(state, part)
}

const set = useLayoutStore.setState

function setVisible(part: Part, visible: boolean): void {
  set((state) => {
    if (state.narrow && part !== 'panel') {
      if (visible) return { overlay: part }
      return state.overlay === part ? { overlay: undefined } : {}
    }
    return { bars: { ...state.bars, [part]: { ...state.bars[part], visible } } }
  })
}

/** The narrow window's overlay goes away: something was chosen from it, or Escape was pressed. */
export function closeOverlay(): void {
  set({ overlay: undefined })
}

export function setNarrow(narrow: boolean): void {
  set({ narrow, overlay: undefined })
}

export function setSize(part: Part, size: number): void {
  set(({ bars }) => ({ bars: { ...bars, [part]: { ...bars[part], size } } }))
}

export function setAuxiliaryEmpty(auxiliaryEmpty: boolean): void {
  set({ auxiliaryEmpty })
}

/** Folds or unfolds a section of the auxiliary bar. */
export function setFolded(section: string, folded: boolean): void {
  set(({ bars }) => {
    const others = bars.auxiliaryBar.folded.filter((id) => id !== section)
    return {
      bars: {
        ...bars,
        auxiliaryBar: { ...bars.auxiliaryBar, folded: folded ? [...others, section] : others },
      },
    }
  })
}

export const layoutService: LayoutService = {
  toggle: (part) => setVisible(part, !isVisible(useLayoutStore.getState(), part)),
  setVisible,
  showSideBarView: (view) => {
    set(({ bars }) => ({ bars: { ...bars, sideBar: { ...bars.sideBar, view } } }))
    setVisible('sideBar', true)
  },
  showPanelView: (view) => {
    set(({ bars }) => ({ bars: { ...bars, panel: { ...bars.panel, view } } }))
    setVisible('panel', true)
  },
  showAuxiliarySection: (section) => {
    setFolded(section, false)
    setVisible('auxiliaryBar', true)
  },
  focusPart: (name) => requestAnimationFrame(() => focusNamedPart(name)),
}
