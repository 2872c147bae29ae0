import { z } from 'zod'
import { create } from 'zustand'
import { type LayoutService, type Part, parts } from '../contribution.ts'
import { type EditorInput, editorId, type ReadInput } from '../editor-input.ts'
import { focusNamedPart } from './focus-parts.ts'

/** A node of dockview's grid as it writes it: a group of tabs, or a row or column of nodes. */
export type GridNode =
  | {
      type: 'leaf'
      size?: number
      data: { id: string; views: string[]; activeView?: string }
    }
  | { type: 'branch'; size?: number; data: GridNode[] }

const gridNodeSchema: z.ZodType<GridNode> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('leaf'),
      size: z.number().exactOptional(),
      data: z.object({ id: z.string(), views: z.array(z.string()), activeView: z.string().exactOptional() }),
    }),
    z.object({ type: z.literal('branch'), size: z.number().exactOptional(), data: z.array(gridNodeSchema) }),
  ]),
)

/** The grid of editors without their content: the part of dockview's JSON that we keep. */
export const gridSchema = z.object({
  root: gridNodeSchema,
  width: z.number(),
  height: z.number(),
  orientation: z.enum(['HORIZONTAL', 'VERTICAL']),
})

const editorsSchema = z.object({
  grid: gridSchema,
  /** Another version may have stored inputs of unknown kinds; those are dropped one by one. */
  inputs: z.array(z.unknown()),
  activeGroup: z.string().optional(),
})

export interface EditorsState {
  readonly grid: z.infer<typeof gridSchema>
  readonly inputs: readonly EditorInput[]
  readonly activeGroup?: string | undefined
}

const size = z.number().min(0).max(10_000)
const barsSchema = z.object({
  sideBar: z.object({ visible: z.boolean(), size, view: z.string() }),
  panel: z.object({ visible: z.boolean(), size, view: z.string() }),
  auxiliaryBar: z.object({ visible: z.boolean(), size, folded: z.array(z.string()) }),
})
export type Bars = z.infer<typeof barsSchema>

export const defaultBars: Bars = {
  sideBar: { visible: true, size: 280, view: 'cases' },
  panel: { visible: false, size: 200, view: 'problems' },
  auxiliaryBar: { visible: true, size: 280, folded: [] },
}

/** What is stored between starts under the setting `layout`: sizes and ids, nothing about any case. */
export interface Layout {
  readonly bars: Bars
  readonly editors?: EditorsState | undefined
}

/**
 * Reads a stored layout, its editor inputs by `read`. What does not parse is replaced by the default: a layout from another
 * version must never keep anybody from their work.
 */
export function readLayout(stored: unknown, read: ReadInput): Layout {
  const outer = z.object({ version: z.literal(1), bars: z.unknown(), editors: z.unknown() }).safeParse(stored)
  if (!outer.success) return { bars: defaultBars }
  const bars = barsSchema.safeParse(outer.data.bars)
  return {
    bars: bars.success ? bars.data : defaultBars,
    editors: readEditors(outer.data.editors, read),
  }
}

function readEditors(stored: unknown, read: ReadInput): EditorsState | undefined {
  const parsed = editorsSchema.safeParse(stored)
  if (!parsed.success) return undefined
  const { grid, activeGroup } = parsed.data
  return editorsWith(
    { grid, activeGroup },
    parsed.data.inputs.flatMap((input) => read(input) ?? []),
  )
}

/** A grid of editors with these inputs alone; undefined where it shows none of them. */
export function editorsWith(
  { grid, activeGroup }: Omit<EditorsState, 'inputs'>,
  inputs: readonly EditorInput[],
): EditorsState | undefined {
  const root = prune(grid.root, new Set(inputs.map(editorId)))
  if (root === undefined) return undefined
  const shown = new Set(viewsOf(root))
  return {
    grid: { ...grid, root },
    inputs: inputs.filter((input) => shown.has(editorId(input))),
    activeGroup,
  }
}

/** The grid without unknown tabs and the groups they leave empty. Undefined if nothing is left. */
export function prune(node: GridNode, known: ReadonlySet<string>): GridNode | undefined {
  if (node.type === 'branch') {
    const data = node.data.flatMap((child) => prune(child, known) ?? [])
    return data.length === 0 ? undefined : { ...node, data }
  }
  const views = node.data.views.filter((view) => known.has(view))
  if (views.length === 0) return undefined
  const { activeView, ...rest } = node.data
  const active = views.find((view) => view === activeView) ?? views[0]
  return { ...node, data: { ...rest, views, ...(active === undefined ? {} : { activeView: active }) } }
}

function viewsOf(node: GridNode): string[] {
  return node.type === 'branch' ? node.data.flatMap(viewsOf) : node.data.views
}

/** The layout in its stored form. */
export function writeLayout({ bars, editors }: Layout) {
  return {
    version: 1,
    bars,
    ...(editors === undefined ? {} : { editors: { ...editors, inputs: [...editors.inputs] } }),
  }
}

interface LayoutState {
  readonly bars: Bars
  /** On a narrow window (or a zoomed one) the bars overlay the editors, one at a time, and are not remembered. */
  readonly narrow: boolean
  readonly overlay: 'sideBar' | 'auxiliaryBar' | undefined
  /** Parts that are put away for a while, whatever the user has chosen, and are not remembered so. */
  readonly away: readonly Part[]
  /** Whether the auxiliary bar has nothing to show. It then takes no room, whatever the user has chosen. */
  readonly auxiliaryEmpty: boolean
}

/** Which parts are shown and how large they are. */
export const useLayoutStore = create<LayoutState>(() => ({
  bars: defaultBars,
  narrow: false,
  overlay: undefined,
  away: [],
  auxiliaryEmpty: false,
}))

/** Whether a part should be visible now. */
export function isVisible({ bars, narrow, overlay, away }: LayoutState, part: Part): boolean {
  if (away.includes(part)) return false
  return narrow && part !== 'panel' ? overlay === part : bars[part].visible
}

/** Whether a part is meant to be visible but has nothing to show. */
export function isShownEmpty(part: Part): boolean {
  const state = useLayoutStore.getState()
  return part === 'auxiliaryBar' && state.auxiliaryEmpty && isVisible(state, part)
}

const set = useLayoutStore.setState

function setVisible(part: Part, visible: boolean): void {
  set((state) => {
    if (state.away.includes(part)) return visible ? { away: state.away.filter((each) => each !== part) } : {}
    if (state.narrow && part !== 'panel') {
      if (visible) return { overlay: part }
      return state.overlay === part ? { overlay: undefined } : {}
    }
    return { bars: { ...state.bars, [part]: { ...state.bars[part], visible } } }
  })
}

/** Closes the narrow window's overlay, after a choice in it or Escape. */
export function closeOverlay(): void {
  set({ overlay: undefined })
}

/** Puts all bars away for a while, or lets them be as the user has them; one that is shown meanwhile stays shown. */
export function putAway(isAway: boolean): void {
  set({ away: isAway ? parts : [] })
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
